import type { BasketChange } from '../commerce/basket-receipt.ts';
import type { CartLineView, CartView, FormattedMoney } from '../domain/cart.ts';
import type { Basket, BasketLine } from '../domain/commerce.ts';
import type { Language, Locale } from '../domain/locale.ts';
import { formatMoney, type Money } from '../domain/money.ts';
import { type Product, productText } from '../domain/product.ts';
import type { Shop } from './shop.ts';

export interface CartPlace {
  readonly shop: Pick<Shop, 'store' | 'vocabulary'>;
  readonly language: Language;
  readonly locale: Locale;
}

/** The words of lines in the shopper's language; what the catalogue does not know is said as the shop's system says it. */
export interface CartWords {
  line(line: BasketLine): CartLineView;
  cart(basket: Basket, changes?: readonly BasketChange[]): CartView;
  /** Products of the lines, as far as the catalogue knows them. */
  readonly products: ReadonlyMap<string, Product>;
}

/** @param lines All that will be told of. */
export async function cartWords(lines: readonly BasketLine[], place: CartPlace): Promise<CartWords> {
  const { shop, language, locale } = place;
  const products = await shop.store.products([...new Set(lines.map(({ productId }) => productId))]);
  const priced = (money: Money): FormattedMoney => ({ ...money, formatted: formatMoney(money, locale) });

  function toLine(line: BasketLine): CartLineView {
    const product = products.get(line.productId);
    const { lineId, productId, variantId, quantity, unitPrice } = line;
    const variant = product?.variants.find((each) => each.variantId === variantId);
    const imageUrl = variant?.imageUrl ?? product?.imageUrl;
    return {
      lineId,
      productId,
      variantId,
      title: product === undefined ? line.title : productText(product, language).title,
      ...(imageUrl === undefined ? {} : { imageUrl }),
      options: Object.entries(line.options).map(([attribute, value]) => ({
        attribute,
        label: shop.vocabulary.attributeLabel(attribute, language),
        value: shop.vocabulary.labelOf(attribute, value, language),
      })),
      quantity,
      unitPrice: priced(unitPrice),
      total: priced({ ...unitPrice, amountMinor: unitPrice.amountMinor * quantity }),
    };
  }

  return {
    products,
    line: toLine,
    cart({ lines: held, total }, changes = []) {
      const changed = new Set(changes.map(({ line }) => line.variantId));
      const gone = changes.filter(({ after }) => after === 0).map(({ line }) => line.lineId);
      return {
        lines: held.map(toLine),
        pieces: held.reduce((sum, { quantity }) => sum + quantity, 0),
        ...(total === undefined ? {} : { total: priced(total) }),
        changedLineIds: [
          ...held.filter(({ variantId }) => changed.has(variantId)).map(({ lineId }) => lineId),
          ...gone,
        ],
      };
    },
  };
}
