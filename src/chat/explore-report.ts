import { createRandom } from '../domain/random.ts';
import { crossFit } from '../experiments/cross-fit.ts';
import { type Estimate, estimatePolicy } from '../experiments/estimate-policy.ts';
import type { LoggedChoice, Support } from '../experiments/logged-choice.ts';
import type { LearningPolicy, StrategyLearner } from '../experiments/strategy-learner.ts';
import type { Query } from '../ports/database.ts';
import { type Strategy, USUAL } from '../ranking/strategies.ts';
import { type KeptChoice, newestChoices } from './explore-choices.ts';
import type { ExplorationSwitches } from './explore-desk.ts';

/** What every list would have brought had the strategy ranked it wherever it may. */
export interface StrategyValue {
  readonly support: Support;
  /** In place of numbers when the log says too little. */
  readonly refused?: 'few-effective-choices' | 'one-choice-decides';
  readonly estimates?: Readonly<Record<'ips' | 'snips' | 'dr', Estimate>>;
}

export interface StrategyReport {
  readonly name: string;
  readonly surfaces: readonly string[];
  readonly switchedOff: boolean;
  /** Lists it ranked, and those of them where the policy chose it. */
  readonly lists: number;
  readonly explored: number;
  /** Mean reward in [0, 1] of the lists that are learned, weighed by their chances; the interval (95 %) holds at all times. */
  readonly rewards: Readonly<
    Record<string, { readonly mean: number; readonly low?: number; readonly high?: number }>
  >;
  readonly value: StrategyValue;
}

export interface ExplorationReport extends ExplorationSwitches {
  readonly policy: LearningPolicy | 'off';
  /** The most that may be explored, and what was, of the lists that could have been; both in [0, 1]. */
  readonly cap: number;
  readonly exploredShare: number;
  readonly lists: number;
  /** Lists of which the reward is learned. */
  readonly learned: number;
  /** By surface, what ranks a list when nothing is ventured. */
  readonly inForce: Readonly<Record<string, string>>;
  readonly strategies: readonly StrategyReport[];
}

/** The newest lists, from which values are estimated, and samples of them for an interval. */
const LISTS_JUDGED = 4_000;
const RESAMPLES = 200;
/** The same log is always judged alike. */
export const JUDGE_SEED = 1;
/** Lists at the mean reward that every strategy starts from in the model of rewards. */
const PRIOR_LISTS = 20;

export async function reportExploration(
  query: Query,
  {
    policy,
    exploredShare,
    strategies,
    learner,
    switches,
    countedUntilMs,
  }: {
    readonly policy: LearningPolicy | 'off';
    readonly exploredShare: number;
    readonly strategies: readonly Strategy[];
    readonly learner: StrategyLearner;
    readonly switches: ExplorationSwitches;
    readonly countedUntilMs: number;
  },
): Promise<ExplorationReport> {
  const counts = await query
    .selectFrom('choices')
    .select(['strategy', 'surface'])
    .select(({ fn }) => [fn.countAll<number>().as('lists'), fn.sum<number>('explored').as('explored')])
    .groupBy(['strategy', 'surface'])
    .execute();
  const log = await newestChoices(query, { untilMs: countedUntilMs, limit: LISTS_JUDGED });
  const total = (field: 'lists' | 'explored', of = counts) =>
    of.reduce((sum, count) => sum + Number(count[field]), 0);
  const surfaces = [...new Set(counts.map(({ surface }) => surface))].sort();
  const lists = total('lists');
  return {
    ...switches,
    policy,
    cap: exploredShare,
    exploredShare: lists === 0 ? 0 : total('explored') / lists,
    lists,
    learned: learner.learned,
    inForce: Object.fromEntries(
      surfaces.map((surface) => {
        const among = [...strategies.entries()].flatMap(([arm, strategy]) =>
          strategy.surfaces.includes(surface) && !switches.switchedOff.includes(strategy.name) ? [arm] : [],
        );
        return [surface, strategies[switches.stopped ? 0 : learner.safe(surface, among)]?.name ?? USUAL];
      }),
    ),
    strategies: strategies.map(({ name, surfaces: served }, arm) => {
      const own = counts.filter(({ strategy }) => strategy === name);
      return {
        name,
        surfaces: served,
        switchedOff: switches.switchedOff.includes(name),
        lists: total('lists', own),
        explored: total('explored', own),
        rewards: Object.fromEntries(own.map(({ surface }) => [surface, told(learner.meanOf(surface, arm))])),
        value: judgeStrategy(
          log,
          strategies.map((strategy) => strategy.name),
          arm,
        ),
      };
    }),
  };
}

function told({ mean, low, high }: { mean: number; low: number; high: number }) {
  return Number.isFinite(low) ? { mean, low: Math.max(0, low), high: Math.min(1, high) } : { mean };
}

/**
 * What one strategy would have brought, ranking every list it was among the choices for, and the usual one the others.
 *
 * @param names Of the strategies, the usual one first.
 */
export function judgeStrategy(
  log: readonly KeptChoice[],
  names: readonly string[],
  judged: number,
  { resamples = RESAMPLES }: { readonly resamples?: number } = {},
): StrategyValue {
  const random = createRandom(JUDGE_SEED);
  const targets = names.map((_, arm) => Float64Array.from(names, (_name, other) => (other === arm ? 1 : 0)));
  const always = targets[judged];
  const usual = targets[0];
  const choices = log.flatMap((choice): (LoggedChoice & { readonly surface: string })[] => {
    const arm = names.indexOf(choice.strategy);
    const target = choice.among.includes(names[judged] ?? '') ? always : usual;
    const { reward, propensity, surface } = choice;
    return arm < 0 || target === undefined ? [] : [{ arm, reward, propensity, target, surface }];
  });
  const predictions = crossFit(choices, names.length, fitMeans, { random });
  const result = estimatePolicy(choices, predictions, random, { resamples });
  if (result.kind === 'refused') return { support: result.support, refused: result.because };
  const { ips, snips, dr } = result.estimates;
  return { support: result.support, estimates: { ips, snips, dr } };
}

/** The mean reward of each strategy on each surface, drawn to that of the surface. */
function fitMeans(
  choices: readonly (LoggedChoice & { readonly surface: string })[],
): (choice: { readonly surface: string }, arm: number) => number {
  const sums = new Map<string, { reward: number; count: number }>();
  const add = (key: string, reward: number) => {
    const sum = sums.get(key) ?? { reward: 0, count: 0 };
    sums.set(key, { reward: sum.reward + reward, count: sum.count + 1 });
  };
  for (const { surface, arm, reward } of choices) {
    add(surface, reward);
    add(`${surface} ${arm}`, reward);
  }
  return ({ surface }, arm) => {
    const all = sums.get(surface) ?? { reward: 0, count: 0 };
    const own = sums.get(`${surface} ${arm}`) ?? { reward: 0, count: 0 };
    const overall = all.reward / Math.max(1, all.count);
    return (own.reward + PRIOR_LISTS * overall) / (own.count + PRIOR_LISTS);
  };
}
