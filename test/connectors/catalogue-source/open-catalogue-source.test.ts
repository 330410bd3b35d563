import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { describeCatalogueSource } from '../../contracts/catalogue-source.contract.ts';
import { listedProduct } from '../../support/listed-products.ts';
import { feedFile, openFeed, readFeed, writeFeedFile } from '../../support/open-feed.ts';

const refusal = (code: string, message = /./) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) });

describeCatalogueSource('google, RSS', () => openFeed(feedFile('google.xml')), {
  format: 'google',
  told: ['MUG-1', 'price-negative', 'SC-1'],
});
describeCatalogueSource('google, Atom', () => openFeed(feedFile('google-atom.xml')), {
  format: 'google',
  told: ['L1'],
});
describeCatalogueSource('google, TSV', () => openFeed(feedFile('google.tsv')), {
  format: 'google',
  told: ['T1', 'T2'],
});
describeCatalogueSource('shopify', () => openFeed(feedFile('shopify.csv')), {
  format: 'shopify',
  told: ['cork-mat', 'linen-shirt', 'not-published', 'status-draft', 'price-missing'],
});
describeCatalogueSource('csv without a map', () => openFeed(feedFile('shop.csv')), {
  format: 'csv',
  told: ['A-1', 'A-2', 'price-unreadable'],
});
describeCatalogueSource(
  'csv with variants by a map',
  async () =>
    await openFeed(writeFeedFile('sku,of,n,p\n1,A,Hat,5\n2,B,Cap,6\n3,A,Hat,7\n4,,Bag,8\n5,B,Cap,x\n'), {
      map: { id: 'sku', groupId: 'of', title: 'n', price: 'p' },
    }),
  { format: 'csv', told: ['A', '4', 'B', 'price-unreadable'] },
);
describeCatalogueSource(
  'json with a map',
  () =>
    openFeed(feedFile('products.json'), {
      map: {
        id: 'sku',
        title: 'name',
        price: 'price',
        attributes: { color: 'details.colour', tags: 'tags' },
      },
    }),
  { format: 'json', told: ['J-1', 'J-2', 'json-invalid'] },
);
describeCatalogueSource(
  'json lines of products',
  async () =>
    await openFeed(
      writeFeedFile(
        `${JSON.stringify(listedProduct('a'))}\n\n{"productId":"b"}\nnot json\n[]\n${JSON.stringify(listedProduct('c'))}`,
      ),
    ),
  { format: 'jsonl', told: ['a', 'product-invalid', 'json-invalid', 'json-invalid', 'c'] },
);

describe('openCatalogueSource', () => {
  it('reads a gzipped feed as the plain one', async () => {
    for (const name of ['google.xml', 'shopify.csv', 'products.json']) {
      const plain = readFileSync(feedFile(name));
      const map = name === 'products.json' ? { map: { id: 'sku', title: 'name', price: 'price' } } : {};
      expect((await readFeed(gzipSync(plain), map)).items).toEqual((await readFeed(plain, map)).items);
    }
  });

  it('reads the encodings feeds come in', async () => {
    const text = 'id,title,price\n1,Größe für Käse,5.00\n';
    const utf16be = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    for (const bytes of [
      Buffer.from(`\ufeff${text}`),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      Buffer.from(text, 'utf16le'),
      utf16be,
      Buffer.from(text, 'latin1'),
    ]) {
      const { products } = await readFeed(bytes);
      expect(Object.values(products[0]?.texts ?? {})[0]?.title).toBe('Größe für Käse');
    }
    const declared = Buffer.from(
      '<?xml version="1.0" encoding="ISO-8859-1"?><rss xmlns:g="http://base.google.com/ns/1.0"><channel><item><g:id>1</g:id><title>Käse</title><g:price>5 EUR</g:price></item></channel></rss>',
      'latin1',
    );
    expect((await readFeed(declared)).products[0]?.texts.de?.title).toBe('Käse');
  });

  it('refuses text that mixes encodings, and reads it when the map names one', async () => {
    const mixed = Buffer.concat([
      Buffer.from('id,title,price\n1,Größe,5\n'),
      Buffer.from('2,Käse,5\n', 'latin1'),
    ]);
    await expect(readFeed(mixed)).rejects.toEqual(refusal('CATALOGUE_REFUSED', /utf-8.*windows-1252/));
    const map = { id: 'id', title: 'title', price: 'price', encoding: 'windows-1252' };
    expect((await readFeed(mixed, { map })).products).toHaveLength(2);
  });

  it.each([
    ['an empty file', '', /empty/],
    ['a spreadsheet', 'PK\u0003\u0004 workbook', /spreadsheet/],
    [
      'a picture',
      Buffer.from('89504e470d0a1a0a0000000d49484452000001000000010008060000005c72a8', 'hex'),
      /not a text file/,
    ],
    ['a web page', '<!doctype html><html></html>', /web page/],
    ['prose', 'Dear shop', /--format/],
    ['a table without the needed columns', 'a,b\n1,2\n', /Which column.*--map/],
  ])('refuses %s and says what to do', async (_, content, message) => {
    await expect(readFeed(content)).rejects.toEqual(refusal('CATALOGUE_REFUSED', message));
  });

  it('refuses a file that is not there, and a directory', async () => {
    await expect(openFeed('/nowhere/feed.csv')).rejects.toEqual(refusal('CATALOGUE_REFUSED', /no file/));
    await expect(openFeed(import.meta.dirname)).rejects.toEqual(refusal('CATALOGUE_REFUSED', /not a file/));
  });

  it('tells all faults of a map together', async () => {
    const map = { id: 1, title: 'n', prize: 'p', categorySeparator: '' };
    await expect(readFeed('id,n,p\n1,a,2\n', { map })).rejects.toEqual(
      refusal('VALIDATION_FAILED', /id:.*price:.*categorySeparator:.*prize/),
    );
  });

  it('names the columns of a map that the file does not have', async () => {
    const map = { id: 'id', title: 'Titel', price: 'p', attributes: { color: 'Farbe' } };
    await expect(readFeed('id,n,p\n1,a,2\n', { map })).rejects.toEqual(
      refusal('CATALOGUE_REFUSED', /Titel, Farbe.*id, n, p/),
    );
  });

  it('reads constants, category columns and codes by a map', async () => {
    const map = {
      id: 'id',
      title: 'n',
      price: { value: '9.50' },
      currency: { value: 'GBP' },
      brand: { value: 'Hill' },
      category: ['c1', 'c2'],
      attributes: { gender: { column: 'g', values: { D: 'women' } }, style: 's' },
    };
    const { products } = await readFeed('id,n,c1,c2,g,s\n1,Silk Blouse,Clothing,Blouses,D,classic\n', {
      map,
    });
    expect(products[0]).toMatchObject({
      brand: 'Hill',
      category: ['Clothing', 'Blouses'],
      attributes: { gender: ['women'], style: ['classic'] },
      variants: [{ offers: { GB: { price: { amountMinor: 950, currency: 'GBP' } } } }],
    });
  });

  it('counts prices by the market somebody named, and never guesses without', async () => {
    const feed = 'id,title,price\n1,Hut,"1.234"\n2,Mütze,"12,50"\n';
    const named = await readFeed(feed, { market: 'DE' });
    expect(named.products.map(({ variants }) => variants[0]?.offers.DE?.price.amountMinor)).toEqual([
      123_400, 1_250,
    ]);
    const euros = await readFeed(feed, {
      map: { id: 'id', title: 'title', price: 'price', currency: { value: 'EUR' } },
    });
    expect(euros.rejected.map(({ line, code }) => [line, code])).toEqual([[2, 'price-ambiguous']]);
  });

  it('refuses a market that is no country', async () => {
    await expect(readFeed('id,title,price\n1,Hat,5\n', { market: 'ZZ' })).rejects.toEqual(
      refusal('UNKNOWN_MARKET'),
    );
  });

  it('reads again from the beginning after the file changed', async () => {
    const file = writeFeedFile('id,title,price\n1,Hat,5\n');
    const source = await openFeed(file);
    const count = async () => (await Array.fromAsync(source.read(new AbortController().signal))).length;
    expect(await count()).toBe(1);
    writeFileSync(file, 'id,title,price\n1,Hat,5\n2,Cap,6\n');
    expect(await count()).toBe(2);
  });
});
