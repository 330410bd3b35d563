import { AssistantError } from '../errors/assistant-error.ts';

/** One meaning in the four languages of the demo shop. The English form is also the canonical attribute value. */
export type Words = readonly [en: string, de: string, fr: string, es: string];

export const DEMO_LANGUAGES = ['en', 'de', 'fr', 'es'] as const;
export type DemoLanguage = (typeof DEMO_LANGUAGES)[number];

/** @param index Position of the language in `DEMO_LANGUAGES`. */
export const inLanguage = (words: Words, index: number): string => words[index] ?? words[0];

/** A word that is the same in every language: a unit symbol, a norm, a proper name. */
export const everywhere = (word: string): Words => [word, word, word, word];

/** Numbers with a unit symbol: `quantities('cm', 40)` is "40 cm"; the decimal sign follows the language. */
export const quantities = (unit: string, ...amounts: readonly number[]): Words[] =>
  amounts.map((amount) => quantityOf(everywhere(unit), amount));

/** Numbers with a unit that is a word: `counted(['persons', 'Personen', ...], 2, 3)`. Amounts are never 1: the words are plurals. */
export const counted = (unit: Words, ...amounts: readonly number[]): Words[] =>
  amounts.map((amount) => quantityOf(unit, amount));

const quantityOf = (unit: Words, amount: number): Words => {
  const comma = String(amount).replace('.', ',');
  return [`${amount} ${unit[0]}`, `${comma} ${unit[1]}`, `${comma} ${unit[2]}`, `${comma} ${unit[3]}`];
};

/** Looks a word list's entry up by its id. @throws {AssistantError} INVALID_ARGUMENT when the data names an unknown id. */
export function known<T>(table: Readonly<Record<string, T>>, id: string): T {
  const entry = table[id];
  if (entry === undefined) throw new AssistantError('INVALID_ARGUMENT', `The demo shop has no word "${id}"`);
  return entry;
}
