import { createHash } from 'node:crypto';
import type { CandidateList } from '../domain/candidate.ts';
import { createRandom } from '../domain/random.ts';
import { chooseStrategy } from '../experiments/choose-strategy.ts';
import type { StrategyPolicy } from '../experiments/strategy-policy.ts';
import { namesExactProduct, normaliseSources } from '../ranking/source-values.ts';
import { mayServe, type Strategy, USUAL } from '../ranking/strategies.ts';
import { exploreContext } from './explore-context.ts';
import type { ListRequest } from './list-products.ts';

/** Which strategy ranks a list, and all that is needed to learn from it. */
export interface ListChoice {
  readonly strategy: Strategy;
  /** What the list is for. */
  readonly intent: string;
  /** Whether the learning policy chose; else it is what has proved best. */
  readonly explored: boolean;
  /** Probability in (0, 1] of this strategy for this list. */
  readonly propensity: number;
  /** Names of those it was chosen from. */
  readonly among: readonly string[];
  readonly context: Float64Array;
  readonly policyVersion: string;
}

/** What was found for a list, as far as it tells whether one product is named. */
export interface FoundForList {
  readonly lists: readonly CandidateList[];
  /** As of the retrieval. */
  readonly coverage: ReadonlyMap<string, number>;
}

export interface StrategyChooser {
  /** @returns undefined for a list that is always ranked as usual. */
  choose(request: ListRequest, found: FoundForList): ListChoice | undefined;
}

export interface ChooserOptions {
  readonly strategies: readonly Strategy[];
  readonly policy: () => StrategyPolicy;
  /** In [0, 1]. */
  readonly exploredShare: number;
  /** Names that are switched off at this moment; undefined when nothing is to be explored at all. */
  readonly switchedOff: () => ReadonlySet<string> | undefined;
  /** The best proved arm of a surface. */
  readonly safe: (surface: string, among: readonly number[]) => number;
  readonly policyVersion: () => string;
}

/**
 * Chooses the strategy of a list. All chance is derived from the list's seed, so that the same request is answered by the same list.
 * Ranked as usual are lists for one named product, in an order by price, beyond their first page, or with limits that are never
 * given up: there is nothing to find out, or no one to surprise. Words keep their weight.
 */
export function createStrategyChooser(options: ChooserOptions): StrategyChooser {
  const { strategies, policy, exploredShare, safe } = options;
  return {
    choose(request, found) {
      const off = options.switchedOff();
      if (off === undefined || isFixed(request)) return undefined;
      const { surface, seed } = request.audience;
      const place = { surface, intent: request.intent, worded: request.need.query !== '' };
      const among = [...strategies.entries()].flatMap(([arm, strategy]) =>
        mayServe(strategy, place) && (strategy.name === USUAL || !off.has(strategy.name)) ? [arm] : [],
      );
      if (among.length < 2 || namesOne(found)) return undefined;
      const context = exploreContext(request);
      const { arm, explored, propensity } = chooseStrategy(policy(), context, {
        random: randomOf(seed),
        exploredShare,
        among,
        safe: safe(surface, among),
      });
      const strategy = strategies[arm];
      if (strategy === undefined) return undefined;
      return {
        strategy,
        intent: request.intent,
        explored,
        propensity,
        among: among.flatMap((each) => strategies[each]?.name ?? []),
        context,
        policyVersion: options.policyVersion(),
      };
    },
  };
}

const isFixed = ({ sort, from, firm, need }: ListRequest): boolean =>
  sort !== undefined || need.sort !== undefined || (from ?? 0) > 0 || (firm?.length ?? 0) > 0;

const namesOne = ({ lists, coverage }: FoundForList): boolean =>
  lists.some(({ source, candidates }) => source === 'exact' && candidates.length > 0) ||
  namesExactProduct(normaliseSources(lists), coverage);

const randomOf = (seed: string): (() => number) =>
  createRandom(createHash('sha256').update(`strategy ${seed}`).digest().readInt32LE(0));
