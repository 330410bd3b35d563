import type { Candidate } from '../domain/candidate.ts';
import { byShare, type HistoryItem, knownHistory, MOST_REASONS } from './history-item.ts';
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
  const seen = new Uint8Array(productIds.length);
  const isTouched = new Uint8Array(productIds.length);

  /** Adds a part's normalised scores to `scores`. Returns what its contributions were multiplied with. */
  const addPart = ({ rows, share }: BlendPart, history: ReadonlyMap<number, number>, touched: number[]) => {
    let largest = 0;
    const reached: number[] = [];
    walk(rows, history, (target, contribution) => {
      if (seen[target] === 0) {
        seen[target] = 1;
        reached.push(target);
      }
      single[target] = at(single, target) + contribution;
    });
    for (const target of reached) largest = Math.max(largest, at(single, target));
    const scale = largest > 0 ? share / largest : 0;
    for (const target of reached) {
      scores[target] = at(scores, target) + scale * at(single, target);
      single[target] = 0;
      seen[target] = 0;
      if (isTouched[target] === 0) touched.push(target);
      isTouched[target] = 1;
    }
    return scale;
  };

  return (items: readonly HistoryItem[], limit: number): Candidate[] => {
    const history = knownHistory(items, positions);
    const touched: number[] = [];
    const scales = parts.map((part) => addPart(part, history, touched));
    const listed = touched.filter((target) => at(scores, target) > 0);
    const chosen = selectTop(listed, scores, limit);
    const reasons = new Map(chosen.map((target) => [target, new Map<number, number>()]));
    for (const [index, { rows }] of parts.entries()) {
      const scale = scales[index] ?? 0;
      walk(rows, history, (target, contribution, source) => {
        const spoken = reasons.get(target);
        spoken?.set(source, (spoken.get(source) ?? 0) + scale * contribution);
      });
    }
    const candidates = chosen.map((target) => ({
      productId: productIds[target] ?? '',
      score: at(scores, target),
      because: toShares(reasons.get(target) ?? new Map(), productIds),
    }));
    for (const target of touched) {
      scores[target] = 0;
      isTouched[target] = 0;
    }
    return candidates;
  };
}

/** Calls `visit` for everything the history leads to outside itself. */
function walk(
  { starts, columns, values }: SparseRows,
  history: ReadonlyMap<number, number>,
  visit: (target: number, contribution: number, source: number) => void,
): void {
  for (const [source, weight] of history) {
    for (let entry = at(starts, source); entry < at(starts, source + 1); entry += 1) {
      const target = at(columns, entry);
      if (!history.has(target)) visit(target, weight * at(values, entry), source);
    }
  }
}

function toShares(spoken: ReadonlyMap<number, number>, productIds: readonly string[]) {
  const forIt = [...spoken].filter(([, contribution]) => contribution > 0);
  const total = forIt.reduce((sum, [, contribution]) => sum + contribution, 0);
  return forIt
    .map(([source, contribution]) => ({ productId: productIds[source] ?? '', share: contribution / total }))
    .filter(({ share }) => share > 0)
    .sort(byShare)
    .slice(0, MOST_REASONS);
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
