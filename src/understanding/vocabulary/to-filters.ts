import type { Constraint } from '../../domain/need.ts';
import type { IndexFilter } from '../../ports/product-index.ts';
import { analyzeTerms, normalise } from '../../text/analyze.ts';
import { toSpoken } from '../../text/languages.ts';
import { type Concept, formsOf, narrowerConcepts } from '../../text/lexicon/index.ts';
import { attributeConcept } from './concept-values.ts';
import type { CatalogueCounts } from './count-catalogue.ts';
import { mentionFilters } from './mention-filters.ts';
import { quantityFilters, sameAmounts } from './quantity-filters.ts';
import { sizeValues } from './size-values.ts';
import { notTypeFilters, type TypeIndex, typeFilter } from './type-index.ts';

/**
 * The index filters that a constraint means; all must hold. Empty when it cannot filter: an unknown value, a
 * bound that is no quantity.
 *
 * A bound on an attribute ("under 2 kg") is a range; a value is wanted in every unit and spelling ("1 kg": "1000 g"). A wider
 * value includes its narrower ones (blue: navy; jacket: parka). A refused value is refused in the attribute and in the words of title and description, in every language of the catalogue.
 */
export function constraintFilters(
  constraint: Constraint,
  counts: CatalogueCounts,
  types: TypeIndex,
): IndexFilter[] {
  if (!constraint.known) return [];
  if (constraint.attribute === 'price') return priceFilters(constraint);
  if (constraint.operator !== 'eq' && constraint.operator !== 'ne')
    return quantityFilters(constraint, counts);
  const value = String(constraint.value);
  if (constraint.attribute === 'mentions')
    return constraint.operator === 'eq' ? mentionFilters(value, counts.languages.keys()) : [];
  const refused = constraint.operator === 'ne';
  if (constraint.attribute === 'type') {
    const evidence = types.evidenceOf(value);
    if (evidence === undefined) return [];
    return refused ? notTypeFilters(evidence) : [typeFilter(evidence)];
  }
  if (constraint.attribute === 'category') {
    return [refused ? { kind: 'not-category', noneOf: [value] } : { kind: 'category', anyOf: [value] }];
  }
  if (constraint.attribute === 'product') {
    return [refused ? { kind: 'not-product', noneOf: [value] } : { kind: 'product', anyOf: [value] }];
  }
  const found = attributeConcept(constraint.attribute, value);
  const values = valuesMeaning(constraint.attribute, value, found, counts);
  if (!refused) return [{ kind: 'attribute', attribute: constraint.attribute, anyOf: values }];
  const terms = termsOf(value, found, counts);
  return [
    { kind: 'not-attribute', attribute: constraint.attribute, noneOf: values },
    ...(terms.length === 0
      ? []
      : [{ kind: 'not-terms', fields: ['title', 'description'], noneOf: terms } as const]),
  ];
}

function priceFilters({ operator, value }: Constraint): IndexFilter[] {
  const bound = Number(value);
  if (!Number.isFinite(bound)) return [];
  switch (operator) {
    case 'lt':
      return [{ kind: 'price', maxMinor: bound - 1 }];
    case 'lte':
      return [{ kind: 'price', maxMinor: bound }];
    case 'gt':
      return [{ kind: 'price', minMinor: bound + 1 }];
    case 'gte':
      return [{ kind: 'price', minMinor: bound }];
    case 'eq':
      return [{ kind: 'price', minMinor: bound, maxMinor: bound }];
    case 'ne':
      return [];
  }
}

/** The catalogue's values that are the wanted one, or a narrower one; the spelling in upper or lower case does not count. */
function valuesMeaning(
  attribute: string,
  value: string,
  found: Concept | undefined,
  counts: CatalogueCounts,
): string[] {
  if (found !== undefined) return narrowerConcepts(found).map(({ id }) => id);
  const wanted = normalise(value);
  const spelled = [...(counts.attributes.get(attribute)?.keys() ?? [])].filter(
    (known) => normalise(known) === wanted,
  );
  return [
    ...new Set([
      value,
      ...spelled,
      value.toLowerCase(),
      ...sameAmounts(attribute, value, counts),
      ...sizeValues(attribute, value, counts),
    ]),
  ];
}

function termsOf(value: string, found: Concept | undefined, counts: CatalogueCounts): string[][] {
  const alternatives = new Map<string, string[]>();
  for (const language of counts.languages.keys()) {
    const forms =
      found === undefined
        ? [value]
        : narrowerConcepts(found).flatMap((each) => formsOf(each, toSpoken(language)));
    for (const form of forms) {
      const terms = analyzeTerms(form, language);
      if (terms.length > 0) alternatives.set(terms.join(' '), terms);
    }
  }
  return [...alternatives.values()];
}
