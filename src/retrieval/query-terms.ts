import { type Language, type Locale, languageOf } from '../domain/locale.ts';
import type { Need } from '../domain/need.ts';
import type { QueryTerm } from '../ports/product-index.ts';
import { analyzeTerms, splitWords, stemWord } from '../text/analyze.ts';
import { isSpoken, SPOKEN_LANGUAGES } from '../text/languages.ts';
import { type Concept, conceptLabel, findConcepts, formsOf, readCompound } from '../text/lexicon/index.ts';
import { findMeasures, measureTerms } from '../text/measures.ts';
import { readQueryWords, withoutDenied } from '../text/query-words.ts';
import type { ShopWords } from '../text/shop-words.ts';
import { addGroup, addTerm, type GroupTerms, type PlacedGroup, type QueryGroup } from './query-groups.ts';
import { queryTexts } from './query-texts.ts';
import { spreadSynonyms } from './spread-synonyms.ts';
import { createSynonyms, type Synonyms } from './synonyms.ts';
import { addUnknown, RARE } from './unknown-words.ts';
import { addCompounds, addForms, addJoinedForms, addParts, readPairs, toDeniedGroups } from './word-forms.ts';

/** Of the shopper's own word: 1. Of another word for the same thing: less, since the lexicon may be wrong about it. */
const TRANSLATION_WEIGHT = 0.8;
const PART_WEIGHT = 0.7;
/** Of the last part of a compound: "Winterjacke" is a jacket, but not any. */
const HEAD_WEIGHT = 0.5;
/** Of the number alone where the unit was said too: "2x4" is sold as "2 in. x 4 in.". */
const BARE_NUMBER_WEIGHT = 0.6;
/** Of two words written as one. */
const JOINED_WEIGHT = 1;

export interface QueryReading {
  /** Of the shopper. */
  readonly locale: Locale;
  /** Languages of the shop's texts: words of others are not looked for. All that are spoken when absent. */
  readonly catalogueLanguages?: readonly Language[];
  /** Words the shop does not know are read as those they were meant to be; as they are when absent. */
  readonly shopWords?: ShopWords;
  /** What the merchant says means the same. */
  readonly synonyms?: Synonyms;
}

export interface Spoken {
  /** Of the shopper. */
  readonly language: Language;
  readonly catalogueLanguages: readonly Language[];
  readonly shopWords?: ShopWords;
}

const NO_SYNONYMS = createSynonyms();

/**
 * The words to look for: those of the query, of the kind of thing wanted and of the soft wishes. Each word is a group that
 * also holds its translations and synonyms, so that "Schal" finds a scarf in an English text; a word said twice is one group.
 *
 * Quantities are looked for under one name ("2x4" as "2 in. x 4 in."), with `shopWords` also what a word was meant to be, with
 * `synonyms` what the merchant says it stands for.
 *
 * @returns Terms in the order said, no term twice in a group, weights in (0, 1].
 */
export function toQueryTerms(need: Need, reading: QueryReading): QueryTerm[] {
  const { locale, synonyms = NO_SYNONYMS, catalogueLanguages = SPOKEN_LANGUAGES } = reading;
  const spoken = { ...reading, catalogueLanguages };
  const groups: QueryGroup[] = [];
  for (const { text, language } of queryTexts(need, { locale, synonyms, catalogueLanguages })) {
    const read = readGroups(text, { ...spoken, language });
    const spread = spreadSynonyms(text, read, {
      synonyms,
      locale,
      languages: [language, ...catalogueLanguages.filter((other) => other !== language)],
      readPhrase: (phrase, of) => readGroups(phrase, { language: of, catalogueLanguages }),
    });
    for (const group of spread) addGroup(groups, group);
  }
  return groups.flatMap(({ terms }, group) => [...terms].map(([term, weight]) => ({ term, weight, group })));
}

/**
 * The same words as one text, for an embedding model. When the shop has no texts in the shopper's language, the things that
 * were named are named again in a language it has; what the merchant's rules name is said in their words as well. What must not be
 * there is left out: models place a text near what it denies.
 */
export function toQueryText(need: Need, reading: Omit<QueryReading, 'shopWords'>): string {
  const { locale, synonyms = NO_SYNONYMS } = reading;
  const language = languageOf(locale);
  const catalogueLanguages = reading.catalogueLanguages ?? [language];
  const languages = readLanguages({ language, catalogueLanguages });
  const written = queryTexts(need, { locale, synonyms, catalogueLanguages });
  const texts = [...new Set(written.map(({ text }) => text))].map((text) =>
    withoutDenied(text, language, languages),
  );
  const meant = texts.flatMap((text) =>
    synonyms
      .find(splitWords(text, language), locale)
      .flatMap(({ alternatives }) => alternatives.map(({ words }) => words)),
  );
  const said = [...new Set([...texts, ...meant])].join(' ');
  const [spoken] = catalogueLanguages;
  if (spoken === undefined || catalogueLanguages.includes(language)) return said;
  const named = findNamed(said, language).map((match) => conceptLabel(match.named, spoken));
  return [said, ...new Set(named)].join(' ');
}

/** The words and quantities of a text, each with what it may stand for, in order; then what finds words that are cut otherwise. */
export function readGroups(text: string, spoken: Spoken): PlacedGroup[] {
  const groups = [...readQuantities(text, spoken.language), ...readWords(text, spoken)].sort(
    (left, right) => left.start - right.start,
  );
  addJoinedForms(text, spoken.language, groups);
  return [...groups, ...readPairs(text, groups, spoken.shopWords)];
}

function readQuantities(text: string, language: Language): PlacedGroup[] {
  return findMeasures(text, language).map((measure) => ({
    start: measure.start,
    end: measure.end,
    terms: new Map(
      measureTerms(measure).map((term, position) => [term, position === 0 ? 1 : BARE_NUMBER_WEIGHT]),
    ),
  }));
}

/** What is no quantity and no stop word; the first term of a group is the word itself. */
function readWords(text: string, spoken: Spoken): PlacedGroup[] {
  const { language, shopWords } = spoken;
  const concepts = findNamed(text, language);
  const measures = findMeasures(text, language);
  const languages = readLanguages(spoken);
  const { wanted, denied } = readQueryWords(text, language, languages);
  const groups: PlacedGroup[] = toDeniedGroups(denied, languages);
  let whole: PlacedGroup | undefined;
  for (const token of wanted) {
    if (measures.some(({ start, end }) => token.start < end && start < token.end)) continue;
    if (whole !== undefined && token.start < whole.end) {
      addTerm(whole.terms, token.stem, PART_WEIGHT);
      continue;
    }
    const { start, end } = token;
    const terms = new Map([[token.stem, 1]]);
    addForms(terms, token, language, spoken.catalogueLanguages);
    const named = concepts.filter((found) => start < found.end && found.start < end);
    for (const found of named) addTranslations(terms, found.named, spoken, TRANSLATION_WEIGHT);
    const head = readCompound(token, language)?.head;
    if (head !== undefined) addTranslations(terms, head, spoken, HEAD_WEIGHT);
    const placed = { start, end, terms };
    groups.push(placed);
    if (shopWords !== undefined) {
      if (whole !== undefined) addJoined(whole, placed, { text, language, shopWords });
      const compounding = { languages, shopWords };
      addCompounds(terms, token, compounding);
      const parts = shopWords.frequency(token.stem) < RARE ? addParts(placed, token, compounding) : [];
      groups.push(...parts);
      const isNamed = head !== undefined || named.length > 0 || parts.length > 0;
      if (!isNamed) groups.push(...addUnknown(placed, token, language, shopWords));
    }
    whole = placed;
  }
  return groups;
}

/** Of the shopper, and those of the shop's texts that we read but do not speak: its shoppers may write in them. */
const readLanguages = ({
  language,
  catalogueLanguages,
}: Pick<Spoken, 'language' | 'catalogueLanguages'>): Language[] => [
  ...new Set([language, ...catalogueLanguages.filter((other) => !isSpoken(other))]),
];

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
  addTerm(left.terms, joined, JOINED_WEIGHT);
  addTerm(right.terms, joined, JOINED_WEIGHT);
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
  group: GroupTerms,
  found: Concept,
  { language: own, catalogueLanguages }: Spoken,
  weight: number,
): void {
  for (const language of SPOKEN_LANGUAGES) {
    if (!catalogueLanguages.includes(language)) continue;
    for (const form of formsOf(found, language)) {
      const stems = analyzeTerms(form, language);
      if (language === own && stems.length > 1) continue;
      for (const stem of stems) addTerm(group, stem, weight / stems.length);
    }
  }
}
