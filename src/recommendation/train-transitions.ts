import { AssistantError } from '../errors/assistant-error.ts';
import type { HistoryItem } from './history-item.ts';
import { selectTop } from './select-top.ts';
import type { NeighbourModel } from './train-neighbours.ts';
import { at } from './typed-arrays.ts';

export interface TransitionOptions {
  /** In [0, 1]: what a product that came before counts, one that came after counting 1. */
  readonly backward: number;
  /** In (0, 1]: factor for every further place between two products. */
  readonly gapDecay: number;
  /** Most places between two products that still count, >= 1: bounds the cost and what one long history may say. */
  readonly reach: number;
  /** Power of the source's events, >= 0: 0 lets often chosen products of a history outvote the rest, 1 gives all one vote. */
  readonly sourcePower: number;
  /** Discount of popular targets, >= 0. */
  readonly targetPower: number;
  /** Most products kept per source, >= 1. */
  readonly neighbours: number;
}

/** Chosen on the last but one products of two sets of histories, once for both: `eval/README.md`. */
export const DEFAULT_TRANSITION_OPTIONS: TransitionOptions = {
  backward: 0.35,
  gapDecay: 0.9,
  reach: 50,
  sourcePower: 0.4,
  targetPower: 0,
  neighbours: 200,
};

/** In (0, 1]: factor for every step back in a history when it is used. Chosen together with the options above. */
export const DEFAULT_AGE_DECAY = 0.7;

/**
 * What tends to follow what, in histories that have an order. Row i of the model holds what follows i:
 *
 *   W[i -> j] = d_i^-sourcePower · d_j^-targetPower · sum over places p of i and q of j in one history of
 *               direction(p, q) · gapDecay^(|q - p| - 1),   1 <= |q - p| <= reach,   i != j
 *
 * direction is 1 for q > p, else `backward`; d counts places. The model has the form of `trainNeighbours`, so that the same
 * search answers from it, with the same exact reasons.
 * Cost: O(events · reach) time at most, 12 bytes an event and 8 per kept neighbour.
 *
 * @param histories Positions in `productIds`, oldest first.
 * @param productIds Ascending.
 * @throws {AssistantError} INVALID_ARGUMENT for options out of range.
 * @see Sarwar et al., "Item-based Collaborative Filtering", WWW 2001, for neighbours of products; order, gaps and both
 *   powers are ours.
 */
export function trainTransitions(
  histories: Iterable<readonly number[]>,
  productIds: readonly string[],
  options: TransitionOptions = DEFAULT_TRANSITION_OPTIONS,
): NeighbourModel {
  assertOptions(options);
  const events = layOut(histories, productIds.length);
  const { products, firsts, lasts, starts: placeStarts, places } = events;
  const counts = productIds.map((_, product) =>
    Math.max(1, at(placeStarts, product + 1) - at(placeStarts, product)),
  );
  const sourceFactor = Float64Array.from(counts, (count) => count ** -options.sourcePower);
  const targetFactor = Float64Array.from(counts, (count) => count ** -options.targetPower);
  const forward = Float64Array.from({ length: options.reach + 1 }, (_, gap) => options.gapDecay ** (gap - 1));
  const backward = forward.map((weight) => weight * options.backward);

  const sums = new Float64Array(productIds.length);
  const starts = new Int32Array(productIds.length + 1);
  const neighbours: number[] = [];
  const weights: number[] = [];
  for (let source = 0; source < productIds.length; source += 1) {
    const touched: number[] = [];
    const add = (target: number, weight: number): void => {
      const step = weight * at(sourceFactor, source) * at(targetFactor, target);
      if (target === source || step === 0) return;
      if (sums[target] === 0) touched.push(target);
      sums[target] = at(sums, target) + step;
    };
    for (let index = at(placeStarts, source); index < at(placeStarts, source + 1); index += 1) {
      const place = at(places, index);
      const first = Math.max(at(firsts, place), place - options.reach);
      const last = Math.min(at(lasts, place), place + options.reach);
      for (let other = first; other < place; other += 1)
        add(at(products, other), at(backward, place - other));
      for (let other = place + 1; other <= last; other += 1)
        add(at(products, other), at(forward, other - place));
    }
    for (const target of selectTop(touched, sums, options.neighbours)) {
      const weight = Math.fround(at(sums, target));
      if (weight === 0) continue;
      neighbours.push(target);
      weights.push(weight);
    }
    starts[source + 1] = neighbours.length;
    for (const target of touched) sums[target] = 0;
  }
  return {
    productIds,
    starts,
    neighbours: Int32Array.from(neighbours),
    weights: Float32Array.from(weights),
  };
}

/**
 * Weighs a history for use with transitions: the newest product 1, every one before it `ageDecay` of the next.
 * A product that is there twice counts where it stands last.
 *
 * @param productIds Oldest first.
 */
export function weighByAge(productIds: readonly string[], ageDecay = DEFAULT_AGE_DECAY): HistoryItem[] {
  return [...new Set(productIds.toReversed())].map((productId, age) => ({
    productId,
    weight: ageDecay ** age,
  }));
}

/** All histories one after the other, with the first and last place of each event's history, and the places of each product. */
function layOut(histories: Iterable<readonly number[]>, productCount: number) {
  const laid: number[] = [];
  const first: number[] = [];
  const last: number[] = [];
  for (const history of histories) {
    const from = laid.length;
    for (const product of history) {
      laid.push(product);
      first.push(from);
      last.push(from + history.length - 1);
    }
  }
  const starts = new Int32Array(productCount + 1);
  for (const product of laid) starts[product + 1] = at(starts, product + 1) + 1;
  for (let product = 0; product < productCount; product += 1)
    starts[product + 1] = at(starts, product + 1) + at(starts, product);
  const next = starts.slice();
  const places = new Int32Array(laid.length);
  laid.forEach((product, place) => {
    const index = at(next, product);
    places[index] = place;
    next[product] = index + 1;
  });
  return {
    products: Int32Array.from(laid),
    firsts: Int32Array.from(first),
    lasts: Int32Array.from(last),
    starts,
    places,
  };
}

function assertOptions(options: TransitionOptions): void {
  const { backward, gapDecay, reach, sourcePower, targetPower, neighbours } = options;
  const powers = [sourcePower, targetPower].every((power) => Number.isFinite(power) && power >= 0);
  const counts = [reach, neighbours].every((count) => Number.isInteger(count) && count >= 1);
  if (!powers || !counts || !(backward >= 0 && backward <= 1) || !(gapDecay > 0 && gapDecay <= 1)) {
    throw new AssistantError(
      'INVALID_ARGUMENT',
      'backward must be in [0, 1], gapDecay in (0, 1], the powers >= 0, reach and neighbours >= 1',
      { details: { ...options } },
    );
  }
}
