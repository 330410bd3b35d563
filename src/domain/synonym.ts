import type { Locale } from './locale.ts';

/** Shoppers a rule is for: those of a language ("en"), of a locale ("en-GB"), or all ("*"). */
export type SynonymScope = Locale | '*';

/** Any of the words also finds what is called by the others. */
export interface TwoWaySynonyms {
  readonly kind: 'two-way';
  readonly locale: SynonymScope;
  /** At least two; each one or several words. */
  readonly words: readonly string[];
}

/** Any of `from` also finds what is called by one of `to`, not the other way round. */
export interface OneWaySynonyms {
  readonly kind: 'one-way';
  readonly locale: SynonymScope;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** What a merchant says means the same. */
export type SynonymRule = TwoWaySynonyms | OneWaySynonyms;

/** All rules in force. Version 0 is the empty set nobody has written yet. */
export interface SynonymSet {
  readonly version: number;
  readonly rules: readonly SynonymRule[];
  /** When it was written, epoch milliseconds; absent for version 0. */
  readonly updatedAtMs?: number;
  /** Whoever says made it. */
  readonly author?: string;
}

/** Something about a rule that is allowed and hardly meant. */
export interface SynonymNotice {
  /** 0-based position of the rule. */
  readonly rule: number;
  readonly code: 'self' | 'twice' | 'cycle' | 'chain' | 'merged';
  readonly reason: string;
}

/** What a rule may be, for whoever reads rules from outside. */
export const SYNONYM_LIMITS = { wordsPerSide: 50, charactersPerWord: 100 } as const;

/** What is wrong with a word of a rule; undefined when nothing is. */
export function synonymWordFault(word: string): string | undefined {
  if (word.length > SYNONYM_LIMITS.charactersPerWord)
    return `"${word.slice(0, 40)}..." is longer than ${SYNONYM_LIMITS.charactersPerWord} characters`;
  if (/\p{Cc}/u.test(word)) return 'holds a control character';
  return /[\p{L}\p{N}]/u.test(word) ? undefined : `"${word}" has neither letter nor digit`;
}

/** The words of a rule that are looked for in what a shopper says, with those they stand for. */
export function synonymPairs(
  rule: SynonymRule,
): readonly { readonly from: string; readonly to: readonly string[] }[] {
  if (rule.kind === 'one-way') return rule.from.map((from) => ({ from, to: rule.to }));
  return rule.words.map((from) => ({ from, to: rule.words.filter((other) => other !== from) }));
}

/** Whether a rule of a scope is for a shopper of a locale ("en" is for "en-GB", as in basic filtering of RFC 4647). */
export const isInScope = (scope: SynonymScope, locale: Locale): boolean =>
  scope === '*' || locale === scope || locale.startsWith(`${scope}-`);
