import type { Candidate } from '../domain/candidate.ts';
import type { PopularityModel } from './popularity.ts';
import { at } from './typed-arrays.ts';

/** The most popular products of a market, and how popular one is; of all markets when it is unknown or absent. */
export function createPopularityList({ productIds, markets, scores, interactions }: PopularityModel) {
  const positions = new Map(productIds.map((id, position) => [id, position]));
  const rows = new Map(markets.map((market, row) => [market, row]));
  const rowOf = (market: string | undefined): number =>
    (market === undefined ? undefined : rows.get(market)) ?? markets.length;
  const ordered = new Map<number, readonly Candidate[]>();

  const order = (row: number): readonly Candidate[] =>
    productIds
      .map((productId, position) => ({ productId, score: at(scores, row * productIds.length + position) }))
      .filter(({ score }) => score > 0)
      .sort((left, right) => right.score - left.score || (left.productId < right.productId ? -1 : 1));

  return {
    list(market: string | undefined, limit: number): Candidate[] {
      const row = rowOf(market);
      const list = ordered.get(row) ?? order(row);
      ordered.set(row, list);
      return list.slice(0, Math.max(0, limit));
    },
    knows: (market: string): boolean => rows.has(market),
    /** Infinite where they were not counted. */
    interactions(productId: string): number {
      const position = positions.get(productId);
      if (interactions === undefined) return Number.POSITIVE_INFINITY;
      return position === undefined ? 0 : at(interactions, position);
    },
    score(productId: string, market: string | undefined): number {
      const position = positions.get(productId);
      return position === undefined ? 0 : (scores[rowOf(market) * productIds.length + position] ?? 0);
    },
  };
}
