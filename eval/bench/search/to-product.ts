import type { Product } from '../../../src/domain/product.ts';
import type { ShelfProduct } from './shelf-product.ts';

/** Where all of it is sold. */
export const SHELF_MARKET = 'US';

/** As the shop's catalogue holds it. */
export function toProduct(product: ShelfProduct): Product {
  const { productId, title, description, brand, category, attributes, priceMinor, availability } = product;
  const offer = { price: { amountMinor: priceMinor, currency: 'USD' }, availability };
  return {
    productId,
    texts: { en: { title, description } },
    language: 'en',
    brand,
    category,
    attributes: Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, [value]])),
    variants: [{ variantId: productId, attributes: {}, offers: { [SHELF_MARKET]: offer } }],
  };
}
