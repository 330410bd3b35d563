import type { Buyer } from '../../../src/domain/commerce.ts';
import type { CommerceBackend } from '../../../src/ports/commerce-backend.ts';
import type { CommerceShop } from '../commerce-shop.ts';
import { customerNumber } from './fake-orders.ts';

/** A backend whose customers have the names of a shop, where Shopify has numbers. */
export function withNames(backend: CommerceBackend, shop: CommerceShop): CommerceBackend {
  const numbered = (customerId: string) => customerNumber(shop, customerId);
  const renamed = <T extends { readonly customerId: string }>(told: T, customerId: string): T => ({
    ...told,
    customerId,
  });
  const asNumbered = ({ customerId, ...buyer }: Buyer): Buyer =>
    customerId === undefined ? buyer : { ...buyer, customerId: numbered(customerId) };
  return {
    ...backend,
    async account(customerId, signal) {
      const account = await backend.account(numbered(customerId), signal);
      return account && renamed(account, customerId);
    },
    async orders(customerId, limit, signal) {
      const orders = await backend.orders(numbered(customerId), limit, signal);
      return orders.map((order) => renamed(order, customerId));
    },
    async order(customerId, orderNumber, signal) {
      const order = await backend.order(numbered(customerId), orderNumber, signal);
      return order && renamed(order, customerId);
    },
    preview: (write, buyer, signal) => backend.preview(write, asNumbered(buyer), signal),
    write: (write, buyer, options) => backend.write(write, asNumbered(buyer), options),
  };
}
