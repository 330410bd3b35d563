import type { Language } from '../domain/locale.ts';
import type { Constraint } from '../domain/need.ts';
import type { Product } from '../domain/product.ts';
import type { IndexFilter } from '../ports/product-index.ts';
import { normalise, stemWord, type Token } from '../text/analyze.ts';
import { type Concept, concept, conceptLabel, narrowerConcepts } from '../text/lexicon/index.ts';
import type { ShopSizes } from './sizes/shop-sizes.ts';
import { attributeLabel, attributesByName } from './vocabulary/attribute-names.ts';
import { linkConcepts } from './vocabulary/concept-links.ts';
import { attributeConcept } from './vocabulary/concept-values.ts';
import { type CatalogueCounts, countCatalogue } from './vocabulary/count-catalogue.ts';
import { attributesIn, type MeasuredAttribute } from './vocabulary/measured-attributes.ts';
import { labelIn, lastLevel, nameCategories } from './vocabulary/name-categories.ts';
import { sameAmounts } from './vocabulary/quantity-filters.ts';
import { rankFacets } from './vocabulary/rank-facets.ts';
import { shopSizes, sizeCalled } from './vocabulary/size-values.ts';
import { constraintFilters } from './vocabulary/to-filters.ts';
import { indexTypes, type TypeIndex } from './vocabulary/type-index.ts';
import { linkValues, type ValueLink, type ValueLinks, type ValueMatch } from './vocabulary/value-links.ts';

export type { ValueLink, ValueMatch } from './vocabulary/value-links.ts';

/** The words of one catalogue: which kinds of things, attributes and values exist, and what shoppers call them. */
export interface Vocabulary {
  /** Attributes worth choosing by, best first; `brand` and `category` among them when they split the catalogue. */
  readonly attributes: readonly string[];
  /** Languages of the texts, the most frequent first. */
  readonly languages: readonly Language[];
  /** Products counted. */
  size(): number;
  /** The index filters that a constraint means, all must hold; empty when it cannot filter. */
  toFilters(constraint: Constraint): IndexFilter[];
  /** What a shopper reads for a value: "rot" for `red`, the last label for a category key. */
  labelOf(attribute: string, value: string, language: Language): string;
  attributeLabel(attribute: string, language: Language): string;
  /** The attribute that shoppers call so ("Farbe"); undefined when none is called so. */
  attributeCalled(name: string, language: Language): string | undefined;
  /** Whether the label of a value alone would not be read back as exactly this value. */
  isAmbiguous(attribute: string, value: string, language: Language): boolean;
  /** Everything that is labelled exactly so, the most useful attribute first. */
  valuesLabelled(label: string, language: Language): readonly { attribute: string; value: string }[];
  /** The value as the catalogue writes it, found by any of its spellings or labels; undefined when there is none. */
  canonicalValue(attribute: string, words: string): string | undefined;
  /** Values of the catalogue named from a position on, longest first. */
  linkAt(tokens: readonly Token[], from: number, language: Language): ValueMatch | undefined;
  /** Values that name a concept, or a narrower one, of attributes that are free in what they hold ("room: living room"). */
  linksOf(found: Concept): readonly ValueLink[];
  /** Whether the catalogue has the value of a concept: a type that is sold, a colour that occurs. */
  hasConcept(found: Concept): boolean;
  /** The shop's own kind of thing called so ("housewares"), as a `type` value. */
  shopType(words: string): string | undefined;
  /** How often the catalogue uses a word: products named with it, and whether a description has it. */
  usageOf(word: string, language: Language): { readonly named: number; readonly described: boolean };
  /** Values of an attribute with the products that have it, most first. */
  valuesOf(attribute: string): readonly ValueLink[];
  /**
   * Attributes told in a base unit, most products first: of the kinds of things, of all when none is given.
   *
   * @param unit Absent for bare numbers.
   */
  attributesIn(unit: string | undefined, types: readonly string[]): readonly MeasuredAttribute[];
  /** Its sizes, by all that they are called. */
  sizes(): ShopSizes;
  /** Kinds of things that are sold, by how many products are one. */
  soldTypes(): readonly { readonly type: string; readonly products: number }[];
}

/**
 * Reads a catalogue once and keeps its words.
 *
 * @returns Memory grows with distinct words and values; 50,000 products take seconds.
 */
export async function buildVocabulary(
  products: Iterable<Product> | AsyncIterable<Product>,
): Promise<Vocabulary> {
  return vocabularyOf(await countCatalogue(products));
}

/** The vocabulary of a catalogue that was counted already; it keeps the counts. */
export function vocabularyOf(counts: CatalogueCounts): Vocabulary {
  return createVocabulary(counts, indexTypes(counts), linkValues(counts));
}

function createVocabulary(counts: CatalogueCounts, types: TypeIndex, links: ValueLinks): Vocabulary {
  const attributes = rankFacets(counts);
  const languages = [...counts.languages]
    .sort((left, right) => right[1] - left[1])
    .map(([language]) => language);
  const labelled = rememberByLanguage((language) => indexLabels(attributes, counts, labelOf, language));
  const named = rememberByLanguage((language) => attributesByName(counts.attributes.keys(), language));

  const categoryNames = rememberByLanguage((language) => nameCategories(counts.categories, language));

  function labelOf(attribute: string, value: string, language: Language): string {
    if (attribute === 'category') return categoryNames(language).get(value) ?? lastLevel(value);
    const found = attribute === 'type' ? concept('type', value) : attributeConcept(attribute, value);
    if (found !== undefined) return conceptLabel(found, language);
    if (attribute === 'type') return types.labelsOf(value)?.get(language) ?? value;
    return labelIn(counts.attributes.get(attribute)?.get(value), language) ?? value;
  }
  const valuesLabelled = (label: string, language: Language) =>
    labelled(language).get(normalise(label).trim()) ?? [];

  return {
    attributes,
    languages,
    size: () => counts.products,
    toFilters: (constraint) => constraintFilters(constraint, counts, types),
    labelOf,
    attributeLabel,
    attributeCalled: (name, language) => named(language).get(normalise(name).trim()),
    isAmbiguous: (attribute, value, language) =>
      valuesLabelled(labelOf(attribute, value, language), language).length !== 1,
    valuesLabelled,
    canonicalValue: (attribute, words) => canonicalValue(attribute, words, counts, types),
    linkAt: (tokens, from, language) => links.matchAt(tokens, from, language),
    linksOf: linkConcepts(counts),
    hasConcept: (found) => hasConcept(found, counts, types),
    shopType: (words) => types.shopType(words),
    usageOf: (word, language) => usageOf(word, language, counts),
    valuesOf: (attribute) => valuesOf(attribute, counts),
    attributesIn: (unit, types) => attributesIn(counts.measures, unit, types),
    sizes: () => shopSizes(counts),
    soldTypes: () =>
      [...counts.types]
        .map(([type, { filed, titled, both, opened }]) => ({
          type,
          products: filed + titled - both + opened,
        }))
        .filter(({ products }) => products > 0)
        .sort((left, right) => right.products - left.products || (left.type < right.type ? -1 : 1)),
  };
}

function rememberByLanguage<T>(make: (language: Language) => T): (language: Language) => T {
  const made = new Map<Language, T>();
  return (language) => {
    const known = made.get(language);
    if (known !== undefined) return known;
    const value = make(language);
    made.set(language, value);
    return value;
  };
}

type Labelled = ReadonlyMap<string, readonly { attribute: string; value: string }[]>;

function indexLabels(
  attributes: readonly string[],
  counts: CatalogueCounts,
  labelOf: Vocabulary['labelOf'],
  language: Language,
): Labelled {
  const pairs = attributes.flatMap((attribute) => {
    const values = attribute === 'category' ? counts.categories : counts.attributes.get(attribute);
    return [...(values?.keys() ?? [])].map((value) => ({ attribute, value }));
  });
  return Map.groupBy(pairs, ({ attribute, value }) => normalise(labelOf(attribute, value, language)).trim());
}

function canonicalValue(
  attribute: string,
  words: string,
  counts: CatalogueCounts,
  types: TypeIndex,
): string | undefined {
  const wanted = normalise(words).trim();
  if (attribute === 'type') {
    const type = concept('type', wanted)?.id ?? types.shopType(wanted);
    return type !== undefined && types.evidenceOf(type) !== undefined ? type : undefined;
  }
  const values = attribute === 'category' ? counts.categories : counts.attributes.get(attribute);
  if (values === undefined) return undefined;
  const spelled = [...values.keys()].find((value) => normalise(value) === wanted);
  if (spelled !== undefined) return values.has(words) ? words : spelled;
  const called = [...values].find(([, { labels }]) =>
    [...labels.values()].some((label) => normalise(label).trim() === wanted),
  );
  if (called !== undefined) return called[0];
  const same = sameAmounts(attribute, words, counts)[0] ?? sizeCalled(attribute, words, counts);
  if (same !== undefined) return same;
  const found = attributeConcept(attribute, wanted);
  return found !== undefined && narrowerConcepts(found).some(({ id }) => values.has(id))
    ? found.id
    : undefined;
}

function hasConcept(found: Concept, counts: CatalogueCounts, types: TypeIndex): boolean {
  if (found.kind === 'type') return types.evidenceOf(found.id) !== undefined;
  const values = counts.attributes.get(found.kind);
  return values !== undefined && narrowerConcepts(found).some(({ id }) => values.has(id));
}

function usageOf(
  word: string,
  language: Language,
  counts: CatalogueCounts,
): { named: number; described: boolean } {
  const stems = new Set([language, ...counts.languages.keys()].map((spoken) => stemWord(word, spoken)));
  return {
    named: Math.max(0, ...[...stems].map((stem) => counts.names.get(stem) ?? 0)),
    described: [...stems].some((stem) => counts.described.has(stem)),
  };
}

function valuesOf(attribute: string, counts: CatalogueCounts): ValueLink[] {
  const values = attribute === 'category' ? counts.categories : counts.attributes.get(attribute);
  return [...(values ?? [])]
    .map(([value, { products }]) => ({ attribute, value, products }))
    .sort((left, right) => right.products - left.products || (left.value < right.value ? -1 : 1));
}
