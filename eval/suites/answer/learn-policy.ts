import { EVIDENCE_FEATURES, type EvidenceFeature } from '../../../src/knowledge/evidence-features.ts';
import { judgeBest } from '../../../src/knowledge/judge-answer.ts';
import {
  CERTAINTY_FEATURES,
  type CertaintyFeatures,
  scoreEvidence,
} from '../../../src/knowledge/score-evidence.ts';
import type { WeighedAnswer } from '../../../src/knowledge/weighed-answer.ts';
import { type Example, type Fitted, fitLogistic, sumOf } from './fit-logistic.ts';
import type { WeighedPolicyCase } from './policy-cases.ts';

/** Weights for texts of the shop, and the least sum of all of them that is taken to answer. */
export interface LearnedPolicy {
  readonly weights: Readonly<Record<string, number>>;
  readonly certainty: Readonly<Record<string, number>>;
  readonly score: number;
  /** On shops that were left out of learning. */
  readonly leftOut: { readonly answered: number; readonly wrong: number };
}

const SHRINKAGE = { evidence: 0.01, certainty: 0.03 };
/** Of a question that is not answered right, against one that is rightly "not stated". */
const WRONG = 2;
/** Right answers that a wrong one outweighs: it binds the shop, and "not stated" leads to a person. */
const COST = 4;
/** Added to the least sum, in units of the evidence's: our lists of words know the shops that are left out, and not the next one. */
const UNKNOWN_SHOP = 0.3;

/**
 * Learns on questions whose answers are known. First a logistic sum of features that parts passages which give the right answer from all others; then another that
 * tells how likely the best of a question is right. How likely is likely enough is decided on shops that were left out of learning, each in its turn, since the
 * next shop is as strange. Deterministic.
 */
export function learnPolicy(cases: readonly WeighedPolicyCase[]): LearnedPolicy {
  const outcomes = [...new Set(cases.map(({ shop }) => shop))].flatMap((shop) => {
    const learned = learn(cases.filter((each) => each.shop !== shop));
    return cases.filter((each) => each.shop === shop).flatMap((each) => outcomeOf(each, learned));
  });
  const { evidence, certainty } = learn(cases);
  // In units of the evidence's sum, so that how sure and how good can be compared.
  const unit = certainty.weights[0] ?? 1;
  const least = bestThreshold(outcomes) + UNKNOWN_SHOP * unit;
  const { right, wrong } = countFrom(least, outcomes);
  const rounded = (value: number) => Number(value.toFixed(2));
  return {
    weights: named(EVIDENCE_FEATURES, evidence.weights.map(rounded)),
    certainty: named(
      CERTAINTY_FEATURES,
      certainty.weights.slice(1).map((weight) => rounded(weight / unit)),
    ),
    score: rounded((least - certainty.bias) / unit - evidence.bias),
    leftOut: {
      answered: right / cases.filter(({ isAnswerable }) => isAnswerable).length,
      wrong: wrong / cases.length,
    },
  };
}

interface Learned {
  readonly evidence: Fitted;
  readonly certainty: Fitted;
}

function learn(cases: readonly WeighedPolicyCase[]): Learned {
  const evidence = fitLogistic(cases.flatMap(toExamples), SHRINKAGE.evidence);
  const certainty = fitLogistic(
    cases.flatMap((each) => {
      const judged = judge(each, evidence);
      return judged === undefined ? [] : [{ ...judged, weight: 1 }];
    }),
    SHRINKAGE.certainty,
  );
  return { evidence, certainty };
}

/** Passages of a question count together as one, so that those of a question with many do not outweigh others. */
const toExamples = ({ answers, isRight }: WeighedPolicyCase): Example[] =>
  answers.map((answer) => ({
    values: valuesOf(answer),
    isRight: isRight(answer),
    weight: isRight(answer) ? WRONG / 2 : WRONG / Math.max(1, answers.length),
  }));

const valuesOf = ({ features }: WeighedAnswer): number[] => EVIDENCE_FEATURES.map((name) => features[name]);

/** The best answer by other weights than those that are in use: what was added to its score stays. */
function judge({ answers, read, isRight }: WeighedPolicyCase, evidence: Fitted) {
  const rescored = answers.map((answer) => ({
    ...answer,
    score: answer.score - scoreEvidence(answer.features, 'policy') + sumOf(valuesOf(answer), evidence),
  }));
  const judged = judgeBest(rescored, read);
  if (judged === undefined) return undefined;
  return {
    values: [sumOf(valuesOf(judged.best), evidence), ...certaintyValues(judged.certainty)],
    isRight: isRight(judged.best),
  };
}

const certaintyValues = (certainty: CertaintyFeatures): number[] =>
  CERTAINTY_FEATURES.map((name) => certainty[name]);

interface Outcome {
  readonly sum: number;
  readonly isRight: boolean;
}

function outcomeOf(each: WeighedPolicyCase, { evidence, certainty }: Learned): Outcome[] {
  const judged = judge(each, evidence);
  return judged === undefined ? [] : [{ sum: sumOf(judged.values, certainty), isRight: judged.isRight }];
}

/** By what is won, a wrong answer costing several right ones. */
function bestThreshold(outcomes: readonly Outcome[]): number {
  const gainFrom = (sum: number) => {
    const { right, wrong } = countFrom(sum, outcomes);
    return right - COST * wrong;
  };
  return outcomes
    .map(({ sum }) => ({ sum, gain: gainFrom(sum) }))
    .reduce((best, each) => (each.gain > best.gain ? each : best), { sum: 0, gain: 0 }).sum;
}

function countFrom(least: number, outcomes: readonly Outcome[]) {
  const given = outcomes.filter(({ sum }) => sum >= least);
  const right = given.filter(({ isRight }) => isRight).length;
  return { right, wrong: given.length - right };
}

const named = (
  names: readonly (EvidenceFeature | keyof CertaintyFeatures)[],
  values: readonly number[],
): Record<string, number> => Object.fromEntries(names.map((name, at) => [name, values[at] ?? 0]));
