import * as z from 'zod';
import { EVIDENCE_FEATURES, type EvidenceFeatures } from './evidence-features.ts';
import learned from './evidence-weights.json' with { type: 'json' };

const weight = z.number().min(0);

/** Learned by `eval answer --learn`, which says on what. */
const { weights, statedFrom } = z
  .object({
    weights: z.record(z.enum(EVIDENCE_FEATURES), weight),
    /** Scores from which a text is taken to answer. */
    statedFrom: z.object({ product: weight, policy: weight }),
  })
  .parse(learned);

/** How well a text answers a question: a learned sum of its features, >= 0, more is better. */
export const scoreEvidence = (features: EvidenceFeatures): number =>
  EVIDENCE_FEATURES.reduce((sum, feature) => sum + weights[feature] * features[feature], 0);

/** The least score of an answer; below it nothing is stated. */
export const STATED_FROM: Readonly<Record<'product' | 'policy', number>> = statedFrom;
