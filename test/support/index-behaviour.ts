import fc from 'fast-check';
import type { BehaviourSource, IndexedBehaviour } from '../../src/ports/product-index.ts';

const DIMENSIONS = 2;
/** Sums of their products are exact in float32, in whatever order they are added. */
const anyFactor = fc.integer({ min: -8, max: 8 }).map((eighths) => eighths / 8);
const anyWeight = fc.integer({ min: 1, max: 16 }).map((eighths) => eighths / 8);
const anyProductId = fc.integer({ min: 0, max: 11 }).map((number) => `p${number}`);
const anyProductIds = fc.uniqueArray(anyProductId, { maxLength: 8 });

const anyTaste: fc.Arbitrary<IndexedBehaviour['taste']> = anyProductIds.chain((productIds) => {
  const length = productIds.length * DIMENSIONS;
  return fc.array(anyFactor, { minLength: length, maxLength: length }).map((factors) => ({
    productIds,
    dimensions: DIMENSIONS,
    factors: Float32Array.from(factors),
  }));
});

const anyNeighbours: fc.Arbitrary<IndexedBehaviour['neighbours']> = anyProductIds.chain((productIds) => {
  const anyRow = fc.uniqueArray(
    fc.tuple(fc.integer({ min: 0, max: Math.max(0, productIds.length - 1) }), anyWeight),
    { selector: ([neighbour]) => neighbour, maxLength: 4 },
  );
  return fc.tuple(...productIds.map(() => anyRow)).map((rows) => {
    const starts = Int32Array.of(0, ...rows.map(({ length }) => length));
    for (let row = 1; row < starts.length; row += 1)
      starts[row] = (starts[row] ?? 0) + (starts[row - 1] ?? 0);
    const entries = rows.flat();
    return {
      productIds,
      starts,
      neighbours: Int32Array.from(entries, ([neighbour]) => neighbour),
      weights: Float32Array.from(entries, ([, weight]) => weight),
    };
  });
});

/** What any training may teach of the products of `anyChange`. */
export const anyBehaviour: fc.Arbitrary<IndexedBehaviour> = fc
  .tuple(fc.option(anyTaste, { nil: undefined }), fc.option(anyNeighbours, { nil: undefined }))
  .map(([taste, neighbours]) => ({
    ...(taste === undefined ? {} : { taste }),
    ...(neighbours === undefined ? {} : { neighbours }),
  }));

const limit = fc.integer({ min: 0, max: 14 });

export const anyBehaviourSource: fc.Arbitrary<BehaviourSource> = fc.oneof(
  fc.record({
    source: fc.constant('taste' as const),
    vector: fc.tuple(anyFactor, anyFactor).map((factors) => Float32Array.from(factors)),
    limit,
  }),
  fc.record({
    source: fc.constant('neighbours' as const),
    history: fc.array(fc.record({ productId: anyProductId, weight: anyWeight }), { maxLength: 5 }),
    limit,
  }),
);
