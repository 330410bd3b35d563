import type { Interaction } from '../domain/interaction.ts';
import { INTERACTION_TYPES } from './interaction-weights.ts';

/** Interactions as columns, 29 bytes a row: ten million fit in 300 MB. Row order is the order of arrival. */
export interface InteractionColumns {
  readonly length: number;
  /** Ascending; columns hold positions in it. */
  readonly productIds: readonly string[];
  readonly markets: readonly string[];
  readonly shopperCount: number;
  readonly product: Int32Array;
  /** Position of the shopper (the visit, when no shopper is known), -1 when neither is known. */
  readonly shopper: Int32Array;
  /** Position in `markets`, -1 when unknown. */
  readonly market: Int32Array;
  /** Position in INTERACTION_TYPES. */
  readonly type: Uint8Array;
  readonly occurredAtMs: Float64Array;
  readonly receivedAtMs: Float64Array;
}

export interface InteractionColumnsBuilder {
  append(interaction: Omit<Interaction, 'interactionId'>): void;
  /** Call once. */
  finish(): InteractionColumns;
}

const FIRST_CAPACITY = 4_096;

/** Collects a stream of interactions. Cost: amortised constant per row, columns are doubled in place. */
export function createInteractionColumns(): InteractionColumnsBuilder {
  const products = new Map<string, number>();
  const shoppers = new Map<string, number>();
  const markets = new Map<string, number>();
  let capacity = FIRST_CAPACITY;
  let length = 0;
  let product = new Int32Array(capacity);
  let shopper = new Int32Array(capacity);
  let market = new Int32Array(capacity);
  let type = new Uint8Array(capacity);
  let occurredAtMs = new Float64Array(capacity);
  let receivedAtMs = new Float64Array(capacity);

  const grow = (): void => {
    capacity *= 2;
    product = new Int32Array(product.buffer.transfer(capacity * 4));
    shopper = new Int32Array(shopper.buffer.transfer(capacity * 4));
    market = new Int32Array(market.buffer.transfer(capacity * 4));
    type = new Uint8Array(type.buffer.transfer(capacity));
    occurredAtMs = new Float64Array(occurredAtMs.buffer.transfer(capacity * 8));
    receivedAtMs = new Float64Array(receivedAtMs.buffer.transfer(capacity * 8));
  };

  return {
    append(interaction) {
      if (length === capacity) grow();
      product[length] = positionOf(products, interaction.productId);
      shopper[length] = positionOf(shoppers, interaction.shopperId ?? interaction.sessionId);
      market[length] = positionOf(markets, interaction.market);
      type[length] = INTERACTION_TYPES.indexOf(interaction.type);
      occurredAtMs[length] = interaction.occurredAtMs;
      receivedAtMs[length] = interaction.receivedAtMs;
      length += 1;
    },
    finish() {
      const productIds = [...products.keys()].sort();
      const sorted = new Int32Array(productIds.length);
      productIds.forEach((id, position) => {
        sorted[products.get(id) ?? -1] = position;
      });
      return {
        length,
        productIds,
        markets: [...markets.keys()],
        shopperCount: shoppers.size,
        product: product.subarray(0, length).map((position) => sorted[position] ?? -1),
        shopper: shopper.subarray(0, length),
        market: market.subarray(0, length),
        type: type.subarray(0, length),
        occurredAtMs: occurredAtMs.subarray(0, length),
        receivedAtMs: receivedAtMs.subarray(0, length),
      };
    },
  };
}

function positionOf(positions: Map<string, number>, key: string | undefined): number {
  if (key === undefined) return -1;
  const known = positions.get(key);
  if (known !== undefined) return known;
  positions.set(key, positions.size);
  return positions.size - 1;
}
