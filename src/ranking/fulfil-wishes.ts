import type { Constraint, Need } from '../domain/need.ts';
import type { Availability } from '../domain/product.ts';
import type { IndexedFacts } from '../ports/product-index.ts';
import { type ConceptKind, concept } from '../text/lexicon/index.ts';
import { isSameQuantity, keepsQuantity } from '../text/quantity-limits.ts';

/** How far one product fulfils what was said about one attribute. */
export interface WishFulfilment {
  readonly attribute: string;
  /** Wishes about the attribute: the accepted values together are one, every refusal and every limit is one. */
  readonly wishes: number;
  /** In [0, wishes]. */
  readonly fulfilled: number;
}

/** Ivory is a white, but who says white means white. Of kinds of things the narrower one is what was asked for: a parka is a jacket. */
const SHADE = 0.5;
const WHOLE_KINDS: ReadonlySet<string> = new Set(['type', 'category']);

/** Over the named price, the fit falls to 0 at this share of it. */
const PRICE_TOLERANCE = 0.5;

const AVAILABILITY_VALUE: Readonly<Record<Availability, number>> = {
  'in-stock': 1,
  preorder: 0.5,
  'out-of-stock': 0,
};

export const availabilityValue = (facts: IndexedFacts): number => AVAILABILITY_VALUE[facts.availability];

/**
 * Reads what a need says once, for all products that are asked about.
 *
 * Hard limits count like wishes: every product keeps them, so they move nobody, but they are part of why it is here;
 * and when a limit had to be given up, products that keep it still stand first. `price` is left to `priceFit`.
 */
export function createWishReader({ constraints }: Need): (facts: IndexedFacts) => WishFulfilment[] {
  const said = constraints.filter(({ known, attribute }) => known && attribute !== 'price');
  const groups = [...Map.groupBy(said, ({ attribute }) => attribute)].map(([attribute, about]) => ({
    attribute,
    accepted: about.filter(({ operator }) => operator === 'eq'),
    others: about.filter(({ operator }) => operator !== 'eq'),
  }));
  return (facts) =>
    groups.map(({ attribute, accepted, others }) => {
      const kept = others.filter((constraint) => keeps(facts, constraint)).length;
      if (accepted.length === 0) return { attribute, wishes: others.length, fulfilled: kept };
      const best = Math.max(...accepted.map((constraint) => acceptance(facts, constraint)));
      return { attribute, wishes: others.length + 1, fulfilled: kept + best };
    });
}

/** How far the product has a wanted value: 1 for the value itself, one half for a shade of it (which is listed with what it is a shade of), 0. */
function acceptance(facts: IndexedFacts, wanted: Constraint): number {
  if (!keeps(facts, wanted)) return 0;
  if (WHOLE_KINDS.has(wanted.attribute)) return 1;
  const value = String(wanted.value).toLowerCase();
  const own = valuesOf(facts, wanted.attribute).map((each) => each.toLowerCase());
  const isShade = own.some((each) => isNarrower(each, wanted.attribute, value));
  return !isShade && own.some((each) => each === value || isSameQuantity(value, each)) ? 1 : SHADE;
}

/** Whether the product's facts keep one constraint. What the facts do not tell is not kept, but for a refusal. */
export function keeps(facts: IndexedFacts, { attribute, operator, value }: Constraint): boolean {
  const values = valuesOf(facts, attribute);
  if (operator === 'eq') return values.some((own) => isKindOf(own, attribute, String(value)));
  if (operator === 'ne') return !values.some((own) => isKindOf(own, attribute, String(value)));
  return values.some((own) => keepsQuantity(own, operator, String(value)));
}

/**
 * @returns The worst fit of all that was said about the price, in [0, 1]; undefined when nothing was.
 *   Within a limit it is 1 right up to the limit; "around 50" is 1 at 50 and 0 at 25 and 75.
 */
export function priceFit(need: Need, priceMinor: number): number | undefined {
  const fits = need.constraints
    .filter(({ known, attribute, operator }) => known && attribute === 'price' && operator !== 'ne')
    .map(({ operator, value }) => {
      const named = Number(value);
      if (operator !== 'eq' && compares(priceMinor, operator, named)) return 1;
      const distance = Math.abs(priceMinor - named) / Math.max(1, Math.abs(named) * PRICE_TOLERANCE);
      return Math.max(0, 1 - distance);
    });
  return fits.length === 0 ? undefined : Math.min(...fits);
}

function valuesOf(facts: IndexedFacts, attribute: string): readonly string[] {
  if (attribute === 'category') return facts.categoryKeys;
  if (attribute === 'product') return [facts.productId];
  return facts.attributes[attribute] ?? [];
}

/** The same value, the same amount, or a narrower value: crimson is a red. */
function isKindOf(own: string, attribute: string, wanted: string): boolean {
  const left = own.toLowerCase();
  const right = wanted.toLowerCase();
  return left === right || isNarrower(left, attribute, right) || isSameQuantity(right, left);
}

const isNarrower = (own: string, attribute: string, wide: string): boolean =>
  concept(attribute as ConceptKind, own)?.broader?.includes(wide) ?? false;

function compares(own: number, operator: Constraint['operator'], bound: number): boolean {
  if (operator === 'lt') return own < bound;
  if (operator === 'lte') return own <= bound;
  if (operator === 'gt') return own > bound;
  if (operator === 'gte') return own >= bound;
  return operator === 'eq' ? own === bound : own !== bound;
}
