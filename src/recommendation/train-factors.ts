import { createRandom } from '../domain/random.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { FactorLoss } from './factor-system.ts';
import type { InteractionMatrix } from './interaction-matrix.ts';
import { solveFactors } from './solve-factors.ts';

/** A dense vector for every product; that of a shopper is folded in from what they had. */
export interface FactorModel extends FactorLoss {
  /** Ascending; rows are positions in it. */
  readonly productIds: readonly string[];
  readonly dimensions: number;
  /** (products, dimensions), row-major. A product nobody had is all zeros. */
  readonly factors: Float32Array;
}

export interface FactorOptions extends Pick<FactorLoss, 'penalty'> {
  /** Weight of all products together as not chosen by a shopper, against 1 of one that was; > 0. */
  readonly unobservedMass: number;
  /** Of every vector, >= 1; no more than there are products are used. */
  readonly dimensions: number;
  /** Passes over shoppers and products, >= 1. */
  readonly epochs: number;
  /** Of the first vectors: the same seed gives the same model. */
  readonly seed: number;
}

/** Chosen on a split of training data: see eval/README.md. */
export const DEFAULT_FACTOR_OPTIONS: FactorOptions = {
  dimensions: 64,
  unobservedMass: 250,
  penalty: 0.003,
  epochs: 6,
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
 * where d are row and column sums of x and w0 = unobservedMass / products: it is for a shopper's whole list that one setting fits
 * catalogues of any size. Each vector is the exact solution of a linear system while the
 * other side stands still; the second sum is the same matrix for all of a side. Products are solved last.
 *
 * Cost: for each epoch that of `solveFactors` for both sides; 4 bytes a number.
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
  const { penalty } = options;
  const dimensions = Math.min(options.dimensions, Math.max(1, productIds.length));
  const unobservedWeight = options.unobservedMass / Math.max(1, productIds.length);
  const loss = { dimensions, unobservedWeight, penalty };
  const shoppers = new Float32Array((byShopper.starts.length - 1) * dimensions);
  const products = firstFactors(productIds.length, dimensions, options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    solveFactors(shoppers, byShopper, products, loss);
    solveFactors(products, byProduct, shoppers, loss);
  }
  return { productIds, dimensions, factors: products, unobservedWeight, penalty };
}

/** Normally distributed with deviation 0.1 / sqrt(dimensions). @see Box, Muller, 1958. */
function firstFactors(count: number, dimensions: number, seed: number): Float32Array {
  const random = createRandom(seed);
  const deviation = FIRST_DEVIATION / Math.sqrt(dimensions);
  return Float32Array.from({ length: count * dimensions }, () => {
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    return deviation * radius * Math.cos(2 * Math.PI * random());
  });
}

function assertOptions({ dimensions, unobservedMass, penalty, epochs }: FactorOptions): void {
  const counts = [dimensions, epochs].every((count) => Number.isInteger(count) && count >= 1);
  const weights = [unobservedMass, penalty].every((weight) => Number.isFinite(weight) && weight > 0);
  if (counts && weights) return;
  throw new AssistantError(
    'INVALID_ARGUMENT',
    'dimensions and epochs must be >= 1, unobservedMass and penalty > 0',
    { details: { dimensions, unobservedMass, penalty, epochs } },
  );
}
