import { createRandom } from '../../../src/domain/random.ts';
import { EVIDENCE_FEATURES, type EvidenceFeature } from '../../../src/knowledge/evidence-features.ts';
import type { WeighedPolicyCase } from './policy-cases.ts';

/** Weights of the features of evidence for texts of the shop, and the least sum of one that is taken to answer. */
export interface LearnedPolicy {
  readonly weights: Readonly<Record<EvidenceFeature, number>>;
  readonly score: number;
}

const FOLDS = 5;
const SEED = 1;
const STEPS = 600;
const PACE = 0.5;
/** Half of it times the square of each weight is added to the loss: some hundred questions tell little. */
const SHRINKAGE = 0.01;
/** Of a question that is not answered right, against one that is rightly "not stated": a wrong answer binds the shop. */
const WRONG = 2;

interface Example {
  readonly values: readonly number[];
  readonly isRight: boolean;
  readonly weight: number;
}

/**
 * Learns on questions whose answers are known: a logistic sum of features, none of which may speak against an answer, that parts passages which give the
 * right one from all others; then the least sum, by the questions that were left out of learning in each of five folds. Deterministic.
 */
export function learnPolicy(cases: readonly WeighedPolicyCase[]): LearnedPolicy & { readonly folds: number } {
  const random = createRandom(SEED);
  const foldOf = cases.map(() => Math.floor(random() * FOLDS));
  const heldOut = Array.from({ length: FOLDS }, (_, fold) => {
    const learned = fitWeights(cases.filter((_each, at) => foldOf[at] !== fold));
    return cases.filter((_each, at) => foldOf[at] === fold).map((each) => bestOf(each, learned));
  }).flat();
  const { score, gain } = bestThreshold(heldOut);
  const learned = fitWeights(cases);
  return {
    weights: toWeights(learned.weights),
    score: Number((score - learned.bias).toFixed(2)),
    folds: gain / Math.max(1, cases.length),
  };
}

interface Fitted {
  readonly weights: readonly number[];
  /** Minus what is added to the sum, so that sums of different folds can be compared. */
  readonly bias: number;
}

function fitWeights(cases: readonly WeighedPolicyCase[]): Fitted {
  const examples = cases.flatMap(toExamples);
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  let weights = EVIDENCE_FEATURES.map(() => 1);
  let bias = -EVIDENCE_FEATURES.length / 2;
  for (let step = 0; step < STEPS; step += 1) {
    const slopes = weights.map((weight) => SHRINKAGE * weight);
    let slope = 0;
    for (const { values, isRight, weight } of examples) {
      const sum = values.reduce((all, value, at) => all + value * (weights[at] ?? 0), bias);
      const error = ((1 / (1 + Math.exp(-sum)) - (isRight ? 1 : 0)) * weight) / total;
      slope += error;
      values.forEach((value, at) => {
        slopes[at] = (slopes[at] ?? 0) + error * value;
      });
    }
    weights = weights.map((weight, at) => Math.max(0, weight - PACE * (slopes[at] ?? 0)));
    bias -= PACE * slope;
  }
  return { weights, bias };
}

/** Passages of a question count together as one, so that those of a question with many do not outweigh others. */
function toExamples({ candidates }: WeighedPolicyCase): Example[] {
  return candidates.map(({ features, isRight }) => ({
    values: EVIDENCE_FEATURES.map((name) => features[name]),
    isRight,
    weight: isRight ? WRONG / 2 : WRONG / Math.max(1, candidates.length),
  }));
}

interface Outcome {
  readonly sum: number;
  readonly isRight: boolean;
  readonly isAnswerable: boolean;
}

function bestOf({ candidates, isAnswerable }: WeighedPolicyCase, { weights, bias }: Fitted): Outcome {
  const scored = candidates
    .filter(({ isEligible }) => isEligible)
    .map(({ features, isRight }) => ({
      isRight,
      sum: EVIDENCE_FEATURES.reduce((sum, name, at) => sum + features[name] * (weights[at] ?? 0), bias),
    }))
    .sort((left, right) => right.sum - left.sum);
  return {
    sum: scored[0]?.sum ?? Number.NEGATIVE_INFINITY,
    isRight: scored[0]?.isRight ?? false,
    isAnswerable,
  };
}

/** By what is won: a right answer or a right "not stated" counts one, a wrong answer costs one. */
function bestThreshold(outcomes: readonly Outcome[]): { readonly score: number; readonly gain: number } {
  const gainAt = (score: number) =>
    outcomes.reduce((gain, { sum, isRight, isAnswerable }) => {
      if (sum < score) return gain + (isAnswerable ? 0 : 1);
      return gain + (isRight ? 1 : -1);
    }, 0);
  return outcomes
    .filter(({ sum }) => Number.isFinite(sum))
    .map(({ sum }) => ({ score: sum, gain: gainAt(sum) }))
    .reduce((best, each) => (each.gain > best.gain ? each : best), { score: 0, gain: gainAt(0) });
}

const toWeights = (weights: readonly number[]): Record<EvidenceFeature, number> => {
  const at = (name: EvidenceFeature) => Number((weights[EVIDENCE_FEATURES.indexOf(name)] ?? 0).toFixed(2));
  return {
    coverage: at('coverage'),
    heading: at('heading'),
    own: at('own'),
    passage: at('passage'),
    rarest: at('rarest'),
    words: at('words'),
    meaning: at('meaning'),
    together: at('together'),
    focus: at('focus'),
    fact: at('fact'),
    confirms: at('confirms'),
    likeness: at('likeness'),
    extent: at('extent'),
    subjects: at('subjects'),
    things: at('things'),
    overview: at('overview'),
  };
};
