import type { Candidate } from '../domain/candidate.ts';
import { createContributionTable } from './contribution-table.ts';
import { type HistoryItem, knownHistory, MOST_REASONS } from './history-item.ts';
import type { SparseRows } from './interaction-matrix.ts';
import { selectTop } from './select-top.ts';
import type { NeighbourModel } from './train-neighbours.ts';
import type { RidgeModel } from './train-ridge.ts';
import { at } from './typed-arrays.ts';

export interface BlendPart {
  /** Row i, column j: what having i adds to the score of j; finite, of either sign. */
  readonly rows: SparseRows;
  /** > 0; only the ratio to the others' counts. */
  readonly share: number;
}

/**
 * Several models of the same products as one list: for every history each model's scores are divided by its largest, so that
 * models of different scales weigh as their shares say.
 *
 *   score(j) = sum over parts of share · s(j) / max s,   s(j) = sum over the history of weight · rows[i][j]
 *
 * A part whose scores are all below 0 says nothing. Only scores above 0 are listed, none of the history, ties by productId.
 * `because` holds the products that spoke for a candidate over all parts, at most five: their share of all that spoke for it.
 * Cost: O(history · row length).
 *
 * @param productIds Ascending; rows and columns are positions in it.
 */
export function createBlend(productIds: readonly string[], parts: readonly BlendPart[]) {
  const positions = new Map(productIds.map((id, position) => [id, position]));
  const scores = new Float64Array(productIds.length);
  const single = new Float64Array(productIds.length);
  const isReached = new Uint8Array(productIds.length);
  const isTouched = new Uint8Array(productIds.length);
  const isOwn = new Uint8Array(productIds.length);
  const table = createContributionTable(productIds, MOST_REASONS);

  /** Adds up one part's own scores in `single`. Returns the products that it says anything of. */
  const addSingle = ({ starts, columns, values }: SparseRows, history: ReadonlyMap<number, number>) => {
    const reached: number[] = [];
    for (const [source, weight] of history) {
      const end = starts[source + 1] ?? 0;
      for (let entry = starts[source] ?? 0; entry < end; entry += 1) {
        const target = columns[entry] ?? 0;
        if (isOwn[target] === 1) continue;
        if (isReached[target] === 0) {
          isReached[target] = 1;
          reached.push(target);
        }
        single[target] = (single[target] ?? 0) + weight * (values[entry] ?? 0);
      }
    }
    return reached;
  };

  /** Adds a part's normalised scores to `scores`. Returns what its contributions were multiplied with. */
  const addPart = ({ rows, share }: BlendPart, history: ReadonlyMap<number, number>, touched: number[]) => {
    const reached = addSingle(rows, history);
    let largest = 0;
    for (const target of reached) largest = Math.max(largest, single[target] ?? 0);
    const scale = largest > 0 ? share / largest : 0;
    for (const target of reached) {
      scores[target] = (scores[target] ?? 0) + scale * (single[target] ?? 0);
      single[target] = 0;
      isReached[target] = 0;
      if (isTouched[target] === 0) touched.push(target);
      isTouched[target] = 1;
    }
    return scale;
  };

  const tellContributions = (
    { starts, columns, values }: SparseRows,
    history: ReadonlyMap<number, number>,
    scale: number,
  ): void => {
    let index = 0;
    for (const [source, weight] of history) {
      const end = starts[source + 1] ?? 0;
      for (let entry = starts[source] ?? 0; entry < end; entry += 1)
        table.add(columns[entry] ?? 0, index, scale * (weight * (values[entry] ?? 0)));
      index += 1;
    }
  };

  return (items: readonly HistoryItem[], limit: number): Candidate[] => {
    const history = knownHistory(items, positions);
    for (const product of history.keys()) isOwn[product] = 1;
    const touched: number[] = [];
    const scales = parts.map((part) => addPart(part, history, touched));
    const listed = touched.filter((target) => at(scores, target) > 0);
    const chosen = selectTop(listed, scores, limit);
    table.begin(chosen, [...history.keys()]);
    for (const [index, { rows }] of parts.entries()) tellContributions(rows, history, scales[index] ?? 0);
    const candidates = chosen.map((target) => ({
      productId: productIds[target] ?? '',
      score: at(scores, target),
      because: table.because(target, table.total(target)),
    }));
    table.end();
    for (const product of history.keys()) isOwn[product] = 0;
    for (const target of touched) {
      scores[target] = 0;
      isTouched[target] = 0;
    }
    return candidates;
  };
}

/** Of the ridge in a blend with the neighbours, chosen on a split of training data: see eval/README.md. */
const DEFAULT_RIDGE_SHARE = 0.4;

/**
 * Neighbours and ridge as parts of a blend; both of the same products.
 *
 * @param ridgeShare In (0, 1); the neighbours have the rest.
 */
export function blendParts(
  { starts, neighbours, weights }: NeighbourModel,
  { bySource }: RidgeModel,
  ridgeShare = DEFAULT_RIDGE_SHARE,
): BlendPart[] {
  return [
    { rows: { starts, columns: neighbours, values: weights }, share: 1 - ridgeShare },
    { rows: bySource, share: ridgeShare },
  ];
}
