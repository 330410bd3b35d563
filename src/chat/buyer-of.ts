import type { Buyer } from '../domain/commerce.ts';
import type { Conversation } from './conversation-store.ts';

/** Who buys in a conversation: a customer whom the shop has proved, or a visitor with a basket. */
export function buyerOf({
  shopperId,
  proved,
  market,
}: Pick<Conversation, 'shopperId' | 'proved' | 'market'>): Buyer {
  return {
    shopperId,
    market,
    ...(proved ? { customerId: shopperId.slice(CUSTOMER.length) } : {}),
  };
}

const CUSTOMER = 'customer:';
