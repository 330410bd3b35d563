import * as z from 'zod';
import { EVIDENCE_FEATURES, type EvidenceFeatures } from './evidence-features.ts';
import learned from './evidence-weights.json' with { type: 'json' };

/** What is asked about: texts on one product are told apart in another way than terms of a shop. */
export type EvidenceUse = 'product' | 'policy';

const weightsSchema = z.record(z.enum(EVIDENCE_FEATURES), z.number().min(0));
const useSchema = z.object({
  weights: weightsSchema,
  /** The least score, and the least of single features, of a text that is taken to answer. */
  stated: z.object({
    score: z.number().min(0),
    least: z.partialRecord(z.enum(EVIDENCE_FEATURES), z.number().min(0).max(1)),
  }),
});

/** Learned by `eval answer --learn`, which says on what. */
const USES = z.object({ product: useSchema, policy: useSchema }).parse(learned);

/** How well a text answers a question: a learned sum of its features, >= 0, more is better. */
export function scoreEvidence(features: EvidenceFeatures, use: EvidenceUse): number {
  const { weights } = USES[use];
  return EVIDENCE_FEATURES.reduce((sum, feature) => sum + weights[feature] * features[feature], 0);
}

/** Whether a text is good enough to be an answer; else nothing is stated. */
export function isStated(features: EvidenceFeatures, use: EvidenceUse): boolean {
  return scoreEvidence(features, use) >= USES[use].stated.score && hasLeast(features, use);
}

/** How far the score of a text is above the least of one that answers. */
export const excessOf = (features: EvidenceFeatures, use: EvidenceUse): number =>
  scoreEvidence(features, use) - USES[use].stated.score;

/** Whether no single feature rules a text out. */
export function hasLeast(features: EvidenceFeatures, use: EvidenceUse): boolean {
  const { least } = USES[use].stated;
  return EVIDENCE_FEATURES.every((feature) => features[feature] >= (least[feature] ?? 0));
}
