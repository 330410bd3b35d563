import type { InteractionType } from '../domain/interaction.ts';

interface EventMeaningOf {
  readonly type: InteractionType;
  /** What it is about: one product, or every product of an order. */
  readonly about: 'product' | 'order';
  /** Refused without a product; else accepted, and nothing is learned from it. */
  readonly needsProduct: boolean;
}

/**
 * The events of the e-commerce specification that say something of a product; lower case, spaces between words. Of all
 * others nothing is learned: a list that was shown and a search that was made are no choice of a product, and what
 * stands in a cart was told when it was put there.
 *
 * @see https://segment.com/docs/connections/spec/ecommerce/v2/
 */
const LEARNED_EVENTS: ReadonlyMap<string, EventMeaningOf> = new Map([
  ['product viewed', { type: 'view', about: 'product', needsProduct: true }],
  ['product clicked', { type: 'click', about: 'product', needsProduct: true }],
  ['product added', { type: 'add-to-cart', about: 'product', needsProduct: true }],
  ['product removed', { type: 'remove-from-cart', about: 'product', needsProduct: true }],
  ['product added to wishlist', { type: 'wishlist', about: 'product', needsProduct: true }],
  ['product removed from wishlist', { type: 'remove-from-wishlist', about: 'product', needsProduct: true }],
  ['wishlist product added to cart', { type: 'add-to-cart', about: 'product', needsProduct: true }],
  ['product shared', { type: 'share', about: 'product', needsProduct: true }],
  ['product reviewed', { type: 'review', about: 'product', needsProduct: true }],
  ['checkout started', { type: 'checkout', about: 'order', needsProduct: false }],
  ['order completed', { type: 'purchase', about: 'order', needsProduct: true }],
  ['order refunded', { type: 'refund', about: 'order', needsProduct: false }],
  ['order cancelled', { type: 'refund', about: 'order', needsProduct: false }],
] satisfies [string, EventMeaningOf][]);

/** Lowest rating of five that still speaks for a product. */
const LEAST_GOOD_RATING = 3;

/** What an event of that name says, however it is written; undefined when nothing is learned from it. */
export function meaningOfEvent(name: string, rating?: number | null): EventMeaningOf | undefined {
  const meaning = LEARNED_EVENTS.get(name.toLowerCase().replace(/[\s_]+/g, ' '));
  return meaning?.type === 'review' && rating != null && rating < LEAST_GOOD_RATING
    ? { ...meaning, type: 'dislike' }
    : meaning;
}
