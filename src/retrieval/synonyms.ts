import { type Locale, languageOf } from '../domain/locale.ts';
import { isInScope, type SynonymRule, synonymPairs } from '../domain/synonym.ts';
import { splitWords, type Token } from '../text/analyze.ts';
import { SPOKEN_LANGUAGES } from '../text/languages.ts';

/** Of words a two-way rule names, against 1 of the shopper's own. */
const TWO_WAY_WEIGHT = 1;
/** Of words a one-way rule leads to: what was said comes first. */
const ONE_WAY_WEIGHT = 0.9;

/** Phrases whose meanings are kept. */
const MOST_REMEMBERED = 10_000;

export interface Alternative {
  /** As the merchant wrote it. */
  readonly words: string;
  /** In (0, 1]. */
  readonly weight: number;
}

/** Words of a text that a rule names. */
export interface SynonymMatch {
  /** Positions in the words, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** What they also stand for, in the order of the rules. */
  readonly alternatives: readonly Alternative[];
}

/** The merchant's synonyms as a search reads them. */
export interface Synonyms {
  /**
   * Words that stand for others, from left to right, the longest first and none overlapping. What a rule leads to is not
   * looked up again, so that rules never loop. Cost: words · longest rule.
   *
   * @param words The smallest words of a text (`splitWords`), in order; compared by their stems.
   * @param locale Of the shopper.
   */
  find(words: readonly Pick<Token, 'stem'>[], locale: Locale): readonly SynonymMatch[];
  /**
   * What a whole phrase stands for to any shopper, whatever the locale of the rule: a limit must not hide what the shop
   * calls by another name.
   */
  meanings(phrase: string): readonly string[];
  /** The same by those rules alone that hold for every shopper. */
  commonMeanings(phrase: string): readonly string[];
  /** Puts other rules in the place of all: the next search goes by them. */
  replace(rules: readonly SynonymRule[]): void;
}

interface Entry {
  readonly stems: readonly string[];
  /** Weight by words. */
  readonly alternatives: Map<string, number>;
}

/** By the first stem, the longest first. */
type Compiled = ReadonlyMap<string, readonly Entry[]>;

export function createSynonyms(initial: readonly SynonymRule[] = []): Synonyms {
  let rules = initial;
  /** Of the rules that hold for every shopper. */
  let common: Synonyms | undefined;
  /** By language and the scopes that hold: shoppers' locales are many, these are as few as the rules' own. */
  const compiled = new Map<string, Compiled>();
  /** By phrase: a parser asks for every run of words of every message. */
  const meant = new Map<string, readonly string[]>();

  function compiledFor(locale: Locale): Compiled {
    const own = rules.filter((rule) => isInScope(rule.locale, locale));
    const language = languageOf(locale);
    const key = [language, ...new Set(own.map((rule) => rule.locale))].join(' ');
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const made = compile(own, language);
    if (own.length > 0) compiled.set(key, made);
    return made;
  }

  return {
    find(words, locale) {
      if (rules.length === 0) return [];
      return findMatches(words, compiledFor(locale));
    },
    meanings(phrase) {
      if (rules.length === 0) return [];
      const known = meant.get(phrase);
      if (known !== undefined) return known;
      const scopes = new Set(rules.map(({ locale }) => locale));
      const locales = [...scopes].flatMap((scope): readonly Locale[] =>
        scope === '*' ? SPOKEN_LANGUAGES : [scope],
      );
      const found = locales.flatMap((locale) => {
        const words = splitWords(phrase, languageOf(locale));
        const [match] = findMatches(words, compiledFor(locale));
        return match?.from === 0 && match.to === words.length ? match.alternatives : [];
      });
      const meanings = [...new Set(found.map(({ words }) => words))];
      if (meant.size >= MOST_REMEMBERED) meant.clear();
      meant.set(phrase, meanings);
      return meanings;
    },
    commonMeanings(phrase) {
      if (rules.length === 0) return [];
      if (rules.every(({ locale }) => locale === '*')) return this.meanings(phrase);
      common ??= createSynonyms(rules.filter(({ locale }) => locale === '*'));
      return common.meanings(phrase);
    },
    replace(others) {
      rules = others;
      common = undefined;
      compiled.clear();
      meant.clear();
    },
  };
}

function compile(rules: readonly SynonymRule[], language: string): Compiled {
  const entries = new Map<string, Entry>();
  for (const rule of rules) {
    const weight = rule.kind === 'two-way' ? TWO_WAY_WEIGHT : ONE_WAY_WEIGHT;
    for (const { from, to } of synonymPairs(rule)) {
      const stems = stemsOf(from, language);
      const key = stems.join(' ');
      if (key === '') continue;
      const entry = entries.get(key) ?? { stems, alternatives: new Map<string, number>() };
      entries.set(key, entry);
      for (const words of to) {
        if (stemsOf(words, language).join(' ') === key) continue;
        entry.alternatives.set(words, Math.max(weight, entry.alternatives.get(words) ?? 0));
      }
    }
  }
  const useful = [...entries.values()]
    .filter(({ alternatives }) => alternatives.size > 0)
    .sort((left, right) => right.stems.length - left.stems.length);
  return Map.groupBy(useful, ({ stems }) => stems[0] ?? '');
}

const stemsOf = (words: string, language: string): string[] =>
  splitWords(words, language).map(({ stem }) => stem);

function findMatches(words: readonly Pick<Token, 'stem'>[], entries: Compiled): SynonymMatch[] {
  const matches: SynonymMatch[] = [];
  for (let from = 0; from < words.length; ) {
    const found = entries
      .get(words[from]?.stem ?? '')
      ?.find(({ stems }) => stems.every((stem, offset) => words[from + offset]?.stem === stem));
    if (found === undefined) {
      from += 1;
      continue;
    }
    const to = from + found.stems.length;
    const alternatives = [...found.alternatives].map(([written, weight]) => ({ words: written, weight }));
    matches.push({ from, to, alternatives });
    from = to;
  }
  return matches;
}
