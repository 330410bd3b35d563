import type { InteractionType } from '../domain/interaction.ts';

/** Order is stored in columns of `InteractionColumns`: append only. */
export const INTERACTION_TYPES: readonly InteractionType[] = [
  'view',
  'click',
  'add-to-cart',
  'purchase',
  'remove-from-cart',
];

const WEIGHTS: Readonly<Record<InteractionType, number>> = {
  view: 1,
  click: 1,
  'add-to-cart': 3,
  purchase: 5,
  'remove-from-cart': 0,
};

const DAY_MS = 86_400_000;

/** How much an event says about liking: 0 for a removal, which also takes an earlier add-to-cart back to a view. */
export const interactionWeight = (type: InteractionType): number => WEIGHTS[type];

/** Exponential decay in (0, 1]: one half after `halfLifeDays`. An age below 0 counts as 0. */
export function recencyDecay(ageMs: number, halfLifeDays: number): number {
  return 0.5 ** (Math.max(0, ageMs) / (halfLifeDays * DAY_MS));
}

export interface WeighedEvent {
  readonly type: InteractionType;
  readonly productId: string | number;
  readonly occurredAtMs: number;
}

/**
 * One weight per product for the events of one shopper: the strongest decayed event.
 * Repeating an event adds nothing, so that reloading a page buys no influence.
 *
 * @param newestFirst Events of one shopper, newest first.
 * @returns Products with a weight > 0, the most recently touched first.
 */
export function weighHistory<Id extends string | number>(
  newestFirst: Iterable<WeighedEvent & { readonly productId: Id }>,
  options: { readonly nowMs: number; readonly halfLifeDays: number },
): Map<Id, number> {
  const weights = new Map<Id, number>();
  const removed = new Set<Id>();
  for (const event of newestFirst) {
    if (event.type === 'remove-from-cart') {
      removed.add(event.productId);
      continue;
    }
    const takenBack = event.type === 'add-to-cart' && removed.has(event.productId);
    const weight =
      WEIGHTS[takenBack ? 'view' : event.type] *
      recencyDecay(options.nowMs - event.occurredAtMs, options.halfLifeDays);
    weights.set(event.productId, Math.max(weight, weights.get(event.productId) ?? 0));
  }
  return weights;
}
