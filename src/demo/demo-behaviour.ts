import type { Interaction } from '../domain/interaction.ts';
import type { Product } from '../domain/product.ts';
import { createRandom } from '../domain/random.ts';

export interface DemoBehaviourOptions {
  readonly products: readonly Product[];
  readonly shoppers?: number;
  readonly seed?: number;
  readonly nowMs: number;
}

/** A year of simulated visits. */
export function* demoInteractions(options: DemoBehaviourOptions): Generator<Interaction> {
  const random = createRandom(options.seed ?? 7);
  for (let shopper = 0; shopper < (options.shoppers ?? 5_000); shopper += 1) {
    const product = options.products[Math.floor(random() * options.products.length)];
    if (product === undefined) return;
    const occurredAtMs = options.nowMs - Math.floor(random() * 365 * 86_400_000);
    yield {
      interactionId: `demo-${shopper}`,
      type: 'view',
      productId: product.productId,
      shopperId: `visitor:demo-${shopper}`,
      sessionId: `demo-${shopper}-1`,
      market: 'US',
      occurredAtMs,
      receivedAtMs: occurredAtMs,
    };
  }
}
