import type { Product } from '../../src/domain/product.ts';
import { listedProduct } from './listed-products.ts';

const THINGS = ['scarf', 'lamp', 'tent', 'mug', 'chair', 'kettle', 'rucksack', 'blanket'];
const COLOURS = ['red', 'blue', 'green', 'black', 'white'];
const LANDS = ['Norway', 'Peru', 'Kenya', 'Nepal', 'Malta', 'Chile', 'Ghana'];

/** Products that differ in words, values, prices and pages; every tenth is on sale from a moment on. */
export function variedProducts(
  count: number,
  options: { readonly from?: number; readonly saleFromMs?: number } = {},
) {
  const { from = 0, saleFromMs = Number.MAX_SAFE_INTEGER } = options;
  return Array.from({ length: count }, (_, index): Product => {
    const number = from + index;
    const [thing, colour, land] = [THINGS, COLOURS, LANDS].map((all) => all[number % all.length] ?? '');
    const productId = `v${String(number).padStart(5, '0')}`;
    const title = `${colour} ${thing} of ${land} model ${Math.floor(number / 280)}`;
    const product = listedProduct(productId, { US: 1_000 + (number % 97) * 10 }, { title });
    const sale = {
      price: { amountMinor: 100 + (number % 97), currency: 'USD' },
      fromMs: saleFromMs,
    };
    return {
      ...product,
      url: `https://shop.example/p/${number}`,
      category: ['Things', thing ?? ''],
      attributes: { color: [colour ?? ''] },
      variants: product.variants.map((variant) => ({
        ...variant,
        offers: Object.fromEntries(
          Object.entries(variant.offers).map(([market, offer]) => [
            market,
            number % 10 === 0 ? { ...offer, sale } : offer,
          ]),
        ),
      })),
    };
  });
}
