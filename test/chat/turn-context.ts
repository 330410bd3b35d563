import { NOTHING_KEPT } from '../../src/chat/profile-desk.ts';
import type { TurnContext } from '../../src/chat/turn-context.ts';
import { initialState } from '../../src/dialogue/record-list.ts';
import type { Product } from '../../src/domain/product.ts';
import { createReplier } from '../../src/reply/replier.ts';
import { NOW_MS } from '../support/small-shop.ts';
import { type StockedShop, stockedShop, US } from '../support/stocked-shop.ts';

/** A turn in a shop of these products. */
export async function turnIn(
  products: readonly Product[],
  more: Partial<TurnContext> = {},
): Promise<TurnContext & { readonly shop: StockedShop }> {
  return {
    audience: { surface: 'chat', seed: 'test', segments: [] },
    replier: createReplier(),
    market: US,
    buyer: { shopperId: 'visitor:test', market: 'US' },
    locale: 'en-US',
    language: 'en',
    nowMs: NOW_MS,
    history: [],
    profile: NOTHING_KEPT,
    state: initialState('en'),
    ...more,
    shop: await stockedShop(products),
  };
}
