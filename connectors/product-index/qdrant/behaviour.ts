import type { Schemas } from '@qdrant/js-client-rest';
import type { BehaviourSource, IndexedBehaviour } from '../../../src/ports/product-index.ts';
import { assertBehaviour, assertHistory } from '../assert-behaviour.ts';
import { assertQueryVector } from '../assert-vector.ts';

/** The vectors of a point that behaviour gives it. */
export interface BehaviourVectors {
  readonly taste?: number[];
  readonly neighbours?: Schemas['SparseVector'];
}

/** What behaviour has taught, in the form of vectors of points and of queries. */
export interface BehaviourBook {
  /** Without any when nothing was learned of the product. */
  vectorsOf(productId: string): BehaviourVectors;
  /** What to ask for the list of a source; undefined when it can find nothing. @throws {AssistantError} INVALID_ARGUMENT */
  toQuery(source: BehaviourSource): Pick<Schemas['QueryRequest'], 'query' | 'using' | 'params'> | undefined;
}

/**
 * A product's sparse vector `neighbours` holds at the place of every other product what having that one says of it, so that
 * the dot product with a history is the sum that is asked for. Places are rows of the table, not hashes: no two share one.
 *
 * @param dimensions Of the server's `taste`; a shorter taste is filled up with zeros, which adds nothing to a dot product.
 * @throws {AssistantError} INVALID_ARGUMENT when columns do not fit together.
 */
export function createBehaviourBook(behaviour: IndexedBehaviour, dimensions: number): BehaviourBook {
  assertBehaviour(behaviour);
  const { taste, neighbours } = behaviour;
  const tastes = new Map(taste?.productIds.map((productId, row) => [productId, row]));
  const places = new Map(neighbours?.productIds.map((productId, row) => [productId, row]));
  const incoming = neighbours === undefined ? undefined : transpose(neighbours);
  const filledUp = (factors: Float32Array): number[] =>
    Array.from({ length: dimensions }, (_, index) => factors[index] ?? 0);

  function tasteOf(productId: string): number[] | undefined {
    const row = tastes.get(productId);
    if (taste === undefined || row === undefined) return undefined;
    const factors = taste.factors.subarray(row * taste.dimensions, (row + 1) * taste.dimensions);
    return factors.every((factor) => factor === 0) ? undefined : filledUp(factors);
  }

  function neighboursOf(productId: string): Schemas['SparseVector'] | undefined {
    const place = places.get(productId);
    if (incoming === undefined || place === undefined) return undefined;
    const [start = 0, end = 0] = incoming.starts.subarray(place, place + 2);
    if (start === end) return undefined;
    return {
      indices: [...incoming.sources.subarray(start, end)],
      values: [...incoming.weights.subarray(start, end)],
    };
  }

  return {
    vectorsOf(productId) {
      const [dense, sparse] = [tasteOf(productId), neighboursOf(productId)];
      return {
        ...(dense === undefined ? {} : { taste: dense }),
        ...(sparse === undefined ? {} : { neighbours: sparse }),
      };
    },
    toQuery(source) {
      if (source.source === 'taste') {
        if (taste === undefined || source.vector.every((value) => value === 0)) return undefined;
        assertQueryVector(source.vector, taste.dimensions);
        return { query: filledUp(source.vector), using: 'taste', params: { exact: true } };
      }
      assertHistory(source.history);
      const weights = new Map<number, number>();
      for (const { productId, weight } of source.history) {
        const place = places.get(productId);
        if (place !== undefined) weights.set(place, (weights.get(place) ?? 0) + weight);
      }
      if (weights.size === 0) return undefined;
      return {
        query: { indices: [...weights.keys()], values: [...weights.values()] },
        using: 'neighbours',
      };
    },
  };
}

/** By product what having each of the others says of it. */
interface Incoming {
  readonly starts: Int32Array;
  readonly sources: Int32Array;
  readonly weights: Float32Array;
}

/** By a counting sort: O(entries + products). */
function transpose(table: NonNullable<IndexedBehaviour['neighbours']>): Incoming {
  const count = table.productIds.length;
  const starts = new Int32Array(count + 1);
  for (const target of table.neighbours) starts[target + 1] = (starts[target + 1] ?? 0) + 1;
  for (let row = 0; row < count; row += 1) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
  const next = starts.slice();
  const sources = new Int32Array(table.neighbours.length);
  const weights = new Float32Array(table.neighbours.length);
  for (let source = 0; source < count; source += 1) {
    for (let entry = table.starts[source] ?? 0; entry < (table.starts[source + 1] ?? 0); entry += 1) {
      const target = table.neighbours[entry] ?? 0;
      const place = next[target] ?? 0;
      sources[place] = source;
      weights[place] = table.weights[entry] ?? 0;
      next[target] = place + 1;
    }
  }
  return { starts, sources, weights };
}

/** Numbers that go out in one request, at most: some megabytes of JSON, where the server takes 32. */
const MOST_NUMBERS = 200_000;

/** Points in groups that fit one request each, in order; one that is larger by itself goes alone. */
export function* inRequests<Point extends { readonly vector: BehaviourVectors }>(
  points: Iterable<Point>,
  mostPoints: number,
): Generator<Point[]> {
  let group: Point[] = [];
  let numbers = 0;
  for (const point of points) {
    const size = 2 * (point.vector.neighbours?.indices.length ?? 0);
    if (group.length === mostPoints || (group.length > 0 && numbers + size > MOST_NUMBERS)) {
      yield group;
      group = [];
      numbers = 0;
    }
    group.push(point);
    numbers += size;
  }
  if (group.length > 0) yield group;
}
