import { createRandom } from '../../../src/domain/random.ts';
import { drawNormal } from '../../../src/experiments/draw.ts';
import { createLinearThompson } from '../../../src/experiments/linear-policies.ts';
import { createPendingRewards } from '../../../src/experiments/pending-rewards.ts';
import { createWorld } from './simulate.ts';

export interface DelayResult {
  /** Rounds until the mean of the last 500 is 90 % of what is reached without delay; the number of rounds if never. Means over seeds. */
  readonly withoutDelay: number;
  readonly waiting: number;
  readonly guessing: number;
}

const DAY_MS = 86_400_000;
const ROUNDS_PER_DAY = 1_000;
const DELAY_DAYS = 7;
/** Of the early sign with the reward. */
const CORRELATION = 0.6;
/** Rounds of an earlier trial, chosen at random, from which the guess was learned. */
const TRIAL_ROUNDS = 2_000;
const WINDOW = 500;
const REACHED = 0.9;

type Mode = 'without-delay' | 'waiting' | 'guessing';

/** Rewards that come after seven days: waited for, or guessed from an early sign and corrected when they come. */
export function simulateDelay(rounds: number, seeds: readonly number[]): DelayResult {
  const runs = seeds.map((seed) => {
    const withoutDelay = play('without-delay', rounds, seed);
    const reached = REACHED * meanOf(withoutDelay.subarray(-rounds / 4));
    const steps = (rewards: Float64Array) => stepsUntil(rewards, reached);
    return {
      withoutDelay: steps(withoutDelay),
      waiting: steps(play('waiting', rounds, seed)),
      guessing: steps(play('guessing', rounds, seed)),
    };
  });
  const over = (mode: keyof DelayResult) => meanOf(Float64Array.from(runs, (run) => run[mode]));
  return {
    withoutDelay: over('withoutDelay'),
    waiting: over('waiting'),
    guessing: over('guessing'),
  };
}

/** @returns By round, the rate of reward of what was chosen. */
function play(mode: Mode, rounds: number, seed: number): Float64Array {
  const world = createWorld(seed);
  const random = createRandom(seed + 1_000);
  const sign = createSign(seed);
  // Not LinUCB: before anything is learned it never draws, and would show one strategy for seven days.
  const policy = createLinearThompson(world);
  const pending = createPendingRewards(policy, { windowMs: 2 * DELAY_DAYS * DAY_MS, limit: rounds });
  const delay = mode === 'without-delay' ? 0 : DELAY_DAYS * ROUNDS_PER_DAY;
  const truths: number[] = [];
  return Float64Array.from({ length: rounds }, (_, round) => {
    const { context, rates } = world.next();
    const arm = policy.choose(context, random);
    const rate = rates[arm] ?? 0;
    const reward = random() < rate ? 1 : 0;
    truths.push(reward);
    pending.show(String(round), { arm, context }, (round / ROUNDS_PER_DAY) * DAY_MS);
    if (mode === 'guessing') pending.guess(String(round), sign(reward, random));
    if (round >= delay) pending.settle(String(round - delay), truths[round - delay] ?? 0);
    return rate;
  });
}

/**
 * An early sign, reward + noise, so loud that it correlates by .6 with the reward; read as the least squares of an earlier trial read
 * it: E[reward | sign].
 */
function createSign(seed: number): (reward: number, random: () => number) => number {
  const world = createWorld(seed);
  const random = createRandom(seed + 2_000);
  const rewards = Float64Array.from({ length: TRIAL_ROUNDS }, () => {
    const { rates } = world.next();
    return random() < (rates[Math.floor(random() * rates.length)] ?? 0) ? 1 : 0;
  });
  const rate = meanOf(rewards);
  const variance = rate * (1 - rate);
  const noise = Math.sqrt(variance * (1 / CORRELATION ** 2 - 1));
  const show = (reward: number, draw: () => number) => reward + noise * drawNormal(draw);
  const signs = rewards.map((reward) => show(reward, random));
  const signMean = meanOf(signs);
  const covariance = meanOf(signs.map((sign, at) => (sign - signMean) * ((rewards[at] ?? 0) - rate)));
  const slope = covariance / meanOf(signs.map((sign) => (sign - signMean) ** 2));
  return (reward, draw) => rate + slope * (show(reward, draw) - signMean);
}

function stepsUntil(rewards: Float64Array, reached: number): number {
  let sum = 0;
  for (const [round, reward] of rewards.entries()) {
    sum += reward - (rewards[round - WINDOW] ?? 0);
    if (round >= WINDOW && sum / WINDOW >= reached) return round + 1;
  }
  return rewards.length;
}

const meanOf = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
