import { isWithin, keyOfPath } from '../../domain/category.ts';
import type { Language } from '../../domain/locale.ts';
import type { RuleConditions } from '../../domain/merchandising.ts';
import { isStopWord, splitWords } from '../../text/analyze.ts';
import { withoutDenied } from '../../text/query-words.ts';

/**
 * The stem of a word that was asked for, and the terms it is also looked for by: translations, synonyms, what it was misspelt
 * from.
 */
export type AskedWord = ReadonlySet<string>;

/** What a list is made for, as far as rules look at it. */
export interface AskedFor {
  /** ISO 3166-1 alpha-2. */
  readonly market: string;
  /** Of the words. */
  readonly language: Language;
  readonly segments: readonly string[];
  readonly nowMs: number;
  readonly words: readonly AskedWord[];
  /** What is looked for without having been said: the usual word for a kind of thing. */
  readonly unsaid: ReadonlySet<string>;
  /** Keys of the categories asked for. */
  readonly categories: readonly string[];
}

/** Conditions in the words of one language. */
export interface CompiledConditions {
  /** Undefined when any words will do. */
  readonly stems: readonly string[] | undefined;
  readonly isExact: boolean;
  /** Key; empty when any category will do. */
  readonly category: string;
  /** Undefined when all will do, as for segments. */
  readonly markets: ReadonlySet<string> | undefined;
  readonly segments: readonly string[] | undefined;
}

export const compileConditions = (when: RuleConditions, language: Language): CompiledConditions => ({
  stems: when.query && distinctStems(when.query.words, language),
  isExact: when.query?.match === 'exact',
  category: keyOfPath(when.category ?? ''),
  markets: when.markets && new Set(when.markets),
  segments: when.segments,
});

/** The words of a text by which rules compare it: without those of grammar, unless it has no others, and without what is denied. */
export function distinctStems(text: string, language: Language): string[] {
  const words = splitWords(withoutDenied(text, language), language);
  const telling = words.filter((word) => !isStopWord(word, language));
  return [...new Set((telling.length === 0 ? words : telling).map(({ stem }) => stem))];
}

/** Whether conditions hold, the time apart. */
export function holdsFor(conditions: CompiledConditions, asked: AskedFor): boolean {
  const { stems, category, markets, segments } = conditions;
  if (markets !== undefined && !markets.has(asked.market)) return false;
  if (segments !== undefined && !segments.some((segment) => asked.segments.includes(segment))) return false;
  if (category !== '' && !asked.categories.some((key) => isWithin(key, category))) return false;
  return stems === undefined || (stems.length > 0 && isSaid(stems, conditions.isExact, asked));
}

function isSaid(stems: readonly string[], isExact: boolean, { words, unsaid }: AskedFor): boolean {
  const isThere = (stem: string) => unsaid.has(stem) || words.some((terms) => terms.has(stem));
  if (!stems.every(isThere)) return false;
  return !isExact || words.every((terms) => stems.some((stem) => terms.has(stem)));
}
