import type { LearnedRanker } from '../ranking/learned/learned-ranker.ts';
import type { LessonBook } from '../ranking/lessons/lesson-book.ts';
import type { RuleBook } from '../ranking/rules/rule-book.ts';
import type { SellerLedger } from '../ranking/seller-ledger.ts';
import type { WeightTable } from '../ranking/weight-table.ts';
import type { StrategyChooser } from './explore-lists.ts';

/** What a list is ranked by besides the shop itself. Plain values: a list that has taken it keeps it to its end. */
export interface RankingInForce {
  readonly weights: WeightTable;
  /** What was learned beside these weights and surely does better; absent: they rank alone. */
  readonly ranker?: LearnedRanker | undefined;
  /** What sellers had and deserved of the lists that the dial `exposure` moves. */
  readonly sellers: SellerLedger;
  /** What the merchant wants seen more, less, somewhere or not at all. */
  readonly rules: RuleBook;
  /** What agents' corrections taught; absent: nothing yet. */
  readonly lessons?: LessonBook | undefined;
  /** Which list is ranked by which change of the weights; absent: none is changed. */
  readonly strategies?: StrategyChooser;
}

/** What lists are ranked by at this moment; every part can be replaced while the shop is open. */
export interface RankingBook {
  /** To be taken once for each list. */
  current(): RankingInForce;
  /** In force at the next list. */
  replace(parts: Partial<RankingInForce>): void;
}

export function createRankingBook(first: RankingInForce): RankingBook {
  let inForce = first;
  return {
    current: () => inForce,
    replace(parts) {
      inForce = { ...inForce, ...parts };
    },
  };
}
