import type { Offer, Product, ProductText, Variant } from '../domain/product.ts';

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
  const texts: Record<string, ProductText> = { ...present.texts, ...incoming.texts };
  if (!translates) {
    const kept = Object.entries(present.texts).filter(([language]) => language !== present.language);
    const other = present.language === incoming.language ? kept : Object.entries(present.texts);
    return canonicalProduct({
      ...incoming,
      texts: { ...Object.fromEntries(other), ...incoming.texts },
      variants: mergeVariants(elsewhere?.variants ?? [], incoming.variants),
    });
  }
  const text = incoming.texts[incoming.language];
  const parallel = incoming.category.length === present.category.length && incoming.category.length > 0;
  if (text !== undefined && parallel && text.category === undefined) {
    texts[incoming.language] = { ...text, category: incoming.category };
  }
  return canonicalProduct({
    ...incoming,
    ...present,
    texts,
    attributes: { ...incoming.attributes, ...present.attributes },
    variants: mergeVariants(elsewhere.variants, incoming.variants),
  });
}

/** Variants sold elsewhere keep their offers there; what the import tells of a variant is newer. */
function mergeVariants(elsewhere: readonly Variant[], incoming: readonly Variant[]): Variant[] {
  const kept = new Map(elsewhere.map((variant) => [variant.variantId, variant]));
  const merged = incoming.map((variant): Variant => {
    const other = kept.get(variant.variantId);
    kept.delete(variant.variantId);
    return other === undefined
      ? variant
      : {
          ...other,
          ...variant,
          attributes: { ...other.attributes, ...variant.attributes },
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
