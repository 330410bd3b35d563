import { utteranceFeatures } from './utterance-features.ts';

/** A multinomial logistic regression over the features of utterances. */
export interface ClassifierModel {
  /** Ascending. */
  readonly labels: readonly string[];
  /** Row of each known feature. */
  readonly rows: ReadonlyMap<string, number>;
  /** Inverse document frequency by row, > 0: ln((1 + utterances) / (1 + utterances with it)). */
  readonly rarity: Float32Array;
  /** `(rows, labels)`, row-major. */
  readonly weights: Float32Array;
}

export interface LabelProbability {
  readonly label: string;
  /** In [0, 1]; all labels together 1. */
  readonly probability: number;
}

/** An utterance as a sparse vector of length 1; empty when nothing in it is known. */
export interface UtteranceVector {
  readonly rows: Int32Array;
  readonly values: Float32Array;
}

/** Letters repeat what words say: together they count half. Chosen on a split of training data. */
const PIECE_WEIGHT = 0.5;

export function toVector(
  utterance: string,
  { rows, rarity }: Pick<ClassifierModel, 'rows' | 'rarity'>,
): UtteranceVector {
  const { words, pieces } = utteranceFeatures(utterance);
  const known: number[] = [];
  const values: number[] = [];
  for (const [features, weight] of [
    [words, 1],
    [pieces, PIECE_WEIGHT],
  ] as const) {
    for (const feature of features) {
      const row = rows.get(feature);
      if (row === undefined) continue;
      known.push(row);
      values.push(weight * (rarity[row] ?? 0));
    }
  }
  const length = Math.hypot(...values) || 1;
  return { rows: Int32Array.from(known), values: Float32Array.from(values, (value) => value / length) };
}

/** Probabilities of all labels for a vector, into `out`: softmax of the weighted sums. Cost: O(features · labels). */
export function labelProbabilities(
  { rows, values }: UtteranceVector,
  weights: Float32Array,
  out: Float64Array,
): void {
  const width = out.length;
  out.fill(0);
  for (let index = 0; index < rows.length; index += 1) {
    const base = (rows[index] ?? 0) * width;
    const value = values[index] ?? 0;
    for (let label = 0; label < width; label += 1)
      out[label] = (out[label] ?? 0) + value * (weights[base + label] ?? 0);
  }
  const highest = out.reduce((left, right) => Math.max(left, right), Number.NEGATIVE_INFINITY);
  let total = 0;
  for (let label = 0; label < width; label += 1) {
    const power = Math.exp((out[label] ?? 0) - highest);
    out[label] = power;
    total += power;
  }
  for (let label = 0; label < width; label += 1) out[label] = (out[label] ?? 0) / total;
}

/** The likeliest labels first, ties by label. An utterance of which nothing is known gives all labels alike. */
export function classify(model: ClassifierModel, utterance: string): LabelProbability[] {
  const probabilities = new Float64Array(model.labels.length);
  labelProbabilities(toVector(utterance, model), model.weights, probabilities);
  return model.labels
    .map((label, index) => ({ label, probability: probabilities[index] ?? 0 }))
    .sort((left, right) => right.probability - left.probability || (left.label < right.label ? -1 : 1));
}
