import { isAssistantError } from '../errors/assistant-error.ts';
import type { CommerceBackend } from '../ports/commerce-backend.ts';

export interface WatchedCommerce extends CommerceBackend {
  /** False after a call that did not reach the backend, until one of its kind does: some are answered from what is kept here. */
  isAvailable(): boolean;
}

/** A backend of baskets and orders of which it is known whether it answers. */
export function watchCommerce(backend: CommerceBackend): WatchedCommerce {
  const unreached = new Set<keyof CommerceBackend>();
  const watched = async <T>(kind: keyof CommerceBackend, call: Promise<T>): Promise<T> => {
    try {
      const answer = await call;
      unreached.delete(kind);
      return answer;
    } catch (error) {
      if (isAssistantError(error) && error.code === 'COMMERCE_UNAVAILABLE') unreached.add(kind);
      throw error;
    }
  };
  return {
    name: backend.name,
    abilities: backend.abilities,
    basket: (buyer, signal) => watched('basket', backend.basket(buyer, signal)),
    account: (customerId, signal) => watched('account', backend.account(customerId, signal)),
    orders: (customerId, limit, signal) => watched('orders', backend.orders(customerId, limit, signal)),
    order: (customerId, orderNumber, signal) =>
      watched('order', backend.order(customerId, orderNumber, signal)),
    preview: (write, buyer, signal) => watched('preview', backend.preview(write, buyer, signal)),
    write: (write, buyer, options) => watched('write', backend.write(write, buyer, options)),
    checkout: (buyer, signal) => watched('checkout', backend.checkout(buyer, signal)),
    close: () => backend.close(),
    isAvailable: () => unreached.size === 0,
  };
}
