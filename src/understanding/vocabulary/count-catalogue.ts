import { categoryKeys } from '../../domain/category.ts';
import type { Language } from '../../domain/locale.ts';
import { attributeValues, type Product } from '../../domain/product.ts';
import { splitWords, type Token } from '../../text/analyze.ts';
import { type Concept, findConcepts, widerConcepts } from '../../text/lexicon/index.ts';
import type { Quantity } from '../../text/measures.ts';
import { typesOfLabel } from './label-types.ts';
import { countMeasures, type MeasureCounts, noMeasures, rememberQuantities } from './measured-attributes.ts';

export interface ValueTally {
  products: number;
  /** What the shop calls it, by language; the first wording seen. */
  readonly labels: Map<Language, string>;
}

export interface TypeTally {
  /** Products whose title names it or something narrower. */
  titled: number;
  /** Products whose category or attribute value says that they are one. */
  filed: number;
  both: number;
  /** Products that neither name nor file a kind, and whose description opens with this one ("Bookcase, 80 cm"). */
  opened: number;
}

/** What is kept of a catalogue: counts, never texts. */
export interface CatalogueCounts {
  products: number;
  readonly languages: Map<Language, number>;
  /** Attribute (also `brand`) to canonical value. */
  readonly attributes: Map<string, Map<string, ValueTally>>;
  /** Products that tell the attribute. */
  readonly told: Map<string, number>;
  readonly categories: Map<string, ValueTally>;
  /** By lexicon type. */
  readonly types: Map<string, TypeTally>;
  /** Stems of titles, categories, brands and values: how many products have them. */
  readonly names: Map<string, number>;
  /** Stems that occur in descriptions. */
  readonly described: Set<string>;
  /** Attributes that are quantities, with their units. */
  readonly measures: MeasureCounts;
}

/** Values kept of one attribute; what has more is a measure or a number, not a choice. */
const MOST_VALUES = 20_000;
const LONGEST_DESCRIPTION = 1_500;
/** Attributes that say what a thing is like, never what it is. */
const NOT_TYPES: ReadonlySet<string> = new Set([
  'color',
  'material',
  'pattern',
  'gender',
  'size',
  'brand',
  'tags',
]);

/** Counts a catalogue in one pass. Memory grows with distinct words and values, not with products. */
export async function countCatalogue(
  products: Iterable<Product> | AsyncIterable<Product>,
): Promise<CatalogueCounts> {
  const counts: CatalogueCounts = {
    products: 0,
    languages: new Map(),
    attributes: new Map(),
    told: new Map(),
    categories: new Map(),
    types: new Map(),
    names: new Map(),
    described: new Set(),
    measures: noMeasures(),
  };
  const readers: Readers = { labelTypes: rememberTypes(), readQuantity: rememberQuantities() };
  for await (const product of products) countProduct(product, counts, readers);
  return counts;
}

/** What reads words that repeat over thousands of products, each once. */
interface Readers {
  readonly labelTypes: LabelTypes;
  readonly readQuantity: (value: string) => Quantity | undefined;
}

type LabelTypes = (label: string, language: Language) => readonly Concept[];

/** Labels repeat over thousands of products: each is read once. */
function rememberTypes(): LabelTypes {
  const known = new Map<string, readonly Concept[]>();
  return (label, language) => {
    const key = `${language} ${label}`;
    const present = known.get(key);
    if (present !== undefined) return present;
    const types = typesOfLabel(label, language);
    known.set(key, types);
    return types;
  };
}

function countProduct(
  product: Product,
  counts: CatalogueCounts,
  { labelTypes, readQuantity }: Readers,
): void {
  counts.products += 1;
  for (const language of Object.keys(product.texts)) add(counts.languages, language);
  const filed = new Set<Concept>();
  countCategories(product, counts, filed, labelTypes);
  countAttributes(product, counts, filed, labelTypes);
  countWords(product, counts);
  const types = countTypes(product, counts, filed, labelTypes);
  countMeasures(counts.measures, product, types, readQuantity);
}

function countCategories(
  product: Product,
  counts: CatalogueCounts,
  filed: Set<Concept>,
  labelTypes: LabelTypes,
): void {
  const labels = product.category.filter((label) => label.trim() !== '');
  categoryKeys(labels).forEach((key, level) => {
    const tally = tallyOf(counts.categories, key);
    tally.products += 1;
    const label = labels[level] ?? key;
    keepLabel(tally, product.language, label);
    for (const [language, { category }] of Object.entries(product.texts)) {
      const translated = category?.length === product.category.length ? category[level] : undefined;
      if (translated !== undefined) keepLabel(tally, language, translated);
    }
    addShared(filed, labelTypes(label, product.language));
  });
}

function countAttributes(
  product: Product,
  counts: CatalogueCounts,
  filed: Set<Concept>,
  labelTypes: LabelTypes,
): void {
  const names = new Set([
    ...Object.keys(product.attributes),
    ...product.variants.flatMap((variant) => Object.keys(variant.attributes)),
  ]);
  const texts = originalFirst(product);
  for (const name of names) {
    add(counts.told, name);
    attributeValues(product, name).forEach((value, position) => {
      const tally = countValue(counts, name, value);
      if (tally === undefined) return;
      for (const [language, text] of texts) {
        const label = text.attributes?.[name]?.[position];
        if (label !== undefined) keepLabel(tally, language, label);
      }
      if (!NOT_TYPES.has(name)) addShared(filed, labelTypes(value, product.language));
    });
  }
  if (product.brand === undefined || names.has('brand')) return;
  add(counts.told, 'brand');
  const tally = countValue(counts, 'brand', product.brand);
  if (tally !== undefined) keepLabel(tally, product.language, product.brand);
}

/** A label that a language has no words for is read in the language of the title beside it: the first one kept. */
const originalFirst = ({ texts, language }: Product) =>
  Object.entries(texts).toSorted(([left], [right]) => Number(right === language) - Number(left === language));

function countValue(counts: CatalogueCounts, name: string, value: string): ValueTally | undefined {
  let values = counts.attributes.get(name);
  if (values === undefined) {
    values = new Map();
    counts.attributes.set(name, values);
  }
  if (values.size >= MOST_VALUES && !values.has(value)) return undefined;
  const tally = tallyOf(values, value);
  tally.products += 1;
  return tally;
}

function countWords(product: Product, counts: CatalogueCounts): void {
  for (const [language, text] of Object.entries(product.texts)) {
    const labels = Object.values(text.attributes ?? {}).flat();
    const values = Object.values(product.attributes).flat();
    const named = [
      text.title,
      product.brand ?? '',
      ...product.category,
      ...(text.category ?? []),
      ...values,
      ...labels,
    ];
    for (const stem of stemsOf(named.join('\n'), language)) add(counts.names, stem);
    for (const stem of stemsOf(text.description.slice(0, LONGEST_DESCRIPTION), language)) {
      counts.described.add(stem);
    }
  }
}

const stemsOf = (text: string, language: Language): Set<string> =>
  new Set(splitWords(text, language).map(({ stem }) => stem));

/** @returns The kinds of things it is. */
function countTypes(
  product: Product,
  counts: CatalogueCounts,
  filed: ReadonlySet<Concept>,
  labelTypes: LabelTypes,
): ReadonlySet<Concept> {
  const titled = new Set<Concept>();
  for (const [language, text] of Object.entries(product.texts)) {
    const words = splitWords(text.title, language);
    const brand = brandIn(words, product.brand, language);
    for (const { concept, from, to } of findConcepts(words, language, ['type'])) {
      if (brand !== undefined && from >= brand.from && to <= brand.to) continue;
      for (const wider of widerConcepts(concept)) titled.add(wider);
    }
  }
  const opened = titled.size === 0 ? countOpening(product, counts, filed, labelTypes) : new Set<Concept>();
  const types = titled.union(filed);
  for (const concept of types) {
    const tally = typeTallyOf(counts, concept);
    if (titled.has(concept)) tally.titled += 1;
    if (filed.has(concept)) tally.filed += 1;
    if (titled.has(concept) && filed.has(concept)) tally.both += 1;
  }
  return types.union(opened);
}

/** Where a title names its maker: "Apple" is then no fruit. */
function brandIn(
  words: readonly Token[],
  brand: string | undefined,
  language: Language,
): { readonly from: number; readonly to: number } | undefined {
  const parts = splitWords(brand ?? '', language);
  if (parts.length === 0) return undefined;
  const from = words.findIndex((_, at) => parts.every(({ normal }, i) => words[at + i]?.normal === normal));
  return from === -1 ? undefined : { from, to: from + parts.length };
}

/** Titles of some shops are names ("BILLY"): what the thing is stands first in its description. */
function countOpening(
  product: Product,
  counts: CatalogueCounts,
  filed: ReadonlySet<Concept>,
  labelTypes: LabelTypes,
): ReadonlySet<Concept> {
  const opened = new Set<Concept>();
  for (const [language, { description }] of Object.entries(product.texts)) {
    const opening = /^[^,.;:!?(\n]{3,40}(?=[,.;:(\n]|$)/.exec(description.trim())?.[0];
    if (opening === undefined) continue;
    for (const type of labelTypes(opening, language))
      for (const wider of widerConcepts(type)) opened.add(wider);
  }
  for (const concept of opened.difference(filed)) typeTallyOf(counts, concept).opened += 1;
  return opened;
}

function typeTallyOf({ types }: CatalogueCounts, { id }: Concept): TypeTally {
  const tally = types.get(id) ?? { titled: 0, filed: 0, both: 0, opened: 0 };
  types.set(id, tally);
  return tally;
}

/** A label of several kinds ("Scarves & Hats") tells only what they have in common. */
function addShared(filed: Set<Concept>, types: readonly Concept[]): void {
  const [first, ...others] = types.map((type) => new Set(widerConcepts(type)));
  if (first === undefined) return;
  for (const concept of others.reduce((shared, wider) => shared.intersection(wider), first))
    filed.add(concept);
}

function tallyOf(tallies: Map<string, ValueTally>, key: string): ValueTally {
  const known = tallies.get(key);
  if (known !== undefined) return known;
  const tally: ValueTally = { products: 0, labels: new Map() };
  tallies.set(key, tally);
  return tally;
}

function keepLabel(tally: ValueTally, language: Language, label: string): void {
  if (!tally.labels.has(language) && label.trim() !== '') tally.labels.set(language, label.trim());
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
