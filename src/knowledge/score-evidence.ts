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

/** What tells how sure the best answer is, beside how good it is; more is surer. */
export const CERTAINTY_FEATURES = [
  /** How much better it is than the next passage, at most 2. */
  'lead',
  /** Share of what the question is about that it answers to. */
  'met',
  /** How well it answers to that which it answers to least. */
  'weakest',
] as const;
type CertaintyFeature = (typeof CERTAINTY_FEATURES)[number];
export type CertaintyFeatures = Readonly<Record<CertaintyFeature, number>>;

const policySchema = useSchema.extend({
  certainty: z.record(z.enum(CERTAINTY_FEATURES), z.number().min(0)),
});

/** Learned by `eval answer --learn` and `--learn-policy`, which say on what. */
const USES = z.object({ product: useSchema, policy: policySchema }).parse(learned);

/** How well a text answers a question: a learned sum of its features, >= 0, more is better. */
export function scoreEvidence(features: EvidenceFeatures, use: EvidenceUse): number {
  const { weights } = USES[use];
  return EVIDENCE_FEATURES.reduce((sum, feature) => sum + weights[feature] * features[feature], 0);
}

/** Whether a text on a product is good enough to be an answer; else nothing is stated. */
export function isStated(features: EvidenceFeatures): boolean {
  return scoreEvidence(features, 'product') >= USES.product.stated.score && hasLeast(features, 'product');
}

/** How much surer than just sure enough it is that a text of the shop answers, in units of the score; below 0 it is taken not to. */
export function certaintyOf(features: EvidenceFeatures, certainty: CertaintyFeatures): number {
  const { certainty: weights, stated } = USES.policy;
  return CERTAINTY_FEATURES.reduce(
    (sum, feature) => sum + weights[feature] * certainty[feature],
    scoreEvidence(features, 'policy') - stated.score,
  );
}

/** Whether no single feature rules a text out. */
export function hasLeast(features: EvidenceFeatures, use: EvidenceUse): boolean {
  const { least } = USES[use].stated;
  return EVIDENCE_FEATURES.every((feature) => features[feature] >= (least[feature] ?? 0));
}
