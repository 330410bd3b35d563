import type { HistoryItem } from './history-item.ts';

/** What products have in common that an interest may be in: their kind, their brand. None twice. */
export type InterestKeys = readonly (string | undefined)[];

/** How far somebody is interested in what a product is, in [0, 1). */
export type Interest = (keys: InterestKeys) => number;

export interface InterestOptions {
  /** Products opened in this visit, newest last. */
  readonly opened: readonly string[];
  readonly nowMs: number;
  /** As many for every product; a product that is not known has none. */
  readonly keysOf: (productId: string) => InterestKeys;
}

/** A thought, a visit, a day. */
const HALF_LIVES_MS = [300_000, 3_600_000, 86_400_000] as const;
/** Of things opened in a visit only the order is kept: each counts this much less than the one after it. */
const VISIT_DECAY = 0.8;
/** A single click of this moment makes an interest of one half: n / (n + 1). */
const DOUBT = 1;

/**
 * What somebody deals with at the moment, in counters that fade:
 *
 *   n_h(k) = sum over the history of weight · 2^(-age / h) for products with key k,   h = 5 minutes, 1 hour, 24 hours
 *   interest = mean over h and the keys of a product of n_h(k) / (n_h + 1),           n_h of all products together
 *
 * A function of the history alone, which is one of the ordered actions: the same whether they were kept in memory or read from the
 * log, and gone with them. What was opened in the visit and is not in the history counts by its place, so that a visit that nothing
 * may be kept of has an interest as long as it lasts. The half-lives, and the doubt, are ours and not tuned.
 * Cost: O(history), then O(keys) a product.
 */
export function interestOf(history: readonly HistoryItem[], options: InterestOptions): Interest {
  const { opened, nowMs, keysOf } = options;
  const totals = new Float64Array(HALF_LIVES_MS.length);
  const counters = new Map<string, Float64Array>();
  const count = (productId: string, weightOf: (halfLifeMs: number) => number): void => {
    const weights = HALF_LIVES_MS.map(weightOf);
    add(totals, weights);
    for (const key of keysOf(productId)) {
      if (key === undefined) continue;
      const counter = counters.get(key) ?? new Float64Array(HALF_LIVES_MS.length);
      counters.set(key, counter);
      add(counter, weights);
    }
  };
  for (const { productId, weight, lastAtMs } of history) {
    if (lastAtMs !== undefined)
      count(productId, (halfLifeMs) => weight * fading(nowMs - lastAtMs, halfLifeMs));
  }
  const known = new Set(history.map(({ productId }) => productId));
  for (const [place, productId] of opened.toReversed().entries())
    if (!known.has(productId)) count(productId, () => VISIT_DECAY ** place);

  return (keys) => {
    let sum = 0;
    for (const key of keys) {
      const counter = key === undefined ? undefined : counters.get(key);
      counter?.forEach((value, index) => {
        sum += value / ((totals[index] ?? 0) + DOUBT);
      });
    }
    return keys.length === 0 ? 0 : sum / (keys.length * HALF_LIVES_MS.length);
  };
}

/** In (0, 1]: what is left after an age; an age below 0 counts as 0. */
export const fading = (ageMs: number, halfLifeMs: number): number => 0.5 ** (Math.max(0, ageMs) / halfLifeMs);

function add(counter: Float64Array, weights: readonly number[]): void {
  weights.forEach((weight, index) => {
    counter[index] = (counter[index] ?? 0) + weight;
  });
}
