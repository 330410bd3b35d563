import type { Language } from '../../domain/locale.ts';
import type { IndexFilter } from '../../ports/product-index.ts';
import { analyzeTerms, normalise, splitWords } from '../../text/analyze.ts';
import { isSpoken } from '../../text/languages.ts';
import { type Concept, concept, conceptsAt, formsOf, narrowerConcepts } from '../../text/lexicon/index.ts';
import type { CatalogueCounts, ValueTally } from './count-catalogue.ts';
import { typesOfLabel } from './label-types.ts';

/** Where the catalogue says that a product is of a kind. */
export interface TypeEvidence {
  readonly categoryKeys: readonly string[];
  readonly values: readonly { readonly attribute: string; readonly values: readonly string[] }[];
  /** Terms that stand in titles, every list an alternative; empty when the shop's own filing is the better witness. */
  readonly titleTerms: readonly (readonly string[])[];
  /** The same in descriptions, where neither titles nor filing tell the kind. */
  readonly openingTerms: readonly (readonly string[])[];
}

export interface TypeIndex {
  /** Undefined when nothing in the catalogue is of this kind. */
  evidenceOf(type: string): TypeEvidence | undefined;
  /** The kind that only this shop names so, in any of its languages. */
  shopType(words: string): string | undefined;
  /** What the shop calls a kind that only it names, by language; undefined for other kinds. */
  labelsOf(type: string): ReadonlyMap<string, string> | undefined;
}

/** The shop's filing is trusted alone when it covers this share of the products whose title has the word, */
const TRUSTED_COVER = 0.5;
/** and files at least as many products. */
const TRUSTED_PRODUCTS = 5;
/** An attribute tells kinds of things when this share of its products has a value that is one. */
const TYPE_ATTRIBUTE_SHARE = 0.3;
const LONGEST_TYPE_LABEL = 40;
/** Labels of catalogues that name no kind of thing. */
const NO_KINDS: ReadonlySet<string> = new Set([
  'set',
  'kit',
  'other',
  'others',
  'misc',
  'sale',
  'new',
  'general',
  'default',
  'all',
]);

interface Filing {
  readonly label: string;
  /** By language. */
  readonly labels: ReadonlyMap<string, string>;
  readonly types: readonly Concept[];
  readonly categoryKey?: string;
  readonly value?: { readonly attribute: string; readonly value: string };
}

/** Grounds kinds of things in a catalogue: by its categories, by attributes that tell kinds, by words of titles. */
export function indexTypes(counts: CatalogueCounts): TypeIndex {
  const filings = [...fileCategories(counts), ...fileValues(counts)];
  const shopTypes = new Map(
    [...filings.flatMap(translatedNames), ...filings.flatMap(ownName)].filter(
      ([name]) => name.length <= LONGEST_TYPE_LABEL && !NO_KINDS.has(name),
    ),
  );
  const labels = new Map(filings.map((filing) => [filing.label.toLowerCase(), filing.labels]));
  const known = new Map<string, TypeEvidence | undefined>();
  return {
    shopType: (words) => shopTypes.get(nameKey(words)),
    labelsOf: (type) => labels.get(type),
    evidenceOf(type) {
      if (!known.has(type)) known.set(type, findEvidence(type, filings, counts));
      return known.get(type);
    },
  };
}

/** Signs between words tell nothing, "&" apart: "Make-up, Bath & Care" is "make up bath & care". */
const nameKey = (name: string): string =>
  normalise(name)
    .replaceAll(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim();

type Named = readonly [name: string, type: string];

/** A department that is called by several kinds holds more than these: "Toys & books" has pens, too. */
const ownName = ({ label, types }: Filing): Named[] =>
  types.length === 1 ? [] : [[nameKey(label), label.toLowerCase()]];

/** Also of a kind that everybody names: what the lexicon cannot read in a language is called as the shop calls it there. */
const translatedNames = ({ label, labels }: Filing): Named[] =>
  [...labels].flatMap(([language, name]): Named[] =>
    typesOfLabel(name, language).length === 1 ? [] : [[nameKey(name), label.toLowerCase()]],
  );

function fileCategories(counts: CatalogueCounts): Filing[] {
  return [...counts.categories].map(([key, { labels }]) => ({
    label: key.slice(key.lastIndexOf('>') + 1),
    labels,
    types: firstTypes(labels, key.slice(key.lastIndexOf('>') + 1)),
    categoryKey: key,
  }));
}

/** What the shop's own label names, else what at least half of its translations do: one alone may be a chance likeness. */
function firstTypes(labels: ValueTally['labels'], fallback: string): Concept[] {
  if (labels.size === 0) return typesOfLabel(fallback, 'en');
  const read = [...labels].map(([language, label]) => typesOfLabel(label, language));
  const [own = []] = read;
  if (own.length > 0) return own;
  const areAgreed = (types: readonly Concept[]) =>
    types.length > 0 &&
    types.every((type) => 2 * read.filter((others) => others.includes(type)).length >= read.length);
  return read.find(areAgreed) ?? [];
}

function fileValues(counts: CatalogueCounts): Filing[] {
  return [...counts.attributes].flatMap(([attribute, values]) => {
    if (UNTYPED.has(attribute)) return [];
    const filed = [...values].map(([value, tally]) => ({
      label: value,
      labels: tally.labels,
      types: firstTypes(
        new Map([
          ...tally.labels,
          ...[...counts.languages.keys()].map((language) => [language, value] as const),
        ]),
        value,
      ),
      value: { attribute, value },
      products: tally.products,
    }));
    const all = filed.reduce((sum, { products }) => sum + products, 0);
    const typed = filed.reduce((sum, { products, types }) => sum + (types.length > 0 ? products : 0), 0);
    return all > 0 && typed / all >= TYPE_ATTRIBUTE_SHARE ? filed : [];
  });
}

const UNTYPED: ReadonlySet<string> = new Set([
  'color',
  'material',
  'pattern',
  'gender',
  'size',
  'brand',
  'tags',
]);

function findEvidence(
  type: string,
  filings: readonly Filing[],
  counts: CatalogueCounts,
): TypeEvidence | undefined {
  const found = concept('type', type);
  const meant =
    found === undefined
      ? ({ label }: Filing) => label.toLowerCase() === type
      : isAnyOf(new Set(narrowerConcepts(found)));
  const filed = filings.filter(meant);
  const titleTerms =
    found === undefined || !isTitled(type, counts) || isFiledWell(type, counts)
      ? []
      : termsOf(found, counts, (term) => counts.names.has(term));
  const isUntold = filed.length === 0 && (found === undefined || !isTitled(type, counts));
  const openingTerms =
    found === undefined || !isUntold || !isOpened(type, counts)
      ? []
      : termsOf(found, counts, (term) => counts.described.has(term));
  if (isUntold && openingTerms.length === 0) return undefined;
  return {
    categoryKeys: topmost(filed.flatMap(({ categoryKey }) => categoryKey ?? [])),
    values: groupValues(filed.flatMap(({ value }) => value ?? [])),
    titleTerms,
    openingTerms,
  };
}

const isAnyOf =
  (wanted: ReadonlySet<Concept>) =>
  ({ types }: Filing): boolean =>
    types.length > 0 && types.every((type) => wanted.has(type));

const isTitled = (type: string, counts: CatalogueCounts): boolean =>
  (counts.types.get(type)?.titled ?? 0) > 0;

/** Enough descriptions open with it, so that it is no accident of one text. */
const OPENED_PRODUCTS = 3;

const isOpened = (type: string, counts: CatalogueCounts): boolean =>
  (counts.types.get(type)?.opened ?? 0) >= OPENED_PRODUCTS;

function isFiledWell(type: string, counts: CatalogueCounts): boolean {
  const tally = counts.types.get(type);
  return tally !== undefined && tally.filed >= TRUSTED_PRODUCTS && tally.both >= TRUSTED_COVER * tally.titled;
}

/** Whether a form is another thing's name in another language of the shop: a Spanish "notebook" is a laptop, an English one paper. */
function namesElse(form: string, language: Language, meant: ReadonlySet<Concept>): boolean {
  const words = splitWords(form, language);
  const { found, to } = conceptsAt(words, 0, language, ['type']);
  return to === words.length && found.length > 0 && !found.some((named) => meant.has(named));
}

/** Whether a form describes things as well: a Spanish "portátil" is a laptop, and behind "altavoz" a quality. */
function describes(form: string, language: Language): boolean {
  const words = splitWords(form, language);
  const { found, to } = conceptsAt(words, 0, language, ['quality']);
  return to === words.length && found.length > 0;
}

/** Forms of the type and of narrower ones, in the catalogue's languages, whose words stand in some text and only name. */
function termsOf(type: Concept, counts: CatalogueCounts, isUsed: (term: string) => boolean): string[][] {
  const alternatives = new Map<string, string[]>();
  const languages = [...counts.languages.keys()].filter(isSpoken);
  const meant = new Set(narrowerConcepts(type));
  for (const language of languages) {
    for (const narrower of meant) {
      for (const form of formsOf(narrower, language)) {
        if (languages.some((other) => other !== language && namesElse(form, other, meant))) continue;
        if (languages.some((other) => describes(form, other))) continue;
        const terms = analyzeTerms(form, language);
        const stands = terms.every((term) => term.includes('-') || isUsed(term));
        if (terms.length > 0 && stands) alternatives.set(terms.join(' '), terms);
      }
    }
  }
  return [...alternatives.values()];
}

/** Keys whose parents are not among them: a subtree is named once. */
function topmost(keys: readonly string[]): string[] {
  const all = new Set(keys);
  return [...all].filter((key) => ![...all].some((other) => key.startsWith(`${other}>`)));
}

function groupValues(values: readonly { attribute: string; value: string }[]): TypeEvidence['values'] {
  const grouped = Map.groupBy(values, ({ attribute }) => attribute);
  return [...grouped].map(([attribute, members]) => ({
    attribute,
    values: members.map(({ value }) => value),
  }));
}

/** The filter that a kind of thing means: filed as one, or called one. */
export function typeFilter({ categoryKeys, values, titleTerms, openingTerms }: TypeEvidence): IndexFilter {
  const alternatives: IndexFilter[] = [
    ...(categoryKeys.length === 0 ? [] : [{ kind: 'category', anyOf: categoryKeys } as const]),
    ...values.map(({ attribute, values: anyOf }) => ({ kind: 'attribute', attribute, anyOf }) as const),
    ...(titleTerms.length === 0 ? [] : [{ kind: 'terms', fields: ['title'], anyOf: titleTerms } as const]),
    ...(openingTerms.length === 0
      ? []
      : [{ kind: 'terms', fields: ['title', 'description'], anyOf: openingTerms } as const]),
  ];
  const [only] = alternatives;
  return alternatives.length === 1 && only !== undefined ? only : { kind: 'any', of: alternatives };
}

/** What refusing a kind of thing means: neither filed as one nor called one. */
export function notTypeFilters({
  categoryKeys,
  values,
  titleTerms,
  openingTerms,
}: TypeEvidence): IndexFilter[] {
  return [
    ...(categoryKeys.length === 0 ? [] : [{ kind: 'not-category', noneOf: categoryKeys } as const]),
    ...values.map(({ attribute, values: noneOf }) => ({ kind: 'not-attribute', attribute, noneOf }) as const),
    ...(titleTerms.length === 0
      ? []
      : [{ kind: 'not-terms', fields: ['title'], noneOf: titleTerms } as const]),
    ...(openingTerms.length === 0
      ? []
      : [{ kind: 'not-terms', fields: ['title', 'description'], noneOf: openingTerms } as const]),
  ];
}
