import { describe, expect, it } from 'vitest';
import { createMemoryProductIndex } from '../../../../connectors/product-index/memory.ts';
import type { IndexSource, ProductIndex } from '../../../../src/ports/product-index.ts';
import { qdrantIndexAt, startQdrant } from '../../../support/fake-qdrant/qdrant-index.ts';
import { document } from '../../../support/index-documents.ts';

const { signal } = new AbortController();
const everything = { market: 'US', filters: [] };
const words: IndexSource = { source: 'terms', query: [{ term: 'scarf', weight: 1, group: 0 }], limit: 9 };
const scarf = (productId: string, ...title: string[]) =>
  document(productId, { terms: { title: ['scarf', ...title] } });
const found = async (index: ProductIndex) => (await index.search(everything, [words], signal))[0];

/** A server with two scarves, and the driver on it. */
async function twoScarves() {
  const server = await startQdrant();
  const index = qdrantIndexAt(server.url);
  await index.replaceAll([scarf('a'), scarf('b', 'of', 'wool')]);
  return { server, index };
}

describe('an answer of Qdrant', () => {
  it('that is cut off is asked for once more, and then told as no answer', async () => {
    const { server, index } = await twoScarves();
    server.requests.length = 0;
    for (const when of ['before', 'within'] as const) {
      server.mode = { kind: 'cut', when };
      await expect(index.count([everything], signal)).rejects.toMatchObject({ code: 'INDEX_UNAVAILABLE' });
    }
    expect(server.requests).toHaveLength(4);
    server.mode = { kind: 'good' };
    expect(await index.count([everything], signal)).toEqual([2]);
  });

  it('that is not JSON is refused', async () => {
    const { server, index } = await twoScarves();
    server.mode = { kind: 'garbled' };

    await expect(index.count([everything], signal)).rejects.toMatchObject({ code: 'INDEX_FAILED' });
  });

  it.each([
    ['a score that is no number', [{ points: [{ id: 1, score: null, payload: {} }] }]],
    ['a point that is no product', [{ points: [{ id: 1, score: 1, payload: { productId: 7 } }] }]],
    ['fewer lists than there were queries', []],
    ['nothing', undefined],
    ['a text', 'fine'],
  ])('with %s is refused', async (_, result) => {
    const { server, index } = await twoScarves();
    server.alter = (request, good) => (request.endsWith('/query/batch') ? result : good);

    await expect(index.search(everything, [words], signal)).rejects.toMatchObject({ code: 'INDEX_FAILED' });
  });

  it.each([
    ['of other dimensions', { text: [1, 0, 0] }],
    ['that holds what is no number', { text: [null, 0] }],
    ['that is not there', {}],
  ])('with a vector %s is refused', async (_, vector) => {
    const { server, index } = await twoScarves();
    server.alter = (request, good) =>
      request.endsWith('/points') && Array.isArray(good)
        ? good.map((point: object) => ({ ...point, vector }))
        : good;

    await expect(index.facts(everything, ['a'], signal)).rejects.toMatchObject({ code: 'INDEX_FAILED' });
  });

  it('that says when to come back is told as too busy', async () => {
    const { server, index } = await twoScarves();
    server.mode = { kind: 'status', status: 429, retryAfterSeconds: 7 };

    await expect(index.count([everything], signal)).rejects.toMatchObject({
      code: 'INDEX_UNAVAILABLE',
      details: { status: 429 },
    });
  });

  it('that refuses is told with the reason the server gives', async () => {
    const { server, index } = await twoScarves();
    server.mode = { kind: 'status', status: 400 };

    await expect(index.count([everything], signal)).rejects.toMatchObject({
      details: { status: 400, reason: 'as the test wants' },
    });
  });
});

describe('a change that Qdrant breaks off', () => {
  it.each([0, 1, 3])('after %i products leaves exact words behind once it is made again', async (after) => {
    const { server, index } = await twoScarves();
    const oracle = createMemoryProductIndex();
    const changed = [scarf('a', 'of', 'silk'), scarf('c', 'red', 'red'), document('b', {})];
    await oracle.replaceAll([scarf('a'), scarf('b', 'of', 'wool')]);
    await oracle.upsert(changed);

    server.mode = { kind: 'breaks-off', after };
    await expect(index.upsert(changed)).rejects.toMatchObject({ code: 'INDEX_FAILED' });
    server.mode = { kind: 'good' };
    await index.upsert(changed);

    expect(index.size()).toBe(3);
    expect(rounded(await found(index))).toEqual(rounded(await found(oracle)));
  });

  it('counts what the server made of it at the next change, of whatever product', async () => {
    const { server, index } = await twoScarves();
    const oracle = createMemoryProductIndex();
    await oracle.replaceAll([scarf('a', 'of', 'silk'), scarf('b', 'of', 'wool'), scarf('d')]);

    server.mode = { kind: 'breaks-off', after: 1 };
    await expect(index.upsert([scarf('a', 'of', 'silk'), scarf('c')])).rejects.toMatchObject({
      code: 'INDEX_FAILED',
    });
    server.mode = { kind: 'good' };
    await index.upsert([scarf('d')]);

    expect(index.size()).toBe(3);
    expect(rounded(await found(index))).toEqual(rounded(await found(oracle)));
  });
});

const rounded = (hits: Awaited<ReturnType<typeof found>>) =>
  hits?.map(({ productId, score }) => [productId, score.toFixed(6)]);
