import { createRandom } from '../domain/random.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import { createFactorSystem, type FactorLoss, gramianOf } from './factor-system.ts';
import type { InteractionMatrix, SparseRows } from './interaction-matrix.ts';
import { at } from './typed-arrays.ts';

/** A dense vector for every product; that of a shopper is folded in from what they had. */
export interface FactorModel extends FactorLoss {
  /** Ascending; rows are positions in it. */
  readonly productIds: readonly string[];
  readonly dimensions: number;
  /** (products, dimensions), row-major. A product nobody had is all zeros. */
  readonly factors: Float32Array;
}

export interface FactorOptions extends FactorLoss {
  /** Of every vector, >= 1. */
  readonly dimensions: number;
  /** Passes over shoppers and products, >= 1. */
  readonly epochs: number;
  /** Of the first vectors: the same seed gives the same model. */
  readonly seed: number;
}

/** Chosen on a split of training data: see eval/README.md. */
export const DEFAULT_FACTOR_OPTIONS: FactorOptions = {
  dimensions: 64,
  unobservedWeight: 0.01,
  penalty: 0.003,
  epochs: 12,
  seed: 1,
};

/** Of all first vectors together: their length stays the same for any number of dimensions. */
const FIRST_DEVIATION = 0.1;

/**
 * Implicit alternating least squares: vectors p of shoppers and q of products that minimise
 *
 *   sum over observed (u, i) of x_ui · (p_u·q_i - 1)²  +  w0 · sum over all (u, i) of (p_u·q_i)²
 *     + penalty · ( sum over u of (d_u + w0 · products) · |p_u|²  +  sum over i of (d_i + w0 · shoppers) · |q_i|² )
 *
 * where d are row and column sums of x and w0 = unobservedWeight. Each vector is the exact solution of a linear system while the
 * other side stands still; the second sum is the same matrix for all of a side. Products are solved last.
 *
 * Cost: for each epoch 2 · entries · dimensions² / 2 + (shoppers + products) · dimensions³ / 6 multiplications; 4 bytes a number.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for options out of range.
 * @see Hu, Koren, Volinsky, "Collaborative Filtering for Implicit Feedback Datasets", ICDM 2008; the loss, the penalty that grows
 *   with frequency (nu = 1) and the first deviation 0.1 / sqrt(dimensions) are of Rendle, Krichene, Zhang, Koren, "Revisiting the
 *   Performance of iALS on Item Recommendation Benchmarks", 2021. Weights other than 0 and 1 are our extension.
 */
export function trainFactors(
  { byShopper, byProduct, productIds }: InteractionMatrix,
  options: FactorOptions = DEFAULT_FACTOR_OPTIONS,
): FactorModel {
  assertOptions(options);
  const { dimensions, unobservedWeight, penalty } = options;
  const shoppers = new Float32Array((byShopper.starts.length - 1) * dimensions);
  const products = firstFactors(productIds.length, options);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    solveSide(shoppers, byShopper, products, options);
    solveSide(products, byProduct, shoppers, options);
  }
  return { productIds, dimensions, factors: products, unobservedWeight, penalty };
}

/** Solves every vector of one side from those of the other. */
function solveSide(
  solved: Float32Array,
  rows: SparseRows,
  others: Float32Array,
  { dimensions, ...loss }: FactorOptions,
): void {
  const system = createFactorSystem(dimensions, loss);
  const gramian = gramianOf(others, dimensions);
  for (let row = 0; row + 1 < rows.starts.length; row += 1) {
    const [start, end] = [at(rows.starts, row), at(rows.starts, row + 1)];
    if (start === end) {
      solved.fill(0, row * dimensions, (row + 1) * dimensions);
      continue;
    }
    let observed = 0;
    for (let entry = start; entry < end; entry += 1) observed += at(rows.values, entry);
    system.begin(gramian, observed, others.length / dimensions);
    for (let entry = start; entry < end; entry += 1) {
      system.add(others, at(rows.columns, entry) * dimensions, at(rows.values, entry));
    }
    system.decompose();
    system.solve(system.right);
    solved.set(system.right, row * dimensions);
  }
}

/** Normally distributed with deviation 0.1 / sqrt(dimensions). @see Box, Muller, 1958. */
function firstFactors(count: number, { dimensions, seed }: FactorOptions): Float32Array {
  const random = createRandom(seed);
  const deviation = FIRST_DEVIATION / Math.sqrt(dimensions);
  return Float32Array.from({ length: count * dimensions }, () => {
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    return deviation * radius * Math.cos(2 * Math.PI * random());
  });
}

function assertOptions({ dimensions, unobservedWeight, penalty, epochs }: FactorOptions): void {
  const counts = [dimensions, epochs].every((count) => Number.isInteger(count) && count >= 1);
  const weights = [unobservedWeight, penalty].every((weight) => Number.isFinite(weight) && weight > 0);
  if (counts && weights) return;
  throw new AssistantError(
    'INVALID_ARGUMENT',
    'dimensions and epochs must be >= 1, unobservedWeight and penalty > 0',
    { details: { dimensions, unobservedWeight, penalty, epochs } },
  );
}
