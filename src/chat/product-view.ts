import { categoryKeys } from '../domain/category.ts';
import type { ShownProduct } from '../domain/dialogue-state.ts';
import type { Language, Locale } from '../domain/locale.ts';
import { formatMoney, type Money } from '../domain/money.ts';
import {
  type Attributes,
  effectivePrice,
  type Offer,
  type Product,
  productText,
  type Variant,
  variantAttributes,
} from '../domain/product.ts';
import type { RankedProduct } from '../domain/ranking.ts';
import type { ProductView } from '../domain/turn.ts';

/** Words for canonical values, in the shopper's language. */
export interface Labels {
  labelOf(attribute: string, value: string, language: Language): string;
}

export interface ViewContext {
  readonly market: string;
  readonly locale: Locale;
  readonly language: Language;
  readonly nowMs: number;
  readonly labels: Labels;
}

/** A variant of a product that is sold in a market, with its offer there. */
export interface OfferedVariant {
  readonly variant: Variant;
  readonly offer: Offer;
}

/** The variants sold in a market, cheapest in stock first, then by id. */
export function offeredVariants(product: Product, market: string, nowMs: number): OfferedVariant[] {
  return product.variants
    .flatMap((variant) => {
      const offer = variant.offers[market];
      return offer === undefined ? [] : [{ variant, offer }];
    })
    .sort(
      (left, right) =>
        Number(left.offer.availability === 'out-of-stock') -
          Number(right.offer.availability === 'out-of-stock') ||
        effectivePrice(left.offer, nowMs).amountMinor - effectivePrice(right.offer, nowMs).amountMinor ||
        (left.variant.variantId < right.variant.variantId ? -1 : 1),
    );
}

/** What the index would know of a variant, by the store. */
export const variantFacts = (product: Product, variant: Variant) => ({
  productId: product.productId,
  categoryKeys: categoryKeys(product.category),
  attributes: {
    ...(product.brand === undefined ? {} : { brand: [product.brand] }),
    ...variantAttributes(product, variant),
  },
});

/** A product as it stands on a screen, for the dialogue to point at. */
export function toShownProduct(
  product: Product,
  { variant, offer }: OfferedVariant,
  { language, nowMs }: Pick<ViewContext, 'language' | 'nowMs'>,
): ShownProduct {
  const price = effectivePrice(offer, nowMs);
  return {
    productId: product.productId,
    variantId: variant.variantId,
    title: productText(product, language).title,
    priceMinor: price.amountMinor,
    currency: price.currency,
    attributes: variantAttributes(product, variant),
  };
}

const priced = (money: Money, locale: Locale) => ({ ...money, formatted: formatMoney(money, locale) });

/** A product as answers carry it: every fact from the store, every word in the shopper's language where the shop has it. */
export function toProductView(
  product: Product,
  { variant, offer }: OfferedVariant,
  context: ViewContext,
  ranked?: RankedProduct,
): ProductView {
  const text = productText(product, context.language);
  const price = effectivePrice(offer, context.nowMs);
  const url = variant.url ?? product.url;
  const imageUrl = variant.imageUrl ?? product.imageUrl;
  return {
    productId: product.productId,
    variantId: variant.variantId,
    title: text.title,
    ...(text.description === '' ? {} : { description: text.description }),
    ...(product.brand === undefined ? {} : { brand: product.brand }),
    category: text.category ?? product.category,
    price: priced(price, context.locale),
    ...(price.amountMinor < offer.price.amountMinor
      ? { listPrice: priced(offer.price, context.locale) }
      : {}),
    availability: offer.availability,
    ...(offer.stock === undefined ? {} : { stock: offer.stock }),
    ...(url === undefined ? {} : { url }),
    ...(imageUrl === undefined ? {} : { imageUrl }),
    attributes: labelled(variantAttributes(product, variant), context),
    ...(ranked === undefined ? {} : { score: ranked.score, parts: ranked.parts }),
    ...(ranked?.alike === undefined ? {} : { alike: ranked.alike }),
  };
}

function labelled(
  attributes: Attributes,
  { labels, language }: ViewContext,
): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, values]) => [
      name,
      values.map((value) => labels.labelOf(name, value, language)),
    ]),
  );
}
