import { expect, it } from 'vitest';
import { qdrantIndexAt, startQdrant } from '../../../support/fake-qdrant/qdrant-index.ts';
import { document, variant } from '../../../support/index-documents.ts';

const { signal } = new AbortController();

/** What goes over the wire, whole: a change of it is a change of what a server must understand. Record again with `vitest -u`. */
it('asks a server these things, and no other', async () => {
  const server = await startQdrant();
  let generation = 0;
  const index = qdrantIndexAt(server.url, {
    collection: 'shop',
    readableProducts: 1,
    newId: () => `${++generation}`,
  });
  const scarf = document('scarf', {
    terms: { title: ['warm', 'scarf'], description: ['scarf', 'of', 'wool'] },
    titles: [['warm', 'scarf']],
    categoryKeys: ['clothing'],
    variants: [
      variant('blue', { color: ['blue'], width: ['30'] }, 3900),
      variant('red', { color: ['red'] }, 4500, 'preorder'),
    ],
  });
  const lamp = document('lamp', { variants: [variant('one', { color: ['blue'] }, 9900)] });
  const blue = {
    market: 'US',
    filters: [
      { kind: 'attribute' as const, attribute: 'color', anyOf: ['blue'] },
      { kind: 'range' as const, attribute: 'width', min: 20, max: 40 },
      { kind: 'not-terms' as const, fields: ['title' as const], noneOf: [['lamp']] },
    ],
  };

  await index.version(signal);
  await index.replaceAll([lamp]);
  await index.replaceAll([scarf, lamp]);
  await index.upsert([scarf]);
  await index.setBehaviour({
    taste: { productIds: ['scarf'], dimensions: 2, factors: Float32Array.of(0.5, -0.5) },
    neighbours: {
      productIds: ['lamp', 'scarf'],
      starts: Int32Array.of(0, 1, 1),
      neighbours: Int32Array.of(1),
      weights: Float32Array.of(0.25),
    },
  });
  await index.search(
    { market: 'US', filters: [] },
    [
      { source: 'taste', vector: Float32Array.of(1, 0), limit: 5 },
      { source: 'neighbours', history: [{ productId: 'lamp', weight: 2 }], limit: 5 },
    ],
    signal,
  );
  await index.search(
    blue,
    [
      { source: 'terms', query: [{ term: 'scarf', weight: 1, group: 0 }], limit: 5 },
      { source: 'text', vector: Float32Array.of(1, 0), limit: 5 },
      { source: 'given', productIds: ['scarf'] },
      { source: 'price', order: 'ascending', limit: 5 },
    ],
    signal,
  );
  await index.count([blue], signal);
  await index.facts(blue, ['scarf'], signal);
  await index.facets({ market: 'US', filters: [] }, ['color', 'category'], 2, signal);
  await index.priceRange(blue, signal);
  await index.delete(['lamp']);

  const lines = server.exchanges.map(({ request, body }) => `${request} ${JSON.stringify(body)}\n`);
  await expect([...new Set(lines)].sort().join('')).toMatchFileSnapshot(
    '../../../support/fake-qdrant/exchanges.txt',
  );
});
