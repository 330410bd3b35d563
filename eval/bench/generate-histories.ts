import { createRandom } from '../../src/domain/random.ts';

export interface HistoryOptions {
  readonly products: number;
  readonly shoppers: number;
  /** Different products of a shopper; all of them when there are fewer. */
  readonly events: number;
  readonly seed: number;
}

/** Products that are chosen together, by each shopper who has this taste. */
const TASTE_PRODUCTS = 1_000;
/** Of the events within the shopper's taste; the others are anywhere. */
const WITHIN_TASTE = 0.7;

/**
 * Generated shoppers, one at a time: each has one taste, a window of neighbouring products. Within the window and outside of
 * it products are drawn log-uniformly, so that the n-th is chosen about 1 / n as often as the first, as in shops.
 *
 * @returns Product position to weight 1.
 */
export function* generateHistories(options: HistoryOptions): Generator<Map<number, number>> {
  const random = createRandom(options.seed);
  const window = Math.min(TASTE_PRODUCTS, options.products);
  const drawBelow = (count: number): number => Math.floor(Math.exp(random() * Math.log(count + 1))) - 1;
  for (let shopper = 0; shopper < options.shoppers; shopper += 1) {
    const history = new Map<number, number>();
    const taste = Math.floor(random() * (options.products / window)) * window;
    while (history.size < Math.min(options.events, options.products)) {
      const product = random() < WITHIN_TASTE ? taste + drawBelow(window) : drawBelow(options.products);
      history.set(Math.min(product, options.products - 1), 1);
    }
    yield history;
  }
}
