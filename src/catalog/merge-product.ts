import type { Offer, Product, ProductText, Variant } from '../domain/product.ts';
import { alignLabels } from './align-labels.ts';

type Offers = Readonly<Record<string, Offer>>;

/**
 * A product without what it offers in some markets.
 * @returns undefined when nobody sells it any more.
 */
export function withoutMarkets(product: Product, markets: ReadonlySet<string>): Product | undefined {
  const variants = product.variants.flatMap((variant): Variant[] => {
    const offers = Object.entries(variant.offers).filter(([market]) => !markets.has(market));
    if (offers.length === 0) return [];
    return offers.length === Object.keys(variant.offers).length
      ? [variant]
      : [{ ...variant, offers: Object.fromEntries(offers) }];
  });
  return variants.length === 0 ? undefined : { ...product, variants };
}

/**
 * A product as it stands after an import: the incoming words and offers of the imported markets, with the offers of
 * other markets and the texts of other languages kept.
 *
 * When the incoming words are in another language than the present original and other markets still use that one, the
 * original language, its category path and its attributes stay; the incoming ones become a translation.
 */
export function mergeProduct(present: Product, incoming: Product, markets: ReadonlySet<string>): Product {
  const elsewhere = withoutMarkets(present, markets);
  const translates = elsewhere !== undefined && incoming.language !== present.language;
  const merged: Product = {
    ...(translates ? { ...incoming, ...present } : incoming),
    attributes: translates ? { ...incoming.attributes, ...present.attributes } : incoming.attributes,
    variants: mergeVariants(elsewhere?.variants ?? [], incoming.variants, translates),
  };
  const texts: Record<string, ProductText> = {};
  for (const [language, text] of Object.entries(present.texts))
    texts[language] = alignLabels(text, present, merged);
  for (const [language, text] of Object.entries(incoming.texts)) {
    const isOriginal = language === incoming.language;
    const translated =
      translates && isOriginal ? { ...text, category: text.category ?? incoming.category } : text;
    texts[language] = alignLabels(translated, incoming, merged);
  }
  return canonicalProduct({ ...merged, texts });
}

/** Variants sold elsewhere keep their offers there; what the import tells of a variant is newer, but for a translation. */
function mergeVariants(
  elsewhere: readonly Variant[],
  incoming: readonly Variant[],
  translates: boolean,
): Variant[] {
  const kept = new Map(elsewhere.map((variant) => [variant.variantId, variant]));
  const merged = incoming.map((variant): Variant => {
    const other = kept.get(variant.variantId);
    kept.delete(variant.variantId);
    if (other === undefined) return variant;
    return {
      ...other,
      ...variant,
      attributes: translates
        ? { ...variant.attributes, ...other.attributes }
        : { ...other.attributes, ...variant.attributes },
      offers: { ...other.offers, ...variant.offers },
    };
  });
  return [...merged, ...kept.values()];
}

/** The same product always has the same JSON: maps that merging may reorder are put in order of their keys. */
export function canonicalProduct(product: Product): Product {
  return {
    ...product,
    texts: inOrder(product.texts),
    variants: product.variants.map((variant) =>
      isSorted(variant.offers) ? variant : { ...variant, offers: inOrder(variant.offers) },
    ),
  };
}

const isSorted = (offers: Offers) => Object.keys(offers).length < 2;

const inOrder = <T>(map: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(map).sort(([left], [right]) => (left < right ? -1 : 1)));
