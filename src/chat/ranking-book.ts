import type { WeightTable } from '../ranking/weight-table.ts';

/** What a list is ranked by besides the shop itself. Plain values: a list that has taken it keeps it to its end. */
export interface RankingInForce {
  readonly weights: WeightTable;
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
