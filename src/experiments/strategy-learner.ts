import type { Interval } from './estimate-policy.ts';
import type { ArmState } from './linear-arms.ts';
import { createLinearThompson, createLinUcb } from './linear-policies.ts';
import { KEPT_PER_DAY, type StrategyPolicy } from './strategy-policy.ts';
import {
  type ArmTally,
  ageTally,
  bestProved,
  countChoice,
  meanReward,
  NO_TALLY,
  recount,
} from './strategy-tally.ts';

export type LearningPolicy = 'thompson' | 'linucb';

/** A choice as far as something is learned from it. */
export interface LearnedChoice {
  readonly arm: number;
  readonly context: Float64Array;
  readonly propensity: number;
  /** Where it was made: what is proved in one place is not proved in another. */
  readonly surface: string;
}

/** Everything that was learned, by the names of the strategies; plain JSON. */
export interface LearnerState {
  readonly features: number;
  /** Choices learned from. */
  readonly learned: number;
  readonly agedAtMs: number;
  readonly arms: Readonly<Record<string, ArmState>>;
  /** By surface, then by strategy. */
  readonly tallies: Readonly<Record<string, Readonly<Record<string, ArmTally>>>>;
}

/** What is known of the strategies of a shop: a policy that chooses by the context, and a tally that proves. */
export interface StrategyLearner {
  readonly policy: StrategyPolicy;
  readonly learned: number;
  /**
   * The policy learns, as soon as anything is known of a reward.
   *
   * @param before The reward that was learned of the same choice earlier; null when none was.
   */
  learn(choice: LearnedChoice, reward: number, before: number | null): void;
  /**
   * The tally counts. Of every choice alike, when its time is over: choices without a reward are known later than those with one.
   *
   * @param before The reward that was counted earlier; null when none was.
   */
  count(choice: LearnedChoice, reward: number, before: number | null): void;
  /** The first arm, until another is proved to bring more on this surface. */
  safe(surface: string, among: readonly number[]): number;
  meanOf(surface: string, arm: number): { readonly mean: number } & Interval;
  /** Lets what was learned fade by whole days. */
  ageTo(nowMs: number): void;
  state(): LearnerState;
  /** Takes up what was kept. Strategies that are gone are left out; of other features, only the tallies are taken. */
  restore(state: LearnerState): void;
}

/** Rewards of lists are mostly 0 and seldom 1: their spread is well below that of a coin. */
const WIDTH = 0.05;
/** That a worse strategy is ever taken for the better one. */
const ERROR = 0.05;
const DAY_MS = 86_400_000;

/** @param names Of the strategies, the usual one first. */
export function createStrategyLearner(options: {
  readonly policy: LearningPolicy;
  readonly names: readonly string[];
  readonly features: number;
}): StrategyLearner {
  const { names, features } = options;
  const create = options.policy === 'thompson' ? createLinearThompson : createLinUcb;
  const policy = create({ armCount: names.length, features, width: WIDTH });
  const tallies = new Map<string, ArmTally[]>();
  let [learned, agedAtMs] = [0, 0];

  function talliesOf(surface: string): ArmTally[] {
    const known = tallies.get(surface) ?? names.map(() => NO_TALLY);
    tallies.set(surface, known);
    return known;
  }

  return {
    policy,
    get learned() {
      return learned;
    },
    learn({ arm, context }, reward, before) {
      if (before === null) {
        policy.learn(arm, context, reward);
        learned += 1;
      } else policy.correct(arm, context, reward - before);
    },
    count({ arm, propensity, surface }, reward, before) {
      const known = talliesOf(surface);
      const tally = known[arm] ?? NO_TALLY;
      known[arm] =
        before === null
          ? countChoice(tally, propensity, reward)
          : recount(tally, { propensity, reward, before });
    },
    safe: (surface, among) => bestProved(talliesOf(surface), { usual: 0, among, error: ERROR }),
    meanOf: (surface, arm) => meanReward(talliesOf(surface)[arm] ?? NO_TALLY, ERROR),
    ageTo(nowMs) {
      const days = agedAtMs === 0 ? 0 : Math.floor((nowMs - agedAtMs) / DAY_MS);
      if (agedAtMs === 0) agedAtMs = nowMs;
      if (days < 1) return;
      policy.age(days);
      for (const known of tallies.values())
        for (const [arm, tally] of known.entries()) known[arm] = ageTally(tally, KEPT_PER_DAY ** days);
      agedAtMs += days * DAY_MS;
    },
    state: () => ({
      features,
      learned,
      agedAtMs,
      arms: Object.fromEntries(names.map((name, arm) => [name, policy.state(arm)])),
      tallies: Object.fromEntries(
        [...tallies].map(([surface, known]) => [
          surface,
          Object.fromEntries(names.map((name, arm) => [name, known[arm] ?? NO_TALLY])),
        ]),
      ),
    }),
    restore(state) {
      ({ learned, agedAtMs } = state);
      for (const [surface, known] of Object.entries(state.tallies))
        tallies.set(
          surface,
          names.map((name) => known[name] ?? NO_TALLY),
        );
      if (state.features !== features) return;
      // Both policies learn the same regression, so that what one learned serves the other.
      for (const [arm, name] of names.entries()) {
        const kept = state.arms[name];
        if (kept !== undefined) policy.restore(arm, kept);
      }
    },
  };
}
