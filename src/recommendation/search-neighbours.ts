import type { Candidate } from '../domain/candidate.ts';
import { byShare, type HistoryItem, knownHistory, MOST_REASONS } from './history-item.ts';
import { selectTop } from './select-top.ts';
import type { NeighbourModel } from './train-neighbours.ts';
import { at } from './typed-arrays.ts';

/** @returns Best first, ties by productId; none of the history. */
export type HistorySearch = (history: readonly HistoryItem[], limit: number) => Candidate[];

/**
 * Products that follow from a history, by one model.
 *
 *   score(j) = sum over the history of weight · W[i -> j]
 *
 * `because` holds the largest shares of the score, at most five. Cost: O(history · neighbours).
 */
export function createNeighbourSearch(model: NeighbourModel): HistorySearch {
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
