import type { Candidate } from '../domain/candidate.ts';
import { at } from './interaction-matrix.ts';
import type { PopularityModel } from './popularity.ts';
import { selectTop } from './select-top.ts';
import type { NeighbourModel } from './train-neighbours.ts';

/** A product somebody dealt with, and how much it says: > 0. */
export interface HistoryItem {
  readonly productId: string;
  readonly weight: number;
}

export interface RecommenderModels {
  readonly neighbours?: NeighbourModel | undefined;
  readonly popularity?: PopularityModel | undefined;
  readonly versions?: Readonly<Record<string, number>>;
}

/** Behaviour to candidates. Every list is best first, ties by productId; unknown products and untrained models give empty lists. */
export interface Recommender {
  readonly isTrained: boolean;
  /** Model kind to stored version. */
  readonly versions: Readonly<Record<string, number>>;
  /**
   * Products that follow from a history; none of the history itself.
   * Score: sum of history weight · neighbour weight. `because` holds the largest shares of it, at most five.
   * Cost: O(history · neighbours).
   */
  taste(history: readonly HistoryItem[], limit: number): Candidate[];
  /** Products chosen together with one product. */
  goesWith(productId: string, limit: number): Candidate[];
  /** The most popular products of a market; of all markets when it is unknown or absent. */
  popular(market: string | undefined, limit: number): Candidate[];
  /** In [0, 1]: 1 for the most popular product of the market, 0 for one never seen. */
  popularity(productId: string, market: string | undefined): number;
}

export const MOST_REASONS = 5;

export function createRecommender(models: RecommenderModels): Recommender {
  const neighbours = models.neighbours === undefined ? undefined : createNeighbourSearch(models.neighbours);
  const popularity = models.popularity === undefined ? undefined : createPopularity(models.popularity);
  const taste: Recommender['taste'] = (history, limit) => neighbours?.(history, limit) ?? [];
  return {
    isTrained: (models.neighbours?.neighbours.length ?? 0) > 0,
    versions: models.versions ?? {},
    taste,
    goesWith: (productId, limit) => taste([{ productId, weight: 1 }], limit),
    popular: (market, limit) => popularity?.list(market, limit) ?? [],
    popularity: (productId, market) => popularity?.score(productId, market) ?? 0,
  };
}

function createNeighbourSearch(model: NeighbourModel): Recommender['taste'] {
  const { productIds, starts, neighbours, weights } = model;
  const positions = new Map(productIds.map((id, position) => [id, position]));
  const scores = new Float64Array(productIds.length);

  /** Calls `visit(target, contribution, source)` for everything the history leads to. */
  const walk = (
    history: ReadonlyMap<number, number>,
    visit: (target: number, contribution: number, source: number) => void,
  ): void => {
    for (const [source, weight] of history) {
      for (let entry = at(starts, source); entry < at(starts, source + 1); entry += 1) {
        const target = at(neighbours, entry);
        const contribution = weight * at(weights, entry);
        if (contribution > 0 && !history.has(target)) visit(target, contribution, source);
      }
    }
  };

  return (items, limit) => {
    const history = knownHistory(items, positions);
    const touched: number[] = [];
    walk(history, (target, contribution) => {
      if (scores[target] === 0) touched.push(target);
      scores[target] = at(scores, target) + contribution;
    });
    const chosen = selectTop(touched, scores, limit);
    const shares = new Map(chosen.map((target) => [target, [] as { productId: string; share: number }[]]));
    walk(history, (target, contribution, source) => {
      const share = contribution / at(scores, target);
      if (share > 0)
        shares.get(target)?.push({ productId: productIds[source] ?? '', share: Math.min(1, share) });
    });
    const candidates = chosen.map((target) => ({
      productId: productIds[target] ?? '',
      score: at(scores, target),
      because: (shares.get(target) ?? []).sort(byShare).slice(0, MOST_REASONS),
    }));
    for (const target of touched) scores[target] = 0;
    return candidates;
  };
}

export const byShare = (
  left: { readonly productId: string; readonly share: number },
  right: { readonly productId: string; readonly share: number },
): number => right.share - left.share || (left.productId < right.productId ? -1 : 1);

/** Positions of the known products with a usable weight; a product named twice counts with the larger weight. */
export function knownHistory(
  items: readonly HistoryItem[],
  positions: ReadonlyMap<string, number>,
): Map<number, number> {
  const history = new Map<number, number>();
  for (const { productId, weight } of items) {
    const position = positions.get(productId);
    if (position === undefined || !Number.isFinite(weight) || weight <= 0) continue;
    history.set(position, Math.max(weight, history.get(position) ?? 0));
  }
  return history;
}

function createPopularity({ productIds, markets, scores }: PopularityModel) {
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
    score(productId: string, market: string | undefined): number {
      const position = positions.get(productId);
      return position === undefined ? 0 : at(scores, rowOf(market) * productIds.length + position);
    },
  };
}
