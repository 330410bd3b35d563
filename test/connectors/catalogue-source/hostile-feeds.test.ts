import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { FEED_LIMITS, openFeedFile } from '../../../connectors/catalogue-source/feed-file.ts';
import { readFeed, writeFeedFile } from '../../support/open-feed.ts';

const refusal = (code: string, message = /./) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) });
const rss = (items: string, prolog = '') =>
  `<?xml version="1.0"?>${prolog}<rss xmlns:g="http://base.google.com/ns/1.0"><channel>${items}</channel></rss>`;
const item = (fields: string) =>
  `<item><g:id>1</g:id><g:title>Hat</g:title><g:price>5 USD</g:price>${fields}</item>`;

describe('hostile XML', () => {
  it.each([
    ['a document type', rss(item(''), '<!DOCTYPE rss>')],
    ['one in other letters', rss(item(''), '<!docType rss SYSTEM "x">')],
    [
      'an external entity',
      rss(item('&canary;'), '<!DOCTYPE rss [<!ENTITY canary SYSTEM "file:///etc/passwd">]>'),
    ],
    [
      'a billion laughs',
      rss(
        item('&c;'),
        '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>',
      ),
    ],
    ['one after a comment that hides another', rss(item(''), '<!-- <!DOCTYPE a> --><!DOCTYPE b>')],
    ['one inside the document', rss(`${item('')}<!DOCTYPE rss>`)],
    ['one after the document', `${rss(item(''))}<!DOCTYPE rss>`],
    ['one behind a long comment', rss(item(''), `<!--${'x'.repeat(200_000)}--><!DOCTYPE rss>`)],
    ['one that never ends', `<?xml version="1.0"?><!DOCTYPE rss [${'<!ENTITY a "b">'.repeat(50_000)}`],
    ['deep nesting', rss(item('<a>'.repeat(50_000)))],
    ['a giant value', rss(item(`<g:description>${'x'.repeat(3_000_000)}</g:description>`))],
    ['thousands of values', rss(item('<g:color>red</g:color>'.repeat(3_000)))],
    [
      'hundreds of attributes',
      rss(item(`<g:x ${Array.from({ length: 500 }, (_, index) => `a${index}="1"`).join(' ')}/>`)),
    ],
  ])('refuses %s', async (_, feed) => {
    await expect(readFeed(feed)).rejects.toEqual(refusal('FEED_UNSAFE'));
  });

  it.each([
    ['an undeclared entity', rss(item('&canary;'))],
    ['an element that is not closed', rss('<item>')],
    ['a document that is cut off', rss(item('')).slice(0, -30)],
    ['NUL bytes', rss(item('<g:brand>a\0b</g:brand>'))],
  ])('refuses %s as not well-formed', async (_, feed) => {
    await expect(readFeed(feed)).rejects.toEqual(refusal('CATALOGUE_REFUSED'));
  });

  it('takes the words of a document type inside a text for words', async () => {
    const feed = rss(
      item('<g:description><![CDATA[<!DOCTYPE html><p>Felt</p>]]></g:description><!-- <!DOCTYPE x> -->'),
    );
    expect((await readFeed(feed)).products[0]?.texts.en?.description).toBe('Felt');
  });

  it('does not take values of other namespaces for Google’s', async () => {
    const feed = rss(
      item(
        '<e:price xmlns:e="urn:evil">1 USD</e:price><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>',
      ),
    );
    expect((await readFeed(feed)).products[0]?.variants[0]?.offers.US?.price.amountMinor).toBe(500);
  });

  it('reads a hundred thousand character references without harm', async () => {
    const { products } = await readFeed(
      rss(item(`<g:description>${'&#65;'.repeat(100_000)}</g:description>`)),
    );
    expect(products[0]?.texts.en?.description.length).toBeLessThanOrEqual(20_000);
  });
});

describe('hostile gzip', () => {
  it('refuses a truncated file', async () => {
    const whole = gzipSync('id,title,price\n1,Hat,5\n'.repeat(2_000));
    await expect(readFeed(whole.subarray(0, whole.length - 12))).rejects.toEqual(
      refusal('CATALOGUE_REFUSED', /cut off/),
    );
  });

  it('refuses damaged data', async () => {
    const whole = gzipSync(
      `id,title,price\n${Array.from({ length: 5_000 }, (_, index) => `${index},Hat ${Math.sin(index)},5\n`).join('')}`,
    );
    whole.fill(0xff, 20_000, 20_100);
    await expect(readFeed(whole)).rejects.toEqual(refusal('CATALOGUE_REFUSED'));
  });

  it('refuses a bomb before it is unpacked', async () => {
    const bomb = gzipSync(`id,title,price\n${'1,Hat,5\n'.repeat(20_000_000)}`, { level: 1 });
    await expect(readFeed(bomb)).rejects.toEqual(refusal('FEED_UNSAFE', /unpacks/));
  });

  it('refuses more bytes than a feed can have', async () => {
    const file = await openFeedFile(writeFeedFile('x'.repeat(300_000)), {
      limits: { ...FEED_LIMITS, maxBytes: 200_000 },
    });
    await expect(Array.fromAsync(file.text(new AbortController().signal))).rejects.toEqual(
      refusal('FEED_UNSAFE'),
    );
  });
});

describe('hostile tables', () => {
  it.each([
    ['a quote that is never closed', 'id,title,price\n1,Hat,5\n2,"Cap,6\n3,Bag,7\n', /line 2/],
    ['a quote that closes rows later', 'id,title,price\n1,"Hat,5\n2,Cap,6\n3,"Bag",7\n', /line 2/],
    ['a hundred thousand columns', `id,title,price${',x'.repeat(100_000)}\n1,Hat,5\n`, /columns/],
    [
      'a row of five million characters',
      `id,title,price\n1,Hat,5\n2,"${'x'.repeat(5_000_000)}",5\n`,
      /characters/,
    ],
  ])('refuses %s and names the line', async (_, feed, message) => {
    await expect(readFeed(feed)).rejects.toEqual(refusal('CATALOGUE_REFUSED', message));
  });

  it('survives a cell of a million characters', async () => {
    const { products } = await readFeed(`id,title,price\n1,"${'x '.repeat(500_000)}",5\n2,Hat,6\n`);
    expect(products).toHaveLength(2);
    expect(JSON.stringify(products).length).toBeLessThan(5_000);
  });

  it('rejects a row with more cells than the header, and takes one with fewer', async () => {
    const { products, rejected } = await readFeed(
      'id,title,price,brand\n1,Hat,5\n2,Cap,6,Hill,more\n3,Bag,7,Hill,\n',
    );
    expect(products.map(({ productId }) => productId)).toEqual(['1', '3']);
    expect(rejected.map(({ line, code }) => [line, code])).toEqual([[3, 'too-many-cells']]);
  });

  it('strips NUL bytes and what is not seen from values', async () => {
    const { products } = await readFeed('id,title,price\n1\0,Ha\0t\u200b\u202e,5\n');
    expect(products[0]).toMatchObject({ productId: '1', texts: { en: { title: 'Hat' } } });
  });

  it('keeps formulas, markup and scripts as harmless words', async () => {
    const { products } = await readFeed(
      'id,title,price\n1,"=cmd()|calc <img src=x onerror=alert(1)><b>Hat</b>",5\n',
    );
    expect(products[0]?.texts.en?.title).toBe('=cmd()|calc Hat');
  });

  it('keeps leading zeros and case of ids', async () => {
    const { products } = await readFeed('id,title,price\n007,Hat,5\n7,Hat,5\nabc,Hat,5\nABC,Hat,5\n');
    expect(products.map(({ productId }) => productId)).toEqual(['007', '7', 'abc', 'ABC']);
  });

  it('does not let columns named like object members do anything', async () => {
    const { products } = await readFeed('id,title,price,__proto__,constructor,Farbe\n1,Hat,5,x,y,red\n');
    expect(products[0]?.attributes).toMatchObject({ color: ['red'] });
  });

  it('does not let codes named like object members do anything', async () => {
    const map = {
      id: 'id',
      title: 'title',
      price: 'price',
      attributes: { constructor: 'a', gender: { column: 'a', values: { F: 'women' } } },
    };
    const { products } = await readFeed('id,title,price,a\n1,Hat,5,constructor\n', { map });
    expect(products[0]?.attributes).toEqual({ constructor: ['constructor'], gender: ['constructor'] });
  });
});

describe('hostile JSON', () => {
  const MAP = { map: { id: 'id', title: 'title', price: 'price' } };

  it.each([
    ['deep nesting', '['.repeat(100_000)],
    ['deep nesting in an element', `[${'{"a":'.repeat(50_000)}`],
    ['a giant element', `[{"id":"${'x'.repeat(9_000_000)}"}]`],
    ['a giant line', `{"id":"1","title":"Hat","price":5}\n{"id":"${'x'.repeat(9_000_000)}`],
  ])('refuses %s', async (_, feed) => {
    await expect(readFeed(feed, MAP)).rejects.toEqual(refusal('FEED_UNSAFE'));
  });

  it.each([
    ['a document that is cut off', '[{"id":"1","title":"Hat","price":5},'],
    ['a bracket too many', '[{"id":"1","title":"Hat","price":5}]]'],
    ['a second document', '[{"id":"1","title":"Hat","price":5}] []'],
    ['several lists', '{"tags":["a"],"products":[{"id":"1"}]}'],
    ['mismatched brackets', '[{"id":"1"]}'],
  ])('refuses %s', async (_, feed) => {
    await expect(readFeed(feed, { ...MAP, format: 'json' })).rejects.toEqual(refusal('CATALOGUE_REFUSED'));
  });

  it('takes the list the map names', async () => {
    const feed = '{"tags":["a"],"products":[{"id":"1","title":"Hat","price":5}],"more":[{"id":"2"}]}';
    const { products } = await readFeed(feed, { map: { ...MAP.map, list: 'products' } });
    expect(products.map(({ productId }) => productId)).toEqual(['1']);
  });

  it('names the line of an element at fault and reads the others', async () => {
    const feed =
      '[\n{"id":"1","title":"Hat","price":5},\n{"id":"2",,},\n"x", 5,\n\n{"id":"3","title":"]} \\" [{","price":5}\n]';
    const { products, rejected } = await readFeed(feed, MAP);
    expect(products.map(({ productId }) => productId)).toEqual(['1', '3']);
    expect(rejected.map(({ line }) => line)).toEqual([3, 4, 4]);
  });

  it('does not let fields named like object members do anything', async () => {
    const { products } = await readFeed(
      '[{"id":"1","title":"Hat","price":5,"__proto__":{"polluted":true}}]',
      MAP,
    );
    expect(products).toHaveLength(1);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});
