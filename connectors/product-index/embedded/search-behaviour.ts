import type {
  BehaviourSource,
  IndexedBehaviour,
  IndexHit,
  IndexSource,
} from '../../../src/ports/product-index.ts';
import { assertHistory } from '../assert-behaviour.ts';
import { assertQueryVector } from '../assert-vector.ts';
import { forEachBit, hasBit } from './bits.ts';
import type { Passing } from './evaluate-scope.ts';
import { toHit } from './search-source.ts';
import type { Segment } from './segment.ts';
import { createTopProducts } from './top-products.ts';

export type SearchBehaviour = (passing: readonly Passing[], source: BehaviourSource) => IndexHit[];

export const isOfBehaviour = (source: IndexSource): source is BehaviourSource =>
  source.source === 'taste' || source.source === 'neighbours';

/**
 * The lists of behaviour over what passes. Cost: `taste` O(passing · dimensions), and once for each segment O(products);
 * `neighbours` O(history · row length). Keeps the given columns and O(products) beside them.
 */
export function createBehaviourSearch(behaviour: IndexedBehaviour): SearchBehaviour {
  const byTaste = createTasteSearch(behaviour.taste);
  const byNeighbours = createNeighbourSearch(behaviour.neighbours);
  return (passing, source) => {
    switch (source.source) {
      case 'taste':
        return byTaste(passing, source);
      case 'neighbours':
        assertHistory(source.history);
        return byNeighbours(passing, source);
    }
  };
}

type Search<Kind extends BehaviourSource['source']> = (
  passing: readonly Passing[],
  source: Extract<BehaviourSource, { source: Kind }>,
) => IndexHit[];

function createTasteSearch(taste: IndexedBehaviour['taste']): Search<'taste'> {
  if (taste === undefined) return () => [];
  const { productIds, dimensions, factors } = taste;
  /** By row of a segment the row of factors; -1 without a taste. */
  const rowsOf = new WeakMap<Segment, Int32Array>();

  function alignRows(segment: Segment): Int32Array {
    const rows = new Int32Array(segment.productIds.length).fill(-1);
    for (const [row, productId] of productIds.entries()) {
      const held = segment.rowOf.get(productId);
      const isTaste = factors.subarray(row * dimensions, (row + 1) * dimensions).some((value) => value !== 0);
      if (held !== undefined && isTaste) rows[held] = row;
    }
    rowsOf.set(segment, rows);
    return rows;
  }

  return (passing, { vector, limit }) => {
    if (vector.every((value) => value === 0)) return [];
    assertQueryVector(vector, dimensions);
    const top = createTopProducts(limit);
    for (const part of passing) {
      const rows = rowsOf.get(part.segment) ?? alignRows(part.segment);
      forEachBit(part.products, (held) => {
        const row = rows[held] ?? -1;
        if (row === -1) return;
        let score = 0;
        for (let index = 0; index < dimensions; index += 1)
          score += (factors[row * dimensions + index] ?? 0) * (vector[index] ?? 0);
        top.offer(score, part, held);
      });
    }
    return top.list().map(toHit);
  };
}

function createNeighbourSearch(table: IndexedBehaviour['neighbours']): Search<'neighbours'> {
  if (table === undefined) return () => [];
  const { productIds, starts, neighbours, weights } = table;
  const positions = new Map(productIds.map((productId, position) => [productId, position]));
  const scores = new Float64Array(productIds.length);

  return (passing, { history, limit }) => {
    const touched = new Set<number>();
    for (const { productId, weight } of history) {
      const row = positions.get(productId);
      if (row === undefined) continue;
      for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry += 1) {
        const neighbour = neighbours[entry] ?? 0;
        touched.add(neighbour);
        scores[neighbour] = (scores[neighbour] ?? 0) + weight * (weights[entry] ?? 0);
      }
    }
    const known = new Set(history.map(({ productId }) => productId));
    const top = createTopProducts(limit);
    for (const position of touched) {
      const productId = productIds[position] ?? '';
      for (const part of known.has(productId) ? [] : passing) {
        const row = part.segment.rowOf.get(productId);
        if (row !== undefined && hasBit(part.products, row)) top.offer(scores[position] ?? 0, part, row);
      }
    }
    for (const position of touched) scores[position] = 0;
    return top.list().map(toHit);
  };
}
