import { AssistantError } from '../errors/assistant-error.ts';
import { type InteractionMatrix, type SparseRows, transpose } from './interaction-matrix.ts';
import { selectTop } from './select-top.ts';
import { solveCholesky } from './solve-cholesky.ts';
import { at } from './typed-arrays.ts';

/** What having one product says of another, all other products being known: below 0 where one stands in for the other. */
export interface RidgeModel {
  /** Ascending; rows and columns are positions in it. */
  readonly productIds: readonly string[];
  /** Row i, column j: the weight of having i for the score of j; finite, of either sign, never i = j. */
  readonly bySource: SparseRows;
}

export interface RidgeOptions {
  /** Pulls the weights towards 0, > 0; in squared events. */
  readonly penalty: number;
  /** Products a score is made of, at most, >= 1; the cost grows with the third power. */
  readonly sources: number;
  /** Power by which a shopper counts less the more they chose, >= 0; 0 counts all alike. */
  readonly shopperDiscount: number;
}

export const DEFAULT_RIDGE_OPTIONS: RidgeOptions = { penalty: 80, sources: 100, shopperDiscount: 0 };

/**
 * A linear model of every product from the products it is chosen with, without a matrix of all pairs: for target j the
 * `sources` products C of the largest co-occurrence G_cj / sqrt(d_c), and
 *
 *   w_j = (G_CC + penalty·I)^-1 · G_Cj,   G = sum over shoppers u of x_u · x_uᵀ / d_u^shopperDiscount
 *
 * where d are row and column sums. Cost: for each target the visits to its sources and sources³ / 6; 8 bytes a weight.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for options out of range.
 * @see Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", WWW 2019: the closed form over all products, whose
 *   diagonal is 0; solving each target within its own few sources and the discount of busy shoppers are not from it.
 */
export function trainRidge(
  matrix: InteractionMatrix,
  options: RidgeOptions = DEFAULT_RIDGE_OPTIONS,
): RidgeModel {
  assertOptions(options);
  const { productIds } = matrix;
  const discounted = discountShoppers(matrix, options.shopperDiscount);
  const findSources = createSourceSearch(discounted, options.sources);
  const fillBlock = createBlockFilling(discounted, options.sources);
  const block = new Float64Array(options.sources ** 2);

  const starts = new Int32Array(productIds.length + 1);
  const columns: Int32Array[] = [];
  const values: Float32Array[] = [];
  for (let target = 0; target < productIds.length; target += 1) {
    const { sources, together } = findSources(target);
    fillBlock(sources, block, options.penalty);
    solveCholesky(block, sources.length, together);
    columns.push(sources);
    values.push(Float32Array.from(together));
    starts[target + 1] = at(starts, target) + sources.length;
  }
  const length = at(starts, productIds.length);
  const byTarget = { starts, columns: new Int32Array(length), values: new Float32Array(length) };
  columns.forEach((row, target) => {
    byTarget.columns.set(row, at(starts, target));
  });
  values.forEach((row, target) => {
    byTarget.values.set(row, at(starts, target));
  });
  return { productIds, bySource: transpose(byTarget, productIds.length) };
}

/** Entries divided by d_u^(discount / 2), so that their products are divided by d_u^discount. */
function discountShoppers({ byShopper, productIds }: InteractionMatrix, discount: number) {
  const values = byShopper.values.slice();
  for (let shopper = 0; shopper + 1 < byShopper.starts.length; shopper += 1) {
    const row = values.subarray(byShopper.starts[shopper], byShopper.starts[shopper + 1]);
    const scale = row.reduce((sum, value) => sum + value, 0) ** (-discount / 2);
    for (let entry = 0; entry < row.length; entry += 1) row[entry] = at(row, entry) * scale;
  }
  const discounted = { ...byShopper, values };
  return { byShopper: discounted, byProduct: transpose(discounted, productIds.length) };
}

type Events = Pick<InteractionMatrix, 'byShopper' | 'byProduct'>;

/** The products a target is most often chosen with, and how often: G_Cj. */
function createSourceSearch({ byShopper, byProduct }: Events, limit: number) {
  const productCount = byProduct.starts.length - 1;
  const together = new Float64Array(productCount);
  const closeness = new Float64Array(productCount);
  const touched = new Int32Array(productCount);
  const sizes = new Float64Array(productCount).map((_, product) =>
    Math.sqrt(
      byProduct.values
        .subarray(byProduct.starts[product], byProduct.starts[product + 1])
        .reduce((sum, value) => sum + value, 0),
    ),
  );
  return (target: number): { readonly sources: Int32Array; readonly together: Float64Array } => {
    let count = 0;
    for (let visit = at(byProduct.starts, target); visit < at(byProduct.starts, target + 1); visit += 1) {
      const shopper = at(byProduct.columns, visit);
      const weight = at(byProduct.values, visit);
      const end = at(byShopper.starts, shopper + 1);
      for (let entry = at(byShopper.starts, shopper); entry < end; entry += 1) {
        const product = at(byShopper.columns, entry);
        if (product === target) continue;
        if (together[product] === 0) {
          touched[count] = product;
          count += 1;
        }
        together[product] = at(together, product) + weight * at(byShopper.values, entry);
      }
    }
    const reached = touched.subarray(0, count);
    for (const product of reached) closeness[product] = at(together, product) / at(sizes, product);
    const sources = Int32Array.from(selectTop(reached, closeness, limit));
    const counts = Float64Array.from(sources, (product) => at(together, product));
    for (const product of reached) together[product] = 0;
    return { sources, together: counts };
  };
}

/**
 * Fills the lower triangle with G_CC + penalty·I. The events of the sources are dealt out to their shoppers first, so that a
 * shopper costs the square of what they chose among the sources and not of all they chose.
 */
function createBlockFilling({ byShopper, byProduct }: Events, limit: number) {
  /** Of a shopper, the newest event dealt out to them; -1 for none. */
  const newest = new Int32Array(byShopper.starts.length - 1).fill(-1);
  const capacity = largestRows(byProduct, limit);
  const source = new Int32Array(capacity);
  const value = new Float64Array(capacity);
  const previous = new Int32Array(capacity);

  return (sources: Int32Array, block: Float64Array, penalty: number): void => {
    const size = sources.length;
    block.fill(0, 0, size * size);
    let events = 0;
    for (let row = 0; row < size; row += 1) {
      const product = at(sources, row);
      for (let visit = at(byProduct.starts, product); visit < at(byProduct.starts, product + 1); visit += 1) {
        const shopper = at(byProduct.columns, visit);
        const own = at(byProduct.values, visit);
        block[row * size + row] = at(block, row * size + row) + own * own;
        for (let other = at(newest, shopper); other >= 0; other = at(previous, other)) {
          const cell = row * size + at(source, other);
          block[cell] = at(block, cell) + own * at(value, other);
        }
        source[events] = row;
        value[events] = own;
        previous[events] = at(newest, shopper);
        newest[shopper] = events;
        events += 1;
      }
      block[row * size + row] = at(block, row * size + row) + penalty;
    }
    for (const product of sources) {
      for (let visit = at(byProduct.starts, product); visit < at(byProduct.starts, product + 1); visit += 1) {
        newest[at(byProduct.columns, visit)] = -1;
      }
    }
  };
}

/** Entries of the `count` longest rows together. */
function largestRows({ starts }: SparseRows, count: number): number {
  const lengths = starts.slice(1).map((end, row) => end - at(starts, row));
  return lengths
    .sort()
    .subarray(-count)
    .reduce((sum, length) => sum + length, 0);
}

function assertOptions({ penalty, sources, shopperDiscount }: RidgeOptions): void {
  const valid =
    Number.isFinite(penalty) && penalty > 0 && Number.isFinite(shopperDiscount) && shopperDiscount >= 0;
  if (!valid || !Number.isInteger(sources) || sources < 1) {
    throw new AssistantError(
      'INVALID_ARGUMENT',
      'penalty must be > 0, sources >= 1 and shopperDiscount >= 0',
      { details: { penalty, sources, shopperDiscount } },
    );
  }
}
