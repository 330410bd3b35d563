import { z } from 'zod';
import type { ClassifierModel } from './classifier.ts';

/** Changed when what is learned from the same utterances changes. */
export const TRAINING_VERSION = 1;

/** Weights of one language as they are kept: small, and to be read by people. */
export const weightFileSchema = z.object({
  version: z.int(),
  /** Of the utterances they were learned from, SHA-256. */
  utterances: z.string(),
  labels: z.array(z.string()),
  /** What a kept whole number is worth. */
  step: z.number().positive(),
  /** By feature: its rarity in hundredths, then the places of labels with their weights in steps: "412 3:54 12:-20". */
  features: z.record(z.string(), z.string()),
});
export type WeightFile = z.infer<typeof weightFileSchema>;

/** A weight is kept in so many steps on either side of nothing. */
const STEPS = 99;
const LEAST_STRENGTH = 1e-6;
/** Features kept, those that say most: strong ones that many utterances have. */
const MOST_FEATURES = 2_200;
/** Weights of a feature kept, the strongest. */
const MOST_WEIGHTS = 10;

/** The weights of a model, the strongest of each feature, in whole steps. Deterministic. */
export function packWeights(model: ClassifierModel, utterances: string): WeightFile {
  const width = model.labels.length;
  const rows = [...model.rows].map(([feature, row]) => {
    const weights = Array.from(model.weights.subarray(row * width, (row + 1) * width));
    const rarity = model.rarity[row] ?? 0;
    const strength = Math.max(...weights.map(Math.abs));
    return { feature, rarity, weights, strength, says: rarity * Math.exp(-rarity / 2) * strength };
  });
  const kept = rows
    .sort((left, right) => right.says - left.says || (left.feature < right.feature ? -1 : 1))
    .slice(0, MOST_FEATURES);
  const highest = kept.reduce((most, { strength }) => Math.max(most, strength), LEAST_STRENGTH);
  const step = highest / STEPS;
  const features = kept.map(({ feature, rarity, weights }) => {
    const strongest = weights
      .map((weight, place) => ({ place, steps: Math.round(weight / step) }))
      .filter(({ steps }) => steps !== 0)
      .sort((left, right) => Math.abs(right.steps) - Math.abs(left.steps) || left.place - right.place)
      .slice(0, MOST_WEIGHTS);
    const said = strongest.map(({ place, steps }) => `${place}:${steps}`);
    return [feature, [Math.round(rarity * 100), ...said].join(' ')] as const;
  });
  return {
    version: TRAINING_VERSION,
    utterances,
    labels: [...model.labels],
    step: Number(step.toPrecision(6)),
    features: Object.fromEntries(features),
  };
}

/** The model that a file holds. */
export function unpackWeights({ labels, step, features }: WeightFile): ClassifierModel {
  const entries = Object.entries(features).map(([feature, kept]) => ({ feature, kept: kept.split(' ') }));
  const weights = new Float32Array(entries.length * labels.length);
  entries.forEach(({ kept }, row) => {
    for (const pair of kept.slice(1)) {
      const [place, steps] = pair.split(':').map(Number);
      weights[row * labels.length + (place ?? 0)] = (steps ?? 0) * step;
    }
  });
  return {
    labels,
    rows: new Map(entries.map(({ feature }, row) => [feature, row])),
    rarity: Float32Array.from(entries, ({ kept }) => Number(kept[0]) / 100),
    weights,
  };
}
