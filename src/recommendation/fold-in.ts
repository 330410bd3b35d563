import type { Candidate } from '../domain/candidate.ts';
import { createFactorSystem, gramianOf } from './factor-system.ts';
import { byShare, type HistoryItem, knownHistory, MOST_REASONS } from './history-item.ts';
import { selectTop } from './select-top.ts';
import type { FactorModel } from './train-factors.ts';
import { at } from './typed-arrays.ts';

export type Reasons = ReadonlyMap<string, NonNullable<Candidate['because']>>;

export interface FactorSearch {
  /**
   * The vector of a shopper with this history, as training would have given it: one solution of a linear system, from the
   * first product on. Undefined when the model knows none of it.
   */
  foldIn(history: readonly HistoryItem[]): Float32Array | undefined;
  /**
   * Products of the largest inner product above 0 with the folded-in vector, none of the history, ties by productId.
   * Cost: O(products · dimensions).
   */
  list(history: readonly HistoryItem[], limit: number): Candidate[];
  /**
   * What each product of the history adds to the score of each product, of either sign. The score is linear in the history once
   * the matrix stands, p·q = sum over i of w_i · q_iᵀ·A⁻¹·q, so that the contributions sum to it exactly.
   */
  contributions(history: readonly HistoryItem[], productId: string): ReadonlyMap<string, number>;
  /** The `because` of products, wherever they were found; unknown ones are left out. */
  reasons(history: readonly HistoryItem[], productIds: readonly string[]): Reasons;
}

/** @returns A search that keeps the memory it works in: one call after the other. */
export function createFactorSearch(model: FactorModel): FactorSearch {
  const { productIds, dimensions, factors } = model;
  const positions = new Map(productIds.map((id, position) => [id, position]));
  const gramian = gramianOf(factors, dimensions);
  const system = createFactorSystem(dimensions, model);
  const scores = new Float64Array(productIds.length);
  const solution = new Float64Array(dimensions);

  /** Sets `solution` to the shopper's vector and leaves the decomposed matrix in `system`. */
  function solve(history: ReadonlyMap<number, number>): void {
    const observed = history.values().reduce((sum, weight) => sum + weight, 0);
    system.begin(gramian, observed, productIds.length);
    for (const [product, weight] of history) system.add(factors, product * dimensions, weight);
    system.decompose();
    solution.set(system.right);
    system.solve(solution);
  }

  const dot = (product: number, vector: Float64Array): number => {
    let sum = 0;
    for (let index = 0; index < dimensions; index += 1) {
      sum += at(factors, product * dimensions + index) * at(vector, index);
    }
    return sum;
  };

  function contributionsTo(target: number, history: ReadonlyMap<number, number>) {
    const direction = Float64Array.from(factors.subarray(target * dimensions, (target + 1) * dimensions));
    system.solve(direction);
    return [...history].map(([product, weight]) => ({
      productId: productIds[product] ?? '',
      contribution: weight * dot(product, direction),
    }));
  }

  return {
    foldIn(items) {
      const history = knownHistory(items, positions);
      if (history.size === 0) return undefined;
      solve(history);
      return Float32Array.from(solution);
    },
    list(items, limit) {
      const history = knownHistory(items, positions);
      if (history.size === 0) return [];
      solve(history);
      const reached: number[] = [];
      for (let product = 0; product < productIds.length; product += 1) {
        scores[product] = dot(product, solution);
        if (at(scores, product) > 0 && !history.has(product)) reached.push(product);
      }
      return selectTop(reached, scores, limit).map((product) => ({
        productId: productIds[product] ?? '',
        score: at(scores, product),
        because: toShares(contributionsTo(product, history)),
      }));
    },
    contributions(items, productId) {
      const history = knownHistory(items, positions);
      const target = positions.get(productId);
      if (history.size === 0 || target === undefined) return new Map();
      solve(history);
      return new Map(
        contributionsTo(target, history).map((source) => [source.productId, source.contribution]),
      );
    },
    reasons(items, listed) {
      const history = knownHistory(items, positions);
      if (history.size === 0) return new Map();
      solve(history);
      const targets = listed.flatMap((productId) => positions.get(productId) ?? []);
      return new Map(
        targets.map((target) => [productIds[target] ?? '', toShares(contributionsTo(target, history))]),
      );
    },
  };
}

/** Of what spoke for it, the largest shares. */
function toShares(sources: readonly { readonly productId: string; readonly contribution: number }[]) {
  const forIt = sources.filter(({ contribution }) => contribution > 0);
  const total = forIt.reduce((sum, { contribution }) => sum + contribution, 0);
  return forIt
    .map(({ productId, contribution }) => ({ productId, share: contribution / total }))
    .filter(({ share }) => share > 0)
    .sort(byShare)
    .slice(0, MOST_REASONS);
}
