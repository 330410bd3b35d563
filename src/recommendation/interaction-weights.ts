import type { InteractionType } from '../domain/interaction.ts';

/** Order is stored in columns of `InteractionColumns`: append only. */
export const INTERACTION_TYPES: readonly InteractionType[] = [
  'view',
  'click',
  'add-to-cart',
  'purchase',
  'remove-from-cart',
  'checkout',
  'wishlist',
  'remove-from-wishlist',
  'share',
  'review',
  'dislike',
  'refund',
];

const WEIGHTS: Readonly<Record<InteractionType, number>> = {
  view: 1,
  click: 1,
  'add-to-cart': 3,
  purchase: 5,
  'remove-from-cart': 0,
  checkout: 4,
  wishlist: 2,
  'remove-from-wishlist': 0,
  share: 2,
  review: 2,
  dislike: 0,
  refund: 0,
};

const ALL_TAKEN_BACK: ReadonlySet<InteractionType> = new Set(INTERACTION_TYPES);

/** What an event takes back of what came before it. */
const TAKEN_BACK: ReadonlyMap<InteractionType, ReadonlySet<InteractionType>> = new Map([
  ['remove-from-cart', new Set<InteractionType>(['add-to-cart'])],
  ['remove-from-wishlist', new Set<InteractionType>(['wishlist'])],
  ['refund', new Set<InteractionType>(['purchase', 'checkout', 'add-to-cart'])],
  ['dislike', ALL_TAKEN_BACK],
]);

const DAY_MS = 86_400_000;

/** How much an event says about liking, in [0, 5]: 0 for those that take back what came before them. */
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

export interface WeighingOptions {
  /** Ages are counted back from here, epoch milliseconds. */
  readonly nowMs: number;
  readonly halfLifeDays: number;
}

/**
 * One weight per product for the events of one shopper: the strongest decayed event.
 * Repeating an event adds nothing, so that reloading a page buys no influence. What was taken back (out of the basket, to
 * the shop) counts as a view; what came before a bad review counts nothing.
 *
 * @param newestFirst Events of one shopper, newest first.
 * @returns Products with a weight, the most recently touched first; 0 for one that is disliked.
 */
export function weighHistory<Id extends string | number>(
  newestFirst: Iterable<WeighedEvent & { readonly productId: Id }>,
  options: WeighingOptions,
): Map<Id, number> {
  const weights = new Map<Id, number>();
  const takenBack = new Map<Id, ReadonlySet<InteractionType>>();
  for (const event of newestFirst) {
    const taken = takenBack.get(event.productId);
    const takes = TAKEN_BACK.get(event.type);
    if (takes !== undefined) {
      takenBack.set(event.productId, taken === undefined ? takes : taken.union(takes));
      continue;
    }
    const weight =
      weightLeft(event.type, taken) * recencyDecay(options.nowMs - event.occurredAtMs, options.halfLifeDays);
    weights.set(event.productId, Math.max(weight, weights.get(event.productId) ?? 0));
  }
  return weights;
}

function weightLeft(type: InteractionType, taken: ReadonlySet<InteractionType> | undefined): number {
  if (taken === undefined || !taken.has(type)) return WEIGHTS[type];
  return taken.has('view') ? 0 : WEIGHTS.view;
}
