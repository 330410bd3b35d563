import type { Language } from '../domain/locale.ts';
import { isStopWord, splitWords } from '../text/analyze.ts';
import { findConcepts } from '../text/lexicon/index.ts';
import { countryKey, findCountries } from './country-names.ts';
import { policyWordsOf } from './policy-words.ts';
import { type Fact, readFacts, tellsClock } from './read-facts.ts';

/** What a text says, as far as questions are matched with it. */
export interface Statement {
  readonly language: Language;
  /** Stems of its telling words, in order, repetitions kept. */
  readonly stems: readonly string[];
  /** Everything it can be asked by: stems, things of the lexicon ("type:shoe"), subjects of the shop ("policy:returns"). */
  readonly keys: ReadonlySet<string>;
  readonly facts: readonly Fact[];
  readonly tellsClock: boolean;
  /** Any number, of whatever. */
  readonly tellsNumber: boolean;
  readonly isConfirming: boolean;
  readonly isDenying: boolean;
}

export const policyKey = (subject: string): string => `policy:${subject}`;

export function readStatement(text: string, language: Language): Statement {
  const tokens = splitWords(text, language);
  const words = policyWordsOf(language);
  const stems = tokens.filter((token) => !isStopWord(token, language)).map(({ stem }) => stem);
  return {
    language,
    stems,
    keys: new Set([
      ...stems,
      ...words.subjects(text, tokens).map(({ key }) => policyKey(key)),
      ...findCountries(tokens, language).map(({ code }) => countryKey(code)),
      ...findConcepts(tokens, language).map(({ concept: { kind, id } }) => `${kind}:${id}`),
    ]),
    facts: readFacts(text, language),
    tellsClock: tellsClock(text),
    tellsNumber: /\p{N}/u.test(text),
    isConfirming: tokens.some((token) => words.isConfirming(token)),
    isDenying: tokens.some((token) => words.isDenying(token)),
  };
}
