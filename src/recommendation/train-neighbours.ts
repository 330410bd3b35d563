import { AssistantError } from '../errors/assistant-error.ts';
import { createGrowingColumn } from './growing-column.ts';
import type { InteractionMatrix, SparseRows } from './interaction-matrix.ts';
import { selectTop } from './select-top.ts';
import { at } from './typed-arrays.ts';

/** For every product the products that shoppers of it chose too, by weight. Row i holds what follows from having i. */
export interface NeighbourModel {
  /** Ascending; rows and columns are positions in it. */
  readonly productIds: readonly string[];
  /** Row i stands at `starts[i]` (inclusive) to `starts[i + 1]` (exclusive). */
  readonly starts: Int32Array;
  /** Largest weight first, ties by position; never the row's own product. */
  readonly neighbours: Int32Array;
  /** Parallel to `neighbours`, > 0, finite. */
  readonly weights: Float32Array;
}

export interface NeighbourOptions {
  /** Power of the transition probabilities, > 0. */
  readonly alpha: number;
  /** Discount of popular products, >= 0; larger spreads exposure over more of the catalogue at some cost in recall. */
  readonly beta: number;
  /** Most neighbours kept per product, >= 1. */
  readonly neighbours: number;
}

export const DEFAULT_NEIGHBOUR_OPTIONS: NeighbourOptions = { alpha: 0.8, beta: 0.2, neighbours: 200 };

/** Neighbours that room is set aside for before it is known how many there are: 256 MB a column, of which the machine gives what is used. */
const MOST_RESERVED = 2 ** 26;

/**
 * RP3beta: the probability of a walk product -> shopper -> product, with a power and a popularity discount.
 *
 *   W[i -> j] = sum over shoppers u of (x_ui / d_i)^alpha · (x_uj / d_u)^alpha / d_j^beta,   i != j
 *
 * where d are row and column sums. With x in {0, 1} this is d_i^-alpha · sum of d_u^-alpha · d_j^-beta.
 * The largest weights are kept per *source* i: keeping them per target halves the recall.
 * Cost: O(sum over shoppers of their products squared) time, 8 bytes per kept neighbour.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for options out of range.
 * @see Paudel, Christoffel, Newell, Bernstein, "Updatable, Accurate, Diverse, and Scalable Recommendations for
 *   Interactive Applications", TiiS 2017; real-valued x is our extension.
 */
export function trainNeighbours(
  matrix: InteractionMatrix,
  options: NeighbourOptions = DEFAULT_NEIGHBOUR_OPTIONS,
): NeighbourModel {
  assertOptions(options);
  const { byShopper, byProduct, productIds } = matrix;
  const { alpha, beta } = options;
  const shopperFactor = rowSums(byShopper).map((sum) => sum ** -alpha);
  const productSums = rowSums(byProduct);
  const sourceFactor = productSums.map((sum) => sum ** -alpha);
  const targetFactor = productSums.map((sum) => sum ** -beta);
  const powered = byShopper.values.map((value) => value ** alpha);

  const sums = new Float64Array(productIds.length);
  const touched = new Int32Array(productIds.length);
  const starts = new Int32Array(productIds.length + 1);
  const capacity = Math.min(MOST_RESERVED, productIds.length * options.neighbours);
  const neighbours = createGrowingColumn(Int32Array, capacity);
  const weights = createGrowingColumn(Float32Array, capacity);

  for (let source = 0; source < productIds.length; source += 1) {
    let touchedCount = 0;
    for (let visit = at(byProduct.starts, source); visit < at(byProduct.starts, source + 1); visit += 1) {
      const shopper = at(byProduct.columns, visit);
      const step = at(byProduct.values, visit) ** alpha * at(shopperFactor, shopper);
      const end = at(byShopper.starts, shopper + 1);
      for (let entry = at(byShopper.starts, shopper); entry < end; entry += 1) {
        const target = at(byShopper.columns, entry);
        if (sums[target] === 0) {
          touched[touchedCount] = target;
          touchedCount += 1;
        }
        sums[target] = at(sums, target) + step * at(powered, entry);
      }
    }
    const reached = touched.subarray(0, touchedCount);
    sums[source] = 0;
    const scale = at(sourceFactor, source);
    for (const target of reached) sums[target] = at(sums, target) * scale * at(targetFactor, target);
    for (const target of selectTop(reached, sums, options.neighbours + 1)) {
      const row = neighbours.length() - at(starts, source);
      if (Math.fround(at(sums, target)) === 0 || row === options.neighbours) continue;
      neighbours.push(target);
      weights.push(at(sums, target));
    }
    starts[source + 1] = neighbours.length();
    for (const target of reached) sums[target] = 0;
  }
  return { productIds, starts, neighbours: neighbours.finish(), weights: weights.finish() };
}

/** Sums of the rows; 1 for an empty row, so that its powers stay finite. */
function rowSums(rows: SparseRows): Float64Array {
  const sums = new Float64Array(rows.starts.length - 1);
  for (let row = 0; row < sums.length; row += 1) {
    for (let entry = at(rows.starts, row); entry < at(rows.starts, row + 1); entry += 1) {
      sums[row] = at(sums, row) + at(rows.values, entry);
    }
    if (sums[row] === 0) sums[row] = 1;
  }
  return sums;
}

function assertOptions({ alpha, beta, neighbours }: NeighbourOptions): void {
  const valid =
    Number.isFinite(alpha) && alpha > 0 && Number.isFinite(beta) && beta >= 0 && Number.isInteger(neighbours);
  if (!valid || neighbours < 1) {
    throw new AssistantError('INVALID_ARGUMENT', 'alpha must be > 0, beta >= 0 and neighbours >= 1', {
      details: { alpha, beta, neighbours },
    });
  }
}
