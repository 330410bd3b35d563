import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { learnRanking } from '../../eval/suites/learn-ranking.ts';
import { runSearch } from '../../eval/suites/search.ts';
import type { AssistantError } from '../../src/errors/assistant-error.ts';

const COLOURS = ['red', 'blue', 'green', 'white', 'black', 'brown'];
const THINGS = ['lamp', 'scarf', 'table', 'boots', 'kettle', 'mirror'];

/** Every colour of every thing; who asks for one means just that, and a little any of the things. */
function labelledSet() {
  const products = COLOURS.flatMap((colour) => THINGS.map((thing) => ({ colour, thing })));
  const idOf = ({ colour, thing }: (typeof products)[number]) => `${colour}-${thing}`;
  return {
    products: [
      'product_uid,product_title',
      ...products.map((each) => `${idOf(each)},${each.colour} ${each.thing}`),
    ],
    queries: ['query_id,query', ...products.map((each, query) => `${query},${each.thing} ${each.colour}`)],
    labels: [
      'query_id,product_uid,relevance',
      ...products.flatMap((asked, query) =>
        products
          .filter(({ thing }) => thing === asked.thing)
          .map((each) => `${query},${idOf(each)},${each.colour === asked.colour ? 3 : 1.5}`),
      ),
    ],
  };
}

describe('over a small labelled shop', () => {
  let folder = '';
  const fileOf = (name: string) => join(folder, `${name}.csv`);
  const files = () => ({
    products: fileOf('products'),
    queries: fileOf('queries'),
    labels: fileOf('labels'),
  });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'labelled-'));
    for (const [name, lines] of Object.entries(labelledSet()))
      await writeFile(fileOf(name), lines.join('\n'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('learns weights that add up to one and find what was meant', async () => {
    const { weights, metrics, data } = await learnRanking(files());

    expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 3);
    expect(Object.values(weights).every((weight) => weight >= 0)).toBe(true);
    expect(metrics['with prior']).toBeGreaterThan(0.9);
    expect(data.products).toBe(36);
  });

  it('tells where the blend loses most to a single source', async () => {
    const { metrics, worstSlice, baselines } = await runSearch(files());

    expect(metrics['ndcg@10']).toBeGreaterThan(0.9);
    expect(worstSlice.loss).toBeLessThanOrEqual(0);
    expect(Object.keys(baselines)).toEqual(['bm25', 'terms', 'text', 'ranks']);
  });

  it('refuses a signal that there is not', async () => {
    await expect(runSearch({ ...files(), without: 'luck' })).rejects.toThrow(
      expect.objectContaining<Partial<AssistantError>>({ code: 'INVALID_ARGUMENT' }),
    );
  });
});
