import type { BehaviourSource, IndexedBehaviour } from '../../src/ports/product-index.ts';
import { assertHistory } from './assert-behaviour.ts';
import { assertQueryVector } from './assert-vector.ts';

/** Scores of the products that a source of behaviour reaches, straight from the definition. */
export function scoreBehaviour(
  { taste, neighbours }: IndexedBehaviour,
  source: BehaviourSource,
): ReadonlyMap<string, number> {
  switch (source.source) {
    case 'taste':
      return taste === undefined ? new Map() : scoreTaste(taste, source.vector);
    case 'neighbours':
      assertHistory(source.history);
      return neighbours === undefined ? new Map() : scoreNeighbours(neighbours, source.history);
  }
}

function scoreTaste(
  { productIds, dimensions, factors }: NonNullable<IndexedBehaviour['taste']>,
  vector: Float32Array,
): Map<string, number> {
  if (vector.every((value) => value === 0)) return new Map();
  assertQueryVector(vector, dimensions);
  const rows = productIds.map((productId, row) => ({
    productId,
    factors: factors.subarray(row * dimensions, (row + 1) * dimensions),
  }));
  return new Map(
    rows
      .filter((row) => row.factors.some((factor) => factor !== 0))
      .map((row) => [
        row.productId,
        row.factors.reduce((sum, factor, dimension) => sum + factor * (vector[dimension] ?? 0), 0),
      ]),
  );
}

function scoreNeighbours(
  { productIds, starts, neighbours, weights }: NonNullable<IndexedBehaviour['neighbours']>,
  history: Extract<BehaviourSource, { source: 'neighbours' }>['history'],
): Map<string, number> {
  const scores = new Map<string, number>();
  for (const { productId, weight } of history) {
    const row = productIds.indexOf(productId);
    if (row === -1) continue;
    for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry += 1) {
      const neighbour = productIds[neighbours[entry] ?? 0] ?? '';
      scores.set(neighbour, (scores.get(neighbour) ?? 0) + weight * (weights[entry] ?? 0));
    }
  }
  for (const { productId } of history) scores.delete(productId);
  return scores;
}
