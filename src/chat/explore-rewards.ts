import type { Interaction, InteractionType } from '../domain/interaction.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

/** Until when a list without a reward counts as one that brought nothing. */
export const CLICK_WINDOW_MS = 30 * MINUTE_MS;

interface Deed {
  /** In [0, 1]; 0 takes away what the product brought. */
  readonly worth: number;
  /** How long after the list was shown it still speaks for it. */
  readonly windowMs: number;
}

/** A click alone is worth little: a list that is only clicked on brings a shop nothing. */
const DEEDS: Readonly<Partial<Record<InteractionType, Deed>>> = {
  view: { worth: 0.1, windowMs: CLICK_WINDOW_MS },
  click: { worth: 0.1, windowMs: CLICK_WINDOW_MS },
  share: { worth: 0.2, windowMs: CLICK_WINDOW_MS },
  wishlist: { worth: 0.2, windowMs: DAY_MS },
  'add-to-cart': { worth: 0.3, windowMs: DAY_MS },
  checkout: { worth: 0.5, windowMs: DAY_MS },
  purchase: { worth: 1, windowMs: 7 * DAY_MS },
  dislike: { worth: 0, windowMs: 30 * DAY_MS },
  refund: { worth: 0, windowMs: 30 * DAY_MS },
};

/** No deed speaks for a list that was shown earlier. */
export const LONGEST_WINDOW_MS = Math.max(...Object.values(DEEDS).map(({ windowMs }) => windowMs));

/** Product id to the worth of the best that was done with it. */
export type Deeds = Readonly<Record<string, number>>;

/** What an interaction of now is worth to a list shown some time ago; undefined when it says nothing of it. */
export function worthOf(type: Interaction['type'], sinceShownMs: number): number | undefined {
  const deed = DEEDS[type];
  return deed !== undefined && sinceShownMs >= 0 && sinceShownMs <= deed.windowMs ? deed.worth : undefined;
}

/** Counts each product once, by the best that was done with it; what was given back counts as nothing. */
export function addDeed(deeds: Deeds, productId: string, worth: number): Deeds {
  return { ...deeds, [productId]: worth === 0 ? 0 : Math.max(worth, deeds[productId] ?? 0) };
}

/** The reward of a list, in [0, 1]: what its products are worth together, at most as much as one that is bought. */
export const rewardOf = (deeds: Deeds): number =>
  Math.min(
    1,
    Object.values(deeds).reduce((sum, worth) => sum + worth, 0),
  );
