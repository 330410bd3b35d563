import type { Constraint } from '../domain/need.ts';
import { attributeValues, type Product, productText, variantAttributes } from '../domain/product.ts';
import { namesValue } from '../text/names-value.ts';
import { fulfilsLimit } from './fulfils-limits.ts';
import { type OfferedVariant, offeredVariants } from './product-view.ts';

export interface VariantWish {
  /** Said of it just now: it must be so. */
  readonly said: readonly Constraint[];
  /** Wanted anyway: it settles what is still open. */
  readonly held: readonly Constraint[];
  readonly market: string;
  readonly nowMs: number;
}

type Hindrance = 'sold-out' | 'not-made';

/** One variant, or what keeps it from being one. Values are the shop's, in its order. */
export type SettledVariant =
  | { readonly kind: 'settled'; readonly offered: OfferedVariant }
  /** One of `values` is to be chosen, each of which can be had. @param without What was said and is not to be had. */
  | {
      readonly kind: 'open';
      readonly attribute: string;
      /** With everything else in which what is left differs. */
      readonly attributes: readonly string[];
      readonly values: readonly string[];
      readonly without?: { readonly limit: Constraint; readonly reason: Hindrance };
    }
  | { readonly kind: 'none'; readonly reason: Hindrance | 'not-offered'; readonly limit?: Constraint };

/** What a product is, whichever variant of it. */
const OF_THE_PRODUCT: ReadonlySet<string> = new Set([
  'price',
  'brand',
  'type',
  'category',
  'product',
  'mentions',
]);

/**
 * Which variant goes into the basket: never one of which the shopper has not settled what sets it apart from others that can be had.
 * What was said of it comes first, then what is wanted anyway.
 */
export function settleVariant(product: Product, wish: VariantWish): SettledVariant {
  const offered = offeredVariants(product, wish.market, wish.nowMs);
  if (offered.length === 0) return { kind: 'none', reason: 'not-offered' };
  const said = wish.said.filter(
    (limit) => !OF_THE_PRODUCT.has(limit.attribute) && (limit.known || states(product, limit.attribute)),
  );
  const isFit = fits(product, wish.nowMs);
  const fitting = offered.filter((each) => isFit(each, said));
  const atHand = fitting.filter(isAtHand);
  if (atHand.length === 0)
    return hindered(product, offered, said, fitting.length > 0 ? 'sold-out' : 'not-made', isFit);
  const closest = openOptions(atHand).reduce((left, attribute) => {
    const exact = left.filter((each) => said.some((limit) => isExactly(each, attribute, limit)));
    return exact.length === 0 ? left : exact;
  }, atHand);
  const narrowed = openOptions(closest).reduce((left, attribute) => {
    const limits = wish.held.filter((limit) => limit.attribute === attribute);
    const kept = left.filter((each) => isFit(each, limits));
    return kept.length === 0 ? left : kept;
  }, closest);
  const attributes = openOptions(narrowed);
  const [attribute] = attributes;
  const [first] = narrowed;
  if (attribute === undefined && first !== undefined) return { kind: 'settled', offered: first };
  return attribute === undefined
    ? { kind: 'none', reason: 'sold-out' }
    : { kind: 'open', attribute, attributes, values: valuesOf(product, narrowed, attribute) };
}

type IsFit = (offered: OfferedVariant, limits: readonly Constraint[]) => boolean;

/** Whether a variant is as it was said: all that is said of it; several values of one attribute are alternatives. */
function fits(product: Product, nowMs: number): IsFit {
  return ({ variant, offer }, limits) => {
    const keeps = (limit: Constraint): boolean =>
      fulfilsLimit(product, variant, offer, limit, nowMs) ||
      (!states(product, limit.attribute) && isInTitle(product, limit));
    const [wanted, others] = [limits.filter(isEqual), limits.filter((limit) => !isEqual(limit))];
    const choices = Map.groupBy(wanted, ({ attribute }) => attribute).values();
    return others.every(keeps) && choices.every((alternatives) => alternatives.some(keeps));
  };
}

const isEqual = ({ operator }: Constraint): boolean => operator === 'eq';

/** Red is red before it is burgundy. */
const isExactly = ({ variant }: OfferedVariant, attribute: string, limit: Constraint): boolean =>
  limit.attribute === attribute &&
  limit.operator === 'eq' &&
  variant.attributes[attribute]?.includes(String(limit.value)) === true;

/** "The red one" of which only the title says that it is red. */
const isInTitle = (product: Product, { attribute, operator, value }: Constraint): boolean =>
  operator === 'eq' &&
  Object.keys(product.texts).some((language) =>
    namesValue({ title: productText(product, language).title, attributes: {} }, attribute, String(value)),
  );

const states = (product: Product, attribute: string): boolean =>
  product.variants.some((variant) => variantAttributes(product, variant)[attribute] !== undefined);

const isAtHand = ({ offer }: OfferedVariant): boolean => offer.availability !== 'out-of-stock';

/** What can be had when one thing that was said of it is let go: the one that cannot be. */
function hindered(
  product: Product,
  offered: readonly OfferedVariant[],
  said: readonly Constraint[],
  reason: Hindrance,
  isFit: IsFit,
): SettledVariant {
  const atHand = offered.filter(isAtHand);
  const source = reason === 'sold-out' ? atHand : offered;
  const limit = said.find((each) => !source.some((one) => isFit(one, [each]))) ?? said.at(-1);
  if (limit === undefined) return { kind: 'none', reason };
  const others = said.filter((each) => each.attribute !== limit.attribute);
  const left = atHand.filter((each) => isFit(each, others));
  const values = valuesOf(product, left, limit.attribute);
  if (values.length === 0) return { kind: 'none', reason, limit };
  const { attribute } = limit;
  const attributes = [...new Set([attribute, ...openOptions(left)])];
  return { kind: 'open', attribute, attributes, values, without: { limit, reason } };
}

/** Attributes in which variants differ, in the order in which the shop writes them. */
function openOptions(offered: readonly OfferedVariant[]): readonly string[] {
  const names = new Set(offered.flatMap(({ variant }) => Object.keys(variant.attributes)));
  return [...names].filter((name) => new Set(offered.map((each) => wordOf(each, name))).size > 1);
}

const wordOf = ({ variant }: OfferedVariant, attribute: string): string =>
  (variant.attributes[attribute] ?? []).join(' / ');

/** In the order in which the shop lists them. */
function valuesOf(product: Product, left: readonly OfferedVariant[], attribute: string): readonly string[] {
  const had = new Set(left.flatMap(({ variant }) => variant.attributes[attribute] ?? []));
  return attributeValues(product, attribute).filter((value) => had.has(value));
}
