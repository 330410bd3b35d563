import type { AskableFacet } from '../dialogue/choose-question.ts';
import { categoryKeys } from '../domain/category.ts';
import type { Constraint } from '../domain/need.ts';
import { attributeValues, type Product } from '../domain/product.ts';
import { roundAmountsFrom } from '../retrieval/round-amounts.ts';
import { type Quantity, readQuantity } from '../text/measures.ts';
import { toUnit } from '../text/quantity-limits.ts';
import { type AmountRange, isInRange, splitRanges, type WeighedAmount } from './split-ranges.ts';
import { wantedValue } from './wanted-value.ts';

/** An answer that is offered: a value, or a range of amounts: minor units of `price`, else as the shop writes them. */
export type FacetAnswer =
  | { readonly value: string }
  | { readonly range: AmountRange; readonly written?: ReadonlyMap<number, string> };

/** A facet of some products with the answers that a question about it would offer. */
export interface QuestionFacet extends AskableFacet {
  /** At most five, first among the answers; the others can be said in words. */
  readonly offered: readonly FacetAnswer[];
}

/** What may be the one that is wanted. */
export interface QuestionCandidate {
  readonly product: Product;
  /** In [0, 1]; of all candidates together 1. */
  readonly probability: number;
  /** What it costs now, minor units. */
  readonly priceMinor: number;
}

export interface FacetRules {
  /** The values that a limit takes in, in the index's words: those of "blue" hold "navy". */
  readonly valuesOf: (limit: Constraint) => readonly string[];
  /** Limits of the need: a value that is refused is no answer, though a product that comes in others too may have it. */
  readonly limits: readonly Constraint[];
  /** ISO 4217. */
  readonly currency: string;
}

/** More are not read at a glance. */
const MOST_OFFERED = 5;
const MOST_OF_THEM = 0.5;

/** The facets in which candidates differ, with at least two answers to offer each. */
export function questionFacets(
  candidates: readonly QuestionCandidate[],
  attributes: readonly string[],
  rules: FacetRules,
): readonly QuestionFacet[] {
  return attributes
    .map((attribute) => toFacet(attribute, candidates, rules))
    .filter(({ offered }) => offered.length > 1);
}

function toFacet(
  attribute: string,
  candidates: readonly QuestionCandidate[],
  rules: FacetRules,
): QuestionFacet {
  if (attribute === 'price') {
    const round = (minor: number) => roundAmountsFrom(minor, rules.currency, 1)[0] ?? minor;
    const amounts = candidates.map(({ priceMinor, probability }) => ({ amount: priceMinor, probability }));
    return rangeFacet({ attribute }, amounts, round);
  }
  const refused = new Set(
    rules.limits.flatMap((limit) =>
      limit.attribute === attribute && limit.operator === 'ne'
        ? rules.valuesOf({ ...limit, operator: 'eq' })
        : [],
    ),
  );
  const stated = statedValues(attribute, candidates).map((values) =>
    values.filter((value) => !refused.has(value)),
  );
  return measuredFacet(attribute, stated, candidates) ?? valueFacet(attribute, stated, candidates, rules);
}

/** By candidate. */
function statedValues(
  attribute: string,
  candidates: readonly QuestionCandidate[],
): readonly (readonly string[])[] {
  if (attribute === 'brand')
    return candidates.map(({ product: { brand } }) => (brand === undefined ? [] : [brand]));
  return attribute === 'category'
    ? tellingDepartments(candidates)
    : candidates.map(({ product }) => attributeValues(product, attribute));
}

/** Of the departments the narrowest level of which those that can be offered hold most candidates; the widest that parts them else. */
function tellingDepartments(candidates: readonly QuestionCandidate[]): readonly (readonly string[])[] {
  const paths = candidates.map(({ product }) => categoryKeys(product.category));
  const deepest = Math.max(0, ...paths.map(({ length }) => length));
  const parting = Array.from({ length: deepest }, (_, level) => keysAt(paths, level)).filter(
    (keys) => new Set(keys.flat()).size > 1,
  );
  const covering = parting.findLast((keys) => offeredShare(keys, candidates) > MOST_OF_THEM);
  return covering ?? parting[0] ?? paths.map(() => []);
}

/** What ends before the level stays in the department that it ends in. */
const keysAt = (paths: readonly (readonly string[])[], level: number): readonly (readonly string[])[] =>
  paths.map((path) => path.slice(0, level + 1).slice(-1));

function offeredShare(
  keys: readonly (readonly string[])[],
  candidates: readonly QuestionCandidate[],
): number {
  const masses = new Map<string, number>();
  for (const [position, [key = '']] of keys.entries())
    masses.set(key, (masses.get(key) ?? 0) + (candidates[position]?.probability ?? 0));
  return [...masses.values()]
    .sort((left, right) => right - left)
    .slice(0, MOST_OFFERED)
    .reduce((sum, mass) => sum + mass, 0);
}

/** Amounts with a unit, of which there are more than can be offered one by one; else undefined. */
function measuredFacet(
  attribute: string,
  stated: readonly (readonly string[])[],
  candidates: readonly QuestionCandidate[],
): QuestionFacet | undefined {
  const values = new Map([...new Set(stated.flat())].map((value) => [value, readQuantity(value)]));
  const [first] = values.values();
  const unit = first?.unit;
  const inUnit = (quantity: Quantity | undefined) =>
    quantity === undefined ? undefined : toUnit(quantity, unit);
  const isMeasure = [...values.values()].every((quantity) => inUnit(quantity) !== undefined);
  if (unit === undefined || !isMeasure || values.size <= MOST_OFFERED) return undefined;
  const amounts = stated.map(([value = ''], position) => ({
    amount: inUnit(values.get(value)),
    probability: candidates[position]?.probability ?? 0,
  }));
  const written = new Map<number, string>();
  for (const [value, quantity] of values) written.set(inUnit(quantity) ?? 0, value);
  return rangeFacet({ attribute, written }, amounts, (amount) => amount);
}

function rangeFacet(
  { attribute, written }: { readonly attribute: string; readonly written?: ReadonlyMap<number, string> },
  amounts: readonly WeighedAmount[],
  round: (amount: number) => number,
): QuestionFacet {
  const ranges = splitRanges(amounts, MOST_OFFERED, round);
  return {
    attribute,
    answers: ranges.length,
    answersOf: amounts.map(({ amount }) =>
      ranges.flatMap((range, answer) => (amount !== undefined && isInRange(range, amount) ? [answer] : [])),
    ),
    offered: ranges.map((range) => ({ range, ...(written === undefined ? {} : { written }) })),
  };
}

/** Named values, of which the likeliest are offered. */
function valueFacet(
  attribute: string,
  stated: readonly (readonly string[])[],
  candidates: readonly QuestionCandidate[],
  rules: FacetRules,
): QuestionFacet {
  const widest = widestValues(attribute, new Set(stated.flat()), rules);
  const own = stated.map((values) => [...new Set(values.map((value) => widest.get(value) ?? value))]);
  const masses = new Map<string, number>();
  for (const [position, values] of own.entries()) {
    const share = (candidates[position]?.probability ?? 0) / values.length;
    for (const value of values) masses.set(value, (masses.get(value) ?? 0) + share);
  }
  const likeliest = [...masses]
    .sort(([left, leftMass], [right, rightMass]) => rightMass - leftMass || (left < right ? -1 : 1))
    .map(([value]) => value);
  const answerOf = new Map(likeliest.map((value, place) => [value, place]));
  return {
    attribute,
    answers: likeliest.length,
    answersOf: own.map((values) => values.flatMap((value) => answerOf.get(value) ?? [])),
    offered: likeliest.slice(0, MOST_OFFERED).map((value) => ({ value })),
  };
}

/** The value that takes in another one of them (blue: navy), the widest; nothing for those that none does. */
function widestValues(
  attribute: string,
  values: ReadonlySet<string>,
  { valuesOf }: FacetRules,
): ReadonlyMap<string, string> {
  const reaches = [...values]
    .map((value) => ({ value, reach: valuesOf(wantedValue(attribute, value)) }))
    .sort((left, right) => left.reach.length - right.reach.length || (left.value < right.value ? 1 : -1));
  return new Map(reaches.flatMap(({ value, reach }) => reach.map((narrower) => [narrower, value])));
}
