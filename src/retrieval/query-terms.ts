import type { Language } from '../domain/locale.ts';
import { type Constraint, type Need, softConstraints } from '../domain/need.ts';
import type { QueryTerm } from '../ports/product-index.ts';
import { analyzeTerms, isStopWord, splitWords, stemWord, type Token, tokenize } from '../text/analyze.ts';
import { SPOKEN_LANGUAGES } from '../text/languages.ts';
import { type Concept, concept, conceptLabel, findConcepts, readCompound } from '../text/lexicon/index.ts';
import { findMeasures, type Measure, measureTerms } from '../text/measures.ts';
import type { ShopWords } from '../text/shop-words.ts';

/** Of the shopper's own word: 1. Of another word for the same thing: less, since the lexicon may be wrong about it. */
const TRANSLATION_WEIGHT = 0.8;
const PART_WEIGHT = 0.7;
/** Of the last part of a compound: "Winterjacke" is a jacket, but not any. */
const HEAD_WEIGHT = 0.5;
/** Of the number alone where the unit was said too: "2x4" is sold as "2 in. x 4 in.". */
const BARE_NUMBER_WEIGHT = 0.6;
/** Of two words written as one. */
const JOINED_WEIGHT = 1;
const CORRECTION_WEIGHT = 0.8;
/** A word that fewer products use is also read as two. */
const RARE = 5;

interface Spoken {
  /** Of the shopper. */
  readonly language: Language;
  readonly catalogueLanguages: readonly Language[];
  readonly shopWords?: ShopWords;
}

/**
 * The words to look for: those of the query, of the kind of thing wanted and of the soft wishes. Each word is a group that
 * also holds its translations and synonyms, so that "Schal" finds a scarf in an English text; a word said twice is one group.
 *
 * Quantities are looked for under one name ("2x4" as "2 in. x 4 in."), and with `shopWords` also what a word was meant to be.
 *
 * @param catalogueLanguages Languages of the shop's texts: words of others are not looked for.
 * @returns Terms in the order said, no term twice in a group, weights in (0, 1].
 */
export function toQueryTerms(
  need: Need,
  language: Language,
  catalogueLanguages: readonly Language[] = SPOKEN_LANGUAGES,
  shopWords?: ShopWords,
): QueryTerm[] {
  const spoken = { language, catalogueLanguages, ...(shopWords === undefined ? {} : { shopWords }) };
  const groups: Map<string, number>[] = [];
  for (const text of queryTexts(need, language)) {
    for (const group of readGroups(text, spoken)) addGroup(groups, group);
  }
  return groups.flatMap((terms, group) => [...terms].map(([term, weight]) => ({ term, weight, group })));
}

/**
 * The same words as one text, for an embedding model. When the shop has no texts in the shopper's language, the things that
 * were named are named again in a language it has.
 */
export function toQueryText(
  need: Need,
  language: Language,
  catalogueLanguages: readonly Language[] = [language],
): string {
  const said = [...new Set(queryTexts(need, language))].join(' ');
  const [spoken] = catalogueLanguages;
  if (spoken === undefined || catalogueLanguages.includes(language)) return said;
  const named = findNamed(said, language).map((match) => conceptLabel(match.named, spoken));
  return [said, ...new Set(named)].join(' ');
}

function queryTexts(need: Need, language: Language): string[] {
  const types = need.constraints.filter(
    ({ attribute, operator }) => attribute === 'type' && operator === 'eq',
  );
  const wishes = softConstraints(need).filter(
    ({ attribute, operator }) => attribute !== 'price' && attribute !== 'type' && operator === 'eq',
  );
  const texts = [
    need.query,
    ...types.map((type) => labelOf(type, language)),
    ...wishes.map(({ words }) => words),
  ];
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}

function labelOf({ value, words }: Constraint, language: Language): string {
  const found = concept('type', String(value));
  return found === undefined ? words || String(value) : conceptLabel(found, language);
}

/** Terms with weights, one map a word or quantity; the first term is the word itself. */
function readGroups(text: string, spoken: Spoken): Map<string, number>[] {
  const { language, shopWords } = spoken;
  const concepts = findNamed(text, language);
  const measures = findMeasures(text);
  const groups: Map<string, number>[] = measures.map(toMeasureGroup);
  let whole:
    | { readonly start: number; readonly end: number; readonly group: Map<string, number> }
    | undefined;
  for (const token of tokenize(text, language)) {
    if (isStopWord(token, language)) continue;
    if (measures.some(({ start, end }) => token.start < end && start < token.end)) continue;
    if (whole !== undefined && token.start < whole.end) {
      addTerm(whole.group, token.stem, PART_WEIGHT);
      continue;
    }
    const group = new Map([[token.stem, 1]]);
    for (const { named, start, end } of concepts) {
      if (token.start < end && start < token.end) addTranslations(group, named, spoken, TRANSLATION_WEIGHT);
    }
    const head = readCompound(token, language)?.head;
    if (head !== undefined) addTranslations(group, head, spoken, HEAD_WEIGHT);
    groups.push(group);
    if (shopWords !== undefined) {
      if (whole !== undefined) addJoined(whole, { ...token, group }, { text, language, shopWords });
      const isNamed =
        head !== undefined || concepts.some(({ start, end }) => token.start < end && start < token.end);
      if (!isNamed) groups.push(...addKnown(group, token, language, shopWords));
    }
    whole = { start: token.start, end: token.end, group };
  }
  return groups;
}

function toMeasureGroup(measure: Measure): Map<string, number> {
  return new Map(
    measureTerms(measure).map((term, position) => [term, position === 0 ? 1 : BARE_NUMBER_WEIGHT]),
  );
}

interface PlacedGroup {
  readonly start: number;
  readonly end: number;
  readonly group: Map<string, number>;
}

interface Reading {
  readonly text: string;
  readonly language: Language;
  readonly shopWords: ShopWords;
}

/** "door bell" is also looked for as "doorbell", when the shop writes it so; it counts for both words. */
function addJoined(left: PlacedGroup, right: PlacedGroup, { text, language, shopWords }: Reading): void {
  if (text.slice(left.end, right.start) !== ' ') return;
  const joined = stemWord(text.slice(left.start, left.end) + text.slice(right.start, right.end), language);
  if (shopWords.frequency(joined) === 0) return;
  addTerm(left.group, joined, JOINED_WEIGHT);
  addTerm(right.group, joined, JOINED_WEIGHT);
}

/**
 * What a word may stand for that neither the shop nor the lexicon knows: two words run together, else the words nearest
 * to it.
 *
 * @returns The second word's group, when it is two.
 */
function addKnown(
  group: Map<string, number>,
  { normal, stem }: Token,
  language: Language,
  shopWords: ShopWords,
): Map<string, number>[] {
  const parts =
    shopWords.frequency(stem) < RARE
      ? shopWords.split(normal, (part) => stemWord(part, language))
      : undefined;
  if (parts !== undefined) {
    const [first, second] = parts;
    addTerm(group, first, 1);
    return [
      new Map([
        [second, 1],
        [stem, 1],
      ]),
    ];
  }
  if ([...group.keys()].some((term) => shopWords.frequency(term) > 0)) return [];
  // A slip in its ending may have kept a word from being stemmed, or have cut it short.
  for (const form of new Set([stem, normal]))
    for (const near of shopWords.correct(form)) addTerm(group, near, CORRECTION_WEIGHT);
  return [];
}

/** What a text names, with its place in UTF-16 offsets. */
function findNamed(text: string, language: Language) {
  const words = splitWords(text, language);
  return findConcepts(words, language).map(({ concept: named, from, to }) => ({
    named,
    start: words[from]?.start ?? 0,
    end: words[to - 1]?.end ?? 0,
  }));
}

/**
 * Other words for a thing. Of a phrase in another language each word counts its share; phrases of the shopper's own
 * language are left out, since the shopper said which word was meant.
 */
function addTranslations(
  group: Map<string, number>,
  { forms }: Concept,
  { language: own, catalogueLanguages }: Spoken,
  weight: number,
): void {
  for (const language of SPOKEN_LANGUAGES) {
    if (!catalogueLanguages.includes(language)) continue;
    for (const form of forms[language]) {
      const stems = analyzeTerms(form, language);
      if (language === own && stems.length > 1) continue;
      for (const stem of stems) addTerm(group, stem, weight / stems.length);
    }
  }
}

function addTerm(group: Map<string, number>, term: string, weight: number): void {
  group.set(term, Math.max(group.get(term) ?? 0, weight));
}

/** Joins a group to an earlier one that already holds its word. */
function addGroup(groups: Map<string, number>[], group: ReadonlyMap<string, number>): void {
  const [word] = group.keys();
  const earlier = groups.find((terms) => word !== undefined && terms.has(word));
  if (earlier === undefined) groups.push(new Map(group));
  else for (const [term, weight] of group) addTerm(earlier, term, weight);
}
