import { describe, expect, it } from 'vitest';
import { createBehaviourBook, inRequests } from '../../../../connectors/product-index/qdrant/behaviour.ts';
import { qdrantIndexAt, startQdrant } from '../../../support/fake-qdrant/qdrant-index.ts';
import { document } from '../../../support/index-documents.ts';

const { signal } = new AbortController();
const US = { market: 'US', filters: [] };
const TASTE = { productIds: ['a', 'b'], dimensions: 1, factors: Float32Array.of(1, 2) };
const LIKING = { source: 'taste' as const, vector: Float32Array.of(1), limit: 5 };

const sparse = (entries: number) => ({
  indices: Array.from({ length: entries }, (_, index) => index),
  values: Array.from({ length: entries }, () => 1),
});

describe('behaviour as vectors', () => {
  it('fills a short taste up with zeros and gives a product what others say of it', () => {
    const book = createBehaviourBook(
      {
        taste: TASTE,
        neighbours: {
          productIds: ['a', 'b', 'c'],
          starts: Int32Array.of(0, 2, 3, 3),
          neighbours: Int32Array.of(1, 2, 2),
          weights: Float32Array.of(0.5, 0.25, 1),
        },
      },
      3,
    );
    expect(book.vectorsOf('a')).toEqual({ taste: [1, 0, 0] });
    expect(book.vectorsOf('c')).toEqual({ neighbours: { indices: [0, 1], values: [0.25, 1] } });
    expect(book.vectorsOf('x')).toEqual({});
    expect(book.toQuery(LIKING)).toEqual({ query: [1, 0, 0], using: 'taste', params: { exact: true } });
  });

  it('divides points among requests by their number and by what they hold', () => {
    const points = [3, 1, 0, 120_000, 0, 1].map((entries) => ({ vector: { neighbours: sparse(entries) } }));
    const sizes = [...inRequests(points, 2)].map((group) =>
      group.map(({ vector }) => vector.neighbours.indices.length),
    );
    expect(sizes).toEqual([[3, 1], [0], [120_000], [0, 1]]);
  });
});

describe('behaviour in a Qdrant server', () => {
  it('is not asked for while two trainings would mix, and is whole again when it is set once more', async () => {
    const server = await startQdrant();
    const index = qdrantIndexAt(server.url, { timeoutMs: 10_000 });
    await index.replaceAll(['a', 'b'].map((productId) => document(productId, {})));
    await index.setBehaviour({ taste: TASTE });
    server.refuse = (request) => (request.endsWith('/points/vectors') ? 400 : undefined);
    const other = { taste: { ...TASTE, factors: Float32Array.of(4, 3) } };
    await expect(index.setBehaviour(other)).rejects.toMatchObject({ code: 'INDEX_FAILED' });
    expect(await index.search(US, [LIKING], signal)).toEqual([[]]);

    server.refuse = () => undefined;
    await index.upsert([document('a', {})]);
    expect(await index.search(US, [LIKING], signal)).toEqual([[]]);
    await index.setBehaviour(other);
    const [hits = []] = await index.search(US, [LIKING], signal);
    expect(hits.map(({ productId, score }) => [productId, score])).toEqual([
      ['a', 4],
      ['b', 3],
    ]);
  });

  it('asks for all sources of one search in one request', async () => {
    const server = await startQdrant();
    const index = qdrantIndexAt(server.url);
    await index.setBehaviour({ taste: TASTE });
    await index.replaceAll(['a', 'b'].map((productId) => document(productId, {})));
    server.requests.length = 0;
    await index.search(US, [LIKING, { source: 'given', productIds: ['a'] }], signal);
    expect(server.requests.map((request) => request.split('/').slice(-2).join('/'))).toEqual(['query/batch']);
  });
});
