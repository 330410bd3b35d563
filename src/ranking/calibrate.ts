import type { ListAdjustment, ListCandidate } from './list-adjustment.ts';

/** Share of the wanted mixture that every list is taken to hold already, so that a missing category is not infinitely bad. */
const SMOOTHING = 0.01;

/** Shares of categories; each > 0, together 1. Empty when nothing is known. */
export type CategoryShares = ReadonlyMap<string, number>;

/** The most specific category, which taste is told by; undefined for a product without one. */
export const leafCategory = (facts: { readonly categoryKeys: readonly string[] } | undefined) =>
  facts?.categoryKeys.at(-1);

/**
 * What part of a shopper's (decayed) history each category has.
 *
 * @param history Weights > 0.
 * @param categoryOf Undefined for a product that is not known any more: it counts for nothing.
 */
export function categoryShares(
  history: readonly { readonly productId: string; readonly weight: number }[],
  categoryOf: (productId: string) => string | undefined,
): CategoryShares {
  const sums = new Map<string, number>();
  let total = 0;
  for (const { productId, weight } of history) {
    const category = categoryOf(productId);
    if (category === undefined || !(weight > 0)) continue;
    sums.set(category, (sums.get(category) ?? 0) + weight);
    total += weight;
  }
  return new Map([...sums].map(([category, sum]) => [category, sum / total]));
}

/**
 * How much nearer a product brings the list's mixture of categories to the shopper's, in nats, >= 0:
 *
 *   value = KL(p || q̃ of the list) - KL(p || q̃ of the list with it),   q̃_c = .99 · n_c / N + .01 · p_c
 *
 * where p are the shares wanted, n_c the picked products of category c and N the length the list will have. Of the whole list
 * this is the paper's KL. Because N is fixed the gain of a category only shrinks while it fills.
 *
 * @param weight lambda / (1 - lambda) of the paper: its .3 is a weight of .43.
 * @param length N, >= 1.
 * @see Steck, "Calibrated Recommendations", RecSys 2018, eq. 3 and 7; N in place of the length so far is ours.
 */
export function calibrate(
  pool: readonly ListCandidate[],
  {
    wanted,
    weight,
    length,
  }: { readonly wanted: CategoryShares; readonly weight: number; readonly length: number },
): ListAdjustment {
  const categories = pool.map(({ facts }) => leafCategory(facts));
  const counts = new Map<string, number>();
  const gains = new Map<string, number>();
  const smoothed = (category: string, share: number, added: number) =>
    (1 - SMOOTHING) * ((counts.get(category) ?? 0) + added) + SMOOTHING * length * share;
  const setGain = (category: string, share: number) =>
    gains.set(category, share * Math.log(smoothed(category, share, 1) / smoothed(category, share, 0)));
  for (const [category, share] of wanted) setGain(category, share);
  return {
    signal: 'calibration',
    weight,
    valueOf: (position) => gains.get(categories[position] ?? '') ?? 0,
    afterPick(position) {
      const category = categories[position] ?? '';
      const share = wanted.get(category);
      if (share === undefined) return;
      counts.set(category, (counts.get(category) ?? 0) + 1);
      setGain(category, share);
    },
  };
}

/**
 * How far a list's mixture of categories is from the one wanted: KL(p || q̃) in nats, >= 0; 0 when nothing is wanted.
 * A product without a category is of none that is wanted.
 */
export function miscalibration(wanted: CategoryShares, listed: readonly (string | undefined)[]): number {
  let sum = 0;
  for (const [category, share] of wanted) {
    const held = listed.filter((other) => other === category).length / Math.max(1, listed.length);
    sum += share * Math.log(share / ((1 - SMOOTHING) * held + SMOOTHING * share));
  }
  return Math.max(0, sum);
}
