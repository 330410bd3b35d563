import type { CartView } from '../domain/cart.ts';
import { tell } from './page-events.ts';

/** Tells the page of a basket that is another one than before; the first that is known is no change. */
export function tellOfBasket(host: Pick<EventTarget, 'dispatchEvent'>): (cart: CartView | undefined) => void {
  let before: string | undefined;
  return (cart) => {
    if (cart === undefined) return;
    const { lines, pieces, total } = cart;
    const now = JSON.stringify([lines.map(({ variantId, quantity }) => [variantId, quantity]), total]);
    const isChange = before !== now && (before !== undefined || cart.changedLineIds.length > 0);
    before = now;
    if (!isChange) return;
    const { amountMinor, currency } = total ?? {};
    tell(host, 'floorwalker-basket-changed', {
      quantity: pieces,
      ...(amountMinor !== undefined && currency !== undefined && { total: { amountMinor, currency } }),
    });
  };
}
