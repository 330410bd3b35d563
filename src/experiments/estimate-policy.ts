import { chooseShrinkage } from './choose-shrinkage.ts';
import { type LoggedChoice, measureSupport, type Support, weighChoices } from './logged-choice.ts';

/** The mean reward the judged policy would have had. */
export interface Estimate {
  readonly value: number;
  /** 95 %. Only where nothing leans on the model of rewards: what that model gets wrong, no resampling of the log shows. */
  readonly interval?: Interval;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export type Estimator = 'ips' | 'snips' | 'dm' | 'dr' | 'switch-dr' | 'dr-os';

export type PolicyEstimates =
  | {
      readonly kind: 'estimated';
      readonly support: Support;
      readonly estimates: Readonly<Record<Estimator, Estimate>>;
    }
  | {
      /** The log says too little about this policy: a number would be read as if it did not. */
      readonly kind: 'refused';
      readonly support: Support;
      readonly because: 'few-effective-choices' | 'one-choice-decides';
    };

/** Below this many effective choices nothing is said. */
const LEAST_EFFECTIVE = 200;
/** Above this share of the weights in one choice nothing is said. */
const MOST_SHARE = 0.1;
const RESAMPLES = 2_000;
/** Shares of the choices whose weight is cut: 0 leaves all. */
const CUT_SHARES = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5];
/** Strength of shrinking by the mean square of the weights, falling: the first hardly shrinks. */
const SHRINKAGES = [1e4, 1e3, 100, 30, 10, 3, 1, 0.3];

/**
 * What a policy would have brought, from the log of another one. With w the weight of a choice, r its reward, q̂ the predicted one
 * and q̄ its mean under the judged policy:
 *
 *     ips  mean w·r              dm  mean q̄               dr         q̄ + w·(r - q̂)
 *     snips  Σw·r / Σw           dr-os  dr with w·λ/(w² + λ)    switch-dr  dr with w where w <= τ, else 0
 *
 * τ and λ are chosen from the log by SLOPE. Intervals are percentiles of 2,000 bootstrap samples; that of dr takes q̂ as given, which
 * it may: a wrong q̂ is corrected by the weights.
 *
 * @param predictions `[choice][arm]`, not learned from the choice itself ({@link crossFit}).
 * @param options.resamples Bootstrap samples: each costs a pass over the log.
 * @returns Refused below 200 effective choices or when one choice holds more than a tenth of the weight.
 * @throws {AssistantError} INVALID_ARGUMENT for a propensity outside (0, 1].
 * @see Dudík et al., "Doubly Robust Policy Evaluation and Learning", ICML 2011; Swaminathan & Joachims, NIPS 2015 (snips);
 *   Wang, Agarwal & Dudík, ICML 2017 (switch); Su et al., "Doubly robust off-policy evaluation with shrinkage", ICML 2020.
 */
export function estimatePolicy(
  choices: readonly LoggedChoice[],
  predictions: readonly Float64Array[],
  random: () => number,
  { resamples = RESAMPLES }: { readonly resamples?: number } = {},
): PolicyEstimates {
  const weights = weighChoices(choices);
  const support = measureSupport(weights);
  // Such a choice leaves fewer than 100 effective ones: it is looked for first, since it is the better reason.
  if (support.largestShare > MOST_SHARE) return { kind: 'refused', support, because: 'one-choice-decides' };
  if (support.effectiveSampleSize < LEAST_EFFECTIVE)
    return { kind: 'refused', support, because: 'few-effective-choices' };

  const direct = Float64Array.from(choices, ({ target }, choice) =>
    target.reduce((sum, probability, arm) => sum + probability * (predictions[choice]?.[arm] ?? 0), 0),
  );
  const surprise = Float64Array.from(
    choices,
    ({ arm, reward }, choice) => reward - (predictions[choice]?.[arm] ?? 0),
  );
  const correct = (reweigh: (weight: number) => number) =>
    direct.map((value, choice) => value + reweigh(weights[choice] ?? 0) * (surprise[choice] ?? 0));
  const ips = weights.map((weight, choice) => weight * (choices[choice]?.reward ?? 0));
  const dr = correct((weight) => weight);
  const intervals = bootstrap({ ips, dr, weights }, random, resamples);
  return {
    kind: 'estimated',
    support,
    estimates: {
      ips: { value: mean(ips), interval: intervals.ips },
      snips: { value: mean(ips) / mean(weights), interval: intervals.snips },
      dm: { value: mean(direct) },
      dr: { value: mean(dr), interval: intervals.dr },
      'switch-dr': { value: leastSpread(switches(weights).map(correct)) },
      'dr-os': { value: leastSpread(shrinkages(weights).map(correct)) },
    },
  };
}

type Reweigh = (weight: number) => number;

function switches(weights: Float64Array): Reweigh[] {
  const falling = weights.toSorted().reverse();
  return CUT_SHARES.map((share) => {
    const largest = falling[Math.floor(share * falling.length)] ?? 0;
    return (weight) => (weight <= largest ? weight : 0);
  });
}

function shrinkages(weights: Float64Array): Reweigh[] {
  const square = mean(weights.map((weight) => weight ** 2));
  return SHRINKAGES.map((strength) => {
    const lambda = strength * square;
    return (weight) => (weight * lambda) / (weight ** 2 + lambda);
  });
}

function leastSpread(estimates: readonly Float64Array[]): number {
  const candidates = estimates.map((addends) => {
    const value = mean(addends);
    const variance = mean(addends.map((addend) => (addend - value) ** 2));
    return { value, standardError: Math.sqrt(variance / addends.length) };
  });
  return candidates[chooseShrinkage(candidates)]?.value ?? 0;
}

/** Every sample draws the same choices for all three, so that their intervals can be compared. */
function bootstrap(
  { ips, dr, weights }: Readonly<Record<'ips' | 'dr' | 'weights', Float64Array>>,
  random: () => number,
  resamples: number,
) {
  const values = {
    ips: new Float64Array(resamples),
    snips: new Float64Array(resamples),
    dr: new Float64Array(resamples),
  };
  for (let sample = 0; sample < resamples; sample += 1) {
    let [gain, corrected, weight] = [0, 0, 0];
    for (let draw = 0; draw < weights.length; draw += 1) {
      const choice = Math.floor(random() * weights.length);
      gain += ips[choice] ?? 0;
      corrected += dr[choice] ?? 0;
      weight += weights[choice] ?? 0;
    }
    values.ips[sample] = gain / weights.length;
    values.snips[sample] = weight === 0 ? 0 : gain / weight;
    values.dr[sample] = corrected / weights.length;
  }
  const middle = (drawn: Float64Array) => {
    const sorted = drawn.toSorted();
    return {
      low: sorted[Math.floor(0.025 * resamples)] ?? 0,
      high: sorted[Math.floor(0.975 * resamples)] ?? 0,
    };
  };
  return { ips: middle(values.ips), snips: middle(values.snips), dr: middle(values.dr) };
}

const mean = (values: Float64Array): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
