import type { Candidate } from '../domain/candidate.ts';
import { createContributionTable } from './contribution-table.ts';
import { type HistoryItem, knownHistory, MOST_REASONS } from './history-item.ts';
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
  const isOwn = new Uint8Array(productIds.length);
  const table = createContributionTable(productIds, MOST_REASONS);

  /** Adds up the scores of everything the history leads to. Returns it. */
  const addScores = (history: ReadonlyMap<number, number>): number[] => {
    const touched: number[] = [];
    for (const [source, weight] of history) {
      const end = starts[source + 1] ?? 0;
      for (let entry = starts[source] ?? 0; entry < end; entry += 1) {
        const target = neighbours[entry] ?? 0;
        const contribution = weight * (weights[entry] ?? 0);
        if (!(contribution > 0) || isOwn[target] === 1) continue;
        if (scores[target] === 0) touched.push(target);
        scores[target] = (scores[target] ?? 0) + contribution;
      }
    }
    return touched;
  };

  const tellContributions = (history: ReadonlyMap<number, number>): void => {
    let index = 0;
    for (const [source, weight] of history) {
      const end = starts[source + 1] ?? 0;
      for (let entry = starts[source] ?? 0; entry < end; entry += 1)
        table.add(neighbours[entry] ?? 0, index, weight * (weights[entry] ?? 0));
      index += 1;
    }
  };

  return (items, limit) => {
    const history = knownHistory(items, positions);
    for (const product of history.keys()) isOwn[product] = 1;
    const touched = addScores(history);
    const chosen = selectTop(touched, scores, limit);
    table.begin(chosen, [...history.keys()]);
    tellContributions(history);
    const candidates = chosen.map((target) => {
      const score = at(scores, target);
      return { productId: productIds[target] ?? '', score, because: table.because(target, score) };
    });
    table.end();
    for (const target of touched) scores[target] = 0;
    for (const product of history.keys()) isOwn[product] = 0;
    return candidates;
  };
}
