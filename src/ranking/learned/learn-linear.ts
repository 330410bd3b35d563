import type { TrainingSet } from './training-set.ts';

export interface LinearOptions {
  /** Steps over all rows. 300 when absent. */
  readonly steps?: number;
  /** Of a step. 0.05 when absent. */
  readonly learningRate?: number;
  /** Holds weights down: half of it times the square of each is added to the loss. 0.001 when absent. */
  readonly shrinkage?: number;
}

const FIRST_WEIGHT = 0.5;
const FADING = 0.9;
const SQUARE_FADING = 0.99;
const SMALLEST = 1e-8;

/**
 * Learns one weight a feature so that candidates worth something stand above the others of their query: the least cross entropy
 * between the share of each in the gain of its query and the soft maximum of the scores, queries counting by their weight. A convex problem; the weights stay at
 * 0 or above, so that more of a feature never costs a place. Queries without gain are passed over. Deterministic.
 * Cost: O(steps · rows · features).
 *
 * @returns By feature, >= 0, on the scale of the soft maximum.
 * @see Cao, Qin, Liu, Tsai & Li, "Learning to Rank: From Pairwise Approach to Listwise Approach", ICML 2007 (ListNet, top one);
 *   Kingma & Ba, "Adam", ICLR 2015, for the steps. The bound at 0 is ours.
 */
export function learnLinear(
  set: TrainingSet,
  { steps = 300, learningRate = 0.05, shrinkage = 0.001 }: LinearOptions = {},
): Float64Array {
  const width = set.names.length;
  const weights = new Float64Array(width).fill(FIRST_WEIGHT);
  const momentum = new Float64Array(width);
  const squares = new Float64Array(width);
  for (let step = 1; step <= steps; step += 1) {
    const gradient = lossGradient(set, weights);
    for (let feature = 0; feature < width; feature += 1) {
      const weight = weights[feature] ?? 0;
      const slope = (gradient[feature] ?? 0) + shrinkage * weight;
      const mean = FADING * (momentum[feature] ?? 0) + (1 - FADING) * slope;
      const square = SQUARE_FADING * (squares[feature] ?? 0) + (1 - SQUARE_FADING) * slope * slope;
      momentum[feature] = mean;
      squares[feature] = square;
      const pace = Math.sqrt(square / (1 - SQUARE_FADING ** step)) + SMALLEST;
      weights[feature] = Math.max(0, weight - (learningRate * mean) / (1 - FADING ** step) / pace);
    }
  }
  return weights;
}

/** Of the mean loss of the queries that have gain. */
function lossGradient(
  { values, gains, start, idealGains, weights: counts }: TrainingSet,
  weights: Float64Array,
): Float64Array {
  const width = weights.length;
  const gradient = new Float64Array(width);
  let counted = 0;
  for (let query = 0; query < idealGains.length; query += 1) {
    const [from = 0, to = 0] = start.subarray(query, query + 2);
    const whole = gains.subarray(from, to).reduce((sum, gain) => sum + gain, 0);
    if (whole === 0) continue;
    const count = counts[query] ?? 0;
    counted += count;
    const scores = scoreRows(values, weights, from, to);
    const highest = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
    let mass = 0;
    for (let row = 0; row < scores.length; row += 1) {
      scores[row] = Math.exp((scores[row] ?? 0) - highest);
      mass += scores[row] ?? 0;
    }
    for (let row = from; row < to; row += 1) {
      const error = count * ((scores[row - from] ?? 0) / mass - (gains[row] ?? 0) / whole);
      for (let feature = 0; feature < width; feature += 1) {
        gradient[feature] = (gradient[feature] ?? 0) + error * (values[row * width + feature] ?? 0);
      }
    }
  }
  return counted === 0 ? gradient : gradient.map((sum) => sum / counted);
}

/** Weighted sums of the features of rows `from .. to`. */
export function scoreRows(
  values: Float32Array,
  weights: Float64Array,
  from: number,
  to: number,
): Float64Array {
  const width = weights.length;
  const scores = new Float64Array(to - from);
  for (let row = from; row < to; row += 1) {
    let score = 0;
    for (let feature = 0; feature < width; feature += 1) {
      score += (weights[feature] ?? 0) * (values[row * width + feature] ?? 0);
    }
    scores[row - from] = score;
  }
  return scores;
}
