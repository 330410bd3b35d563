import { discount, orderRows } from './ranking-quality.ts';
import type { TrainingSet } from './training-set.ts';

/** First and second derivatives of the loss by the score of each row. */
export interface Derivatives {
  readonly slopes: Float64Array;
  readonly curvatures: Float64Array;
}

/** Pairs count when one of them stands above this rank. */
const TRUNCATION = 30;
/** Keeps pairs of near scores from counting without bound. */
const LEAST_DISTANCE = 0.01;

/**
 * Which way every score should move: each pair of candidates of a query that are worth different gains pulls the better one up
 * by how much NDCG an exchange of the two would change, times how far the scores are from saying so. The pulls of a query are
 * scaled to log2(1 + their sum), so that long lists do not drown short ones, and to the weight of the query. Cost: O(queries · 30 · candidates).
 *
 * @see Burges, "From RankNet to LambdaRank to LambdaMART: An Overview", MSR-TR-2010-82; the division by the distance of the
 *   scores and the scaling after the lambdarank objective of LightGBM.
 */
export function lambdaGradients(set: TrainingSet, scores: Float64Array): Derivatives {
  const derivatives = {
    slopes: new Float64Array(scores.length),
    curvatures: new Float64Array(scores.length),
  };
  for (let query = 0; query < set.idealGains.length; query += 1) addQuery(set, scores, query, derivatives);
  return derivatives;
}

function addQuery(set: TrainingSet, scores: Float64Array, query: number, derivatives: Derivatives): void {
  const { gains, start, idealGains } = set;
  const { slopes, curvatures } = derivatives;
  const ideal = idealGains[query] ?? 0;
  const [from = 0, to = 0] = start.subarray(query, query + 2);
  if (ideal <= 0) return;
  const rows = orderRows(scores, from, to);
  const spread = (scores[rows[0] ?? 0] ?? 0) - (scores[rows.at(-1) ?? 0] ?? 0);
  let pull = 0;
  for (let upper = 0; upper < Math.min(TRUNCATION, rows.length); upper += 1) {
    for (let lower = upper + 1; lower < rows.length; lower += 1) {
      const [first = 0, second = 0] = [rows[upper], rows[lower]];
      const gap = (gains[first] ?? 0) - (gains[second] ?? 0);
      if (gap === 0) continue;
      const [better, worse] = gap > 0 ? [first, second] : [second, first];
      const distance = (scores[better] ?? 0) - (scores[worse] ?? 0);
      let change = (Math.abs(gap) * (discount(upper) - discount(lower))) / ideal;
      if (spread > 0) change /= LEAST_DISTANCE + Math.abs(distance);
      const doubt = 1 / (1 + Math.exp(distance));
      const slope = doubt * change;
      const curvature = doubt * (1 - doubt) * change;
      slopes[better] = (slopes[better] ?? 0) - slope;
      slopes[worse] = (slopes[worse] ?? 0) + slope;
      curvatures[better] = (curvatures[better] ?? 0) + curvature;
      curvatures[worse] = (curvatures[worse] ?? 0) + curvature;
      pull += 2 * slope;
    }
  }
  if (pull === 0) return;
  const scale = ((set.weights[query] ?? 0) * Math.log2(1 + pull)) / pull;
  for (let row = from; row < to; row += 1) {
    slopes[row] = (slopes[row] ?? 0) * scale;
    curvatures[row] = (curvatures[row] ?? 0) * scale;
  }
}
