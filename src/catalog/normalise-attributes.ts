import type { Language } from '../domain/locale.ts';
import { RATING, RATING_COUNT } from '../domain/rating.ts';
import { type Token, tokenize } from '../text/analyze.ts';
import { cleanLine, shortenText } from '../text/clean-text.ts';
import {
  type Concept,
  type ConceptKind,
  type ConceptMatch,
  concept,
  conceptLabel,
  findConcepts,
} from '../text/lexicon/index.ts';
import { canonicalAttributeName } from './attribute-names.ts';
import { readRating, readRatingCount } from './read-rating.ts';

/** Canonical values of an attribute with what the shop calls them, parallel, never empty. */
export interface AttributeValues {
  readonly values: readonly string[];
  readonly labels: readonly string[];
}

export type NormalAttributes = ReadonlyMap<string, AttributeValues>;

/** Attributes whose values the lexicon knows. */
const CONCEPT_ATTRIBUTES: ReadonlyMap<string, ConceptKind> = new Map([
  ['color', 'color'],
  ['material', 'material'],
  ['pattern', 'pattern'],
  ['gender', 'gender'],
]);

const MAX_ATTRIBUTES = 60;
const MAX_VALUES = 20;
const MAX_VALUE_LENGTH = 120;

/**
 * Turns the attributes of a listing into the catalogue's own: known names are one name, colours, materials, patterns
 * and genders are lexicon concepts with their wider concepts after them ("Navy Blue" is `navy` and `blue`), the
 * shop's own words stay as labels. Other values are compared in lower case; letter sizes in upper case.
 *
 * @param attributes Name and value as written; values of one name are joined in order, doubles left out.
 */
export function normaliseAttributes(
  attributes: readonly (readonly [name: string, value: string])[],
  language: Language,
): NormalAttributes {
  const normal = new Map<string, { values: string[]; labels: string[] }>();
  for (const [writtenName, writtenValue] of attributes) {
    const name = canonicalAttributeName(cleanLine(writtenName));
    if (name === undefined || (!normal.has(name) && normal.size >= MAX_ATTRIBUTES)) continue;
    const found = valuesOf(name, writtenValue, language);
    if (found.values.length === 0) continue;
    const present = normal.get(name) ?? { values: [], labels: [] };
    normal.set(name, present);
    found.values.forEach((value, position) => {
      if (present.values.includes(value) || present.values.length >= MAX_VALUES) return;
      present.values.push(value);
      present.labels.push(found.labels[position] ?? value);
    });
  }
  return withAgeGroup(normal);
}

/** Things made for children are not "for women" or "for men": an age group that is not adult decides. */
function withAgeGroup(normal: Map<string, AttributeValues>): NormalAttributes {
  const ages = normal.get('age-group')?.values ?? [];
  if (ages.length > 0 && ages.every((age) => CHILD_AGES.has(age))) {
    normal.set('gender', { values: ['kids'], labels: [conceptLabelOf('gender', 'kids', 'en')] });
  }
  return normal;
}

const CHILD_AGES: ReadonlySet<string> = new Set(['newborn', 'infant', 'toddler', 'kids', 'children', 'baby']);

const cache = new Map<string, AttributeValues>();
const CACHE_LIMIT = 20_000;

function valuesOf(name: string, written: string, language: Language): AttributeValues {
  const key = `${language} ${name} ${written}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const values: string[] = [];
  const labels: string[] = [];
  for (const part of splitValues(name, cleanLine(written))) {
    for (const [value, label] of readValue(name, part, language)) {
      if (values.includes(value)) continue;
      values.push(value);
      labels.push(label);
    }
  }
  if (cache.size >= CACHE_LIMIT) cache.clear();
  const result = { values, labels };
  cache.set(key, result);
  return result;
}

/** Lists of concepts are written with any of / , ; | + &; free values may hold commas and slashes ("1/2 inch"). */
function splitValues(name: string, value: string): string[] {
  const separator = CONCEPT_ATTRIBUTES.has(name) ? /[/,;|+&]/ : name === 'tags' ? /[,;|]/ : /[;|]/;
  return value
    .split(separator)
    .map((part) => shortenText(part.trim(), MAX_VALUE_LENGTH))
    .filter((part) => part !== '');
}

function readValue(
  name: string,
  part: string,
  language: Language,
): (readonly [value: string, label: string])[] {
  const kind = CONCEPT_ATTRIBUTES.get(name);
  if (kind === 'gender') {
    const gender = GENDER_CODES.get(part.toLowerCase());
    if (gender !== undefined) return [[gender, conceptLabelOf('gender', gender, language)]];
  }
  const concepts = kind === undefined ? [] : readConcepts(part, kind, language);
  if (concepts.length > 0) return concepts;
  const figure =
    name === RATING ? readRating(part) : name === RATING_COUNT ? readRatingCount(part) : undefined;
  if (figure !== undefined) return [[figure, figure]];
  if (name === 'size') return [[canonicalSize(part), part]];
  // Normalising can lengthen a text ("…", ligatures).
  return [[part.normalize('NFKC').toLowerCase().slice(0, MAX_VALUE_LENGTH), part]];
}

/** Codes of feeds (Google: male, female, unisex) that are not words of a language. */
const GENDER_CODES: ReadonlyMap<string, string> = new Map([
  ['f', 'women'],
  ['w', 'women'],
  ['female', 'women'],
  ['m', 'men'],
  ['male', 'men'],
  ['u', 'unisex'],
]);

/**
 * Concepts a value names, widest last. A value with one concept keeps its whole wording as the label ("heather grey");
 * with several, each keeps its own words.
 */
export function readConcepts(
  text: string,
  kind: ConceptKind,
  language: Language,
): (readonly [value: string, label: string])[] {
  const { tokens, matches } = matchConcepts(text, kind, language);
  const own = matches.filter(
    (match) => !matches.some((narrower) => narrower.concept.broader?.includes(match.concept.id) === true),
  );
  const found = new Map<string, string>();
  for (const match of own) {
    const label = own.length === 1 ? text : wordsOf(text, tokens, match);
    if (!found.has(match.concept.id)) found.set(match.concept.id, label);
  }
  for (const match of own) addBroader(match.concept, found, language);
  return [...found];
}

/** In the language of the product; else in English, in which many shops name colours everywhere. */
function matchConcepts(
  text: string,
  kind: ConceptKind,
  language: Language,
): { tokens: Token[]; matches: ConceptMatch[] } {
  const tokens = tokenize(text, language);
  const matches = findConcepts(tokens, language, [kind]);
  if (matches.length > 0 || language === 'en') return { tokens, matches };
  const english = tokenize(text, 'en');
  return { tokens: english, matches: findConcepts(english, 'en', [kind]) };
}

function wordsOf(text: string, tokens: readonly Token[], match: ConceptMatch): string {
  const start = tokens[match.from]?.start ?? 0;
  return text.slice(start, tokens[match.to - 1]?.end ?? text.length);
}

function addBroader(narrow: Concept, found: Map<string, string>, language: Language): void {
  for (const id of narrow.broader ?? []) {
    const wide = concept(narrow.kind, id);
    if (wide === undefined || found.has(id)) continue;
    found.set(id, conceptLabel(wide, language));
    addBroader(wide, found, language);
  }
}

function conceptLabelOf(kind: ConceptKind, id: string, language: Language): string {
  const known = concept(kind, id);
  return known === undefined ? id : conceptLabel(known, language);
}

const LETTER_SIZES: ReadonlyMap<string, string> = new Map([
  ['extra small', 'XS'],
  ['x-small', 'XS'],
  ['xsmall', 'XS'],
  ['small', 'S'],
  ['medium', 'M'],
  ['large', 'L'],
  ['x-large', 'XL'],
  ['xlarge', 'XL'],
  ['extra large', 'XL'],
  ['xx-large', 'XXL'],
  ['2xl', 'XXL'],
  ['3xl', 'XXXL'],
]);

function canonicalSize(size: string): string {
  const lower = size.normalize('NFKC').toLowerCase();
  const letters = LETTER_SIZES.get(lower);
  if (letters !== undefined) return letters;
  return /^(?:x{0,4}[sml]|\d{1,2}xl|(?:eu|us|uk|fr|it|de)[ -]?\d{1,3}(?:[.,]\d)?|\d{1,3}[a-z]{1,2})$/.test(
    lower,
  )
    ? lower.toUpperCase()
    : lower;
}
