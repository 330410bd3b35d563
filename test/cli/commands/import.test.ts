import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { run, runJson } from '../../support/run-program.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const feed = (name: string) => fileURLToPath(new URL(`../../support/feeds/${name}`, import.meta.url));

function written(name: string, text: string): string {
  const file = join(temporaryDirectory(), name);
  writeFileSync(file, text);
  return file;
}

const event = (messageId: string, productId: string, more: object = {}) =>
  JSON.stringify({
    type: 'track',
    event: 'Product Clicked',
    messageId,
    userId: 'shopper-1',
    properties: { product_id: productId },
    ...more,
  });

describe('import catalog', () => {
  it.each([
    ['google.xml', ['GB'], 2, [{ line: 39, id: 'BAD-1' }]],
    ['shop.csv', ['DE'], 2, [{ line: 5, id: 'A-3' }]],
    ['shopify.csv', ['US'], 2, [{ line: 10, id: 'free-lamp' }]],
    ['products.json', ['US'], 2, [{ line: 6 }]],
    ['google.tsv', ['US'], 2, []],
    ['google-atom.xml', ['DE'], 1, []],
  ])('reads %s and reports every rejected row', async (name, markets, products, rejected) => {
    const { code, body } = await runJson(['import', 'catalog', feed(name), '--data', temporaryDirectory()]);
    expect(code).toBe(0);
    expect(body).toMatchObject({
      products,
      added: products,
      markets,
      rejectedTotal: rejected.length,
      rejected,
    });
    for (const { reason } of body.rejected) expect(reason).toMatch(/\w+ \w+/);
  });

  it('says for people what came in, what did not and why, and what to do next', async () => {
    const directory = temporaryDirectory();
    const { code, stdout } = await run(['import', 'catalog', feed('google.xml'), '--data', directory]);
    expect(code).toBe(0);
    expect(stdout).toContain('2 products (3 variants) for GB');
    expect(stdout).toContain('1 row rejected:\n');
    expect(stdout).toMatch(/^39 +BAD-1 +The price "-1.00 GBP" is below zero$/m);
    expect(stdout).toMatch(/^30 +MUG-1 +.*was left out$/m);
    expect(stdout).toContain(`floorwalker serve --data ${directory}`);
  });

  it('changes nothing the second time', async () => {
    const commandLine = ['import', 'catalog', feed('shop.csv'), '--data', temporaryDirectory()];
    const first = await runJson(commandLine);
    const second = await runJson(commandLine);
    expect(first.body).toMatchObject({ unchanged: false, added: 2, version: 1 });
    expect(second.body).toMatchObject({ unchanged: true, added: 0, changed: 0, removed: 0, version: 1 });
    expect((await run(commandLine)).stdout).toContain('nothing changed');
  });

  it('publishes nothing of a faulty feed, and lists the rows at fault', async () => {
    const directory = temporaryDirectory();
    const file = written(
      'faulty.csv',
      'id,title,price,currency\na,Lamp,free,USD\nb,Mug,none,USD\nc,Cup,7,USD\n',
    );
    const { code, body, stderr } = await runJson(['import', 'catalog', file, '--data', directory]);
    expect([code, body.error.code]).toEqual([1, 'CATALOGUE_REFUSED']);
    expect(body.error.details.rejected).toMatchObject([
      { line: 2, id: 'a' },
      { line: 3, id: 'b' },
    ]);
    expect(stderr).toMatch(/^2 +a +"free" is not a price$/m);
    const forced = await runJson(['import', 'catalog', file, '--data', directory, '--force']);
    expect(forced.body).toMatchObject({ products: 1, rejectedTotal: 2 });
  });

  it('shows the first of many rejected rows, and says how many more there are', async () => {
    const bad = Array.from({ length: 30 }, (_, index) => `b${index},Mug,none,USD`);
    const good = Array.from({ length: 40 }, (_, index) => `g${index},Mug ${index},7,USD`);
    const file = written('many.csv', ['id,title,price,currency', ...bad, ...good].join('\n'));
    const { stdout } = await run(['import', 'catalog', file, '--data', temporaryDirectory()]);
    expect(stdout).toContain('30 rows rejected:');
    expect(stdout.match(/is not a price/g)).toHaveLength(20);
    expect(stdout).toContain('... and 10 more; --json lists them');
  });

  it('takes a map of columns, and names the file when the map cannot be read', async () => {
    const file = written('own.csv', 'ItemID;Name;Amount\n1;Desk lamp;12.50\n');
    const map = written(
      'map.json',
      '{"id":"ItemID","title":"Name","price":"Amount","currency":{"value":"USD"}}',
    );
    const mapped = await runJson(['import', 'catalog', file, '--map', map, '--data', temporaryDirectory()]);
    expect(mapped.body).toMatchObject({ products: 1, markets: ['US'] });
    const broken = written('broken.json', '{"id":');
    const refused = await runJson([
      'import',
      'catalog',
      file,
      '--map',
      broken,
      '--data',
      temporaryDirectory(),
    ]);
    expect([refused.code, refused.body.error.code]).toEqual([1, 'INVALID_ARGUMENT']);
    expect(refused.body.error.message).toContain(broken);
  });
});

describe('import events, train', () => {
  it('takes the good lines, reports the others, and counts nothing twice', async () => {
    const directory = temporaryDirectory();
    await run(['import', 'catalog', feed('google.xml'), '--data', directory]);
    const file = written('events.jsonl', [event('1', 'SC-1'), 'nonsense', event('2', 'nothing')].join('\n'));
    const commandLine = ['import', 'events', file, '--data', directory];
    const { code, stdout } = await run(commandLine);
    expect(code).toBe(0);
    expect(stdout).toContain('1 event accepted (1 new interaction)\n2 lines rejected:\n');
    expect(stdout).toMatch(/^2 +The line is not valid JSON$/m);
    expect((await runJson(commandLine)).body).toMatchObject({
      accepted: 1,
      interactions: 0,
      rejectedTotal: 2,
    });
  });

  it('learns from what was imported, and says so when there is nothing to learn from', async () => {
    const directory = temporaryDirectory();
    await run(['import', 'catalog', feed('google.xml'), '--data', directory]);
    const nothing = await run(['train', '--data', directory]);
    expect([nothing.code, nothing.stdout]).toEqual([0, expect.stringMatching(/^Nothing was learned: /)]);
    const lines = ['SC-1', 'MUG-1'].flatMap((product, index) =>
      [1, 2, 3].map((shopper) =>
        event(`${product}-${shopper}`, product, {
          userId: `shopper-${shopper}`,
          timestamp: new Date(Date.UTC(2026, 9, 1 + index, shopper)).toISOString(),
        }),
      ),
    );
    const file = written('events.jsonl', lines.join('\n'));
    await run(['import', 'events', file, '--consented', '--data', directory]);
    const { body } = await runJson(['train', '--data', directory]);
    expect(body).toMatchObject({ version: 1, activated: true, interactions: 6, shoppers: 3, products: 2 });
    expect((await run(['train', '--data', directory])).stdout).toContain(
      'Learned from 6 interactions of 3 shoppers',
    );
  });
});
