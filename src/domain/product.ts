import type { Language } from './locale.ts';
import type { Money } from './money.ts';

export type Availability = 'in-stock' | 'out-of-stock' | 'preorder';

/** The words of a product in one language. Plain text: markup was removed on import. */
export interface ProductText {
  readonly title: string;
  readonly description: string;
  /** Labels of `Product.category` in this language, same length; absent when not translated. */
  readonly category?: readonly string[];
  /** Labels of attribute values by attribute name, each list parallel to `attributeValues(product, name)`. */
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
}

/** What a variant costs in one market. */
export interface Offer {
  /** The regular price. */
  readonly price: Money;
  /** A lower price with its period (both ends optional, epoch milliseconds, start inclusive, end exclusive). */
  readonly sale?: { readonly price: Money; readonly fromMs?: number; readonly untilMs?: number };
  readonly availability: Availability;
  /** Pieces at hand, when the shop tells. */
  readonly stock?: number;
  /** Cost of the cheapest delivery, when the shop tells. */
  readonly shipping?: Money;
}

/** One thing that can be bought: a size and colour of a product. A product without choices has one variant. */
export interface Variant {
  readonly variantId: string;
  /** Canonical values that set this variant apart, by attribute name: `{ size: ['M'], color: ['red'] }`. */
  readonly attributes: Attributes;
  /** By market (ISO 3166-1 alpha-2). A market without an offer does not sell the variant. */
  readonly offers: Readonly<Record<string, Offer>>;
  readonly sku?: string;
  readonly gtin?: string;
  /** The manufacturer's own number of the part or model. */
  readonly mpn?: string;
  readonly imageUrl?: string;
  readonly url?: string;
}

/** A product is new for so long after it was listed. */
export const NEW_FOR_MS = 90 * 86_400_000;

/** Canonical attribute name (lower case, "color", "size", "material", ...) to its values, never empty lists. */
export type Attributes = Readonly<Record<string, readonly string[]>>;

export interface Product {
  readonly productId: string;
  /** By language; at least one entry. */
  readonly texts: Readonly<Record<Language, ProductText>>;
  /** Language whose words are the original; a key of `texts`. */
  readonly language: Language;
  readonly brand?: string;
  /** Path from the root to the leaf in the original language; may be empty. */
  readonly category: readonly string[];
  /** Attributes common to all variants. */
  readonly attributes: Attributes;
  /** At least one. */
  readonly variants: readonly Variant[];
  readonly imageUrl?: string;
  readonly url?: string;
  /** When the shop first listed it, epoch milliseconds; absent when unknown. */
  readonly listedAtMs?: number;
}

/** The price to pay now: the sale price within its period, else the regular one. */
export function effectivePrice(offer: Offer, nowMs: number): Money {
  const { sale } = offer;
  if (sale === undefined) return offer.price;
  const started = sale.fromMs === undefined || nowMs >= sale.fromMs;
  const ended = sale.untilMs !== undefined && nowMs >= sale.untilMs;
  return started && !ended && sale.price.amountMinor < offer.price.amountMinor ? sale.price : offer.price;
}

/** Everything known of a variant: the product's attributes with the variant's own on top. */
export function variantAttributes(product: Product, variant: Variant): Attributes {
  return { ...product.attributes, ...variant.attributes };
}

/** The words of a product for a language, falling back to the original ones. */
export function productText(product: Product, language: Language): ProductText {
  return (
    product.texts[language] ??
    product.texts[product.language] ?? { title: product.productId, description: '' }
  );
}

/** Distinct canonical values of an attribute: the product's, then the variants' in order. Label lists are parallel to it. */
export function attributeValues(
  product: Pick<Product, 'attributes' | 'variants'>,
  attribute: string,
): readonly string[] {
  return [
    ...new Set([
      ...(product.attributes[attribute] ?? []),
      ...product.variants.flatMap((variant) => variant.attributes[attribute] ?? []),
    ]),
  ];
}
