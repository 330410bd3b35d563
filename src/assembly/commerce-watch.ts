import { isAssistantError } from '../errors/assistant-error.ts';
import type { CommerceBackend } from '../ports/commerce-backend.ts';

export interface WatchedCommerce extends CommerceBackend {
  /** False after a call that did not reach the backend, until one does. */
  isAvailable(): boolean;
}

/** A backend of baskets and orders of which it is known whether it answers. */
export function watchCommerce(backend: CommerceBackend): WatchedCommerce {
  let answers = true;
  const watched = async <T>(call: Promise<T>): Promise<T> => {
    try {
      const answer = await call;
      answers = true;
      return answer;
    } catch (error) {
      if (isAssistantError(error) && error.code === 'COMMERCE_UNAVAILABLE') answers = false;
      throw error;
    }
  };
  return {
    name: backend.name,
    abilities: backend.abilities,
    basket: (buyer, signal) => watched(backend.basket(buyer, signal)),
    account: (customerId, signal) => watched(backend.account(customerId, signal)),
    orders: (customerId, limit, signal) => watched(backend.orders(customerId, limit, signal)),
    order: (customerId, orderNumber, signal) => watched(backend.order(customerId, orderNumber, signal)),
    preview: (write, buyer, signal) => watched(backend.preview(write, buyer, signal)),
    write: (write, buyer, options) => watched(backend.write(write, buyer, options)),
    checkout: (buyer, signal) => watched(backend.checkout(buyer, signal)),
    close: () => backend.close(),
    isAvailable: () => answers,
  };
}
