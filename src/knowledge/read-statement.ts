import type { Language } from '../domain/locale.ts';
import { isStopWord, splitWords } from '../text/analyze.ts';
import { findConcepts } from '../text/lexicon/index.ts';
import { countryKey, findCountries } from './country-names.ts';
import { policyWordsOf } from './policy-words.ts';
import { type Fact, readFacts } from './read-facts.ts';

/** What a text says, as far as questions are matched with it. */
export interface Statement {
  readonly language: Language;
  /** Stems of its telling words, in order, repetitions kept. */
  readonly stems: readonly string[];
  /** Everything it can be asked by: stems, things of the lexicon ("type:shoe"), subjects of the shop ("policy:returns"). */
  readonly keys: ReadonlySet<string>;
  readonly facts: readonly Fact[];
  /** Any number, of whatever. */
  readonly tellsNumber: boolean;
  readonly isConfirming: boolean;
  readonly isDenying: boolean;
}

const OPENING_HOURS = 'opening-hours';

/** From when to when. */
const tellsHours = (facts: readonly Fact[]): boolean =>
  facts.filter(({ kind }) => kind === 'clock').length > 1;

/** Of a word for many things: of one kind ("devices"), or of any ("goods"). */
export const kindKey = (kind: string): string => (kind === ANY ? ANY_THING : `type:${kind}`);
const ANY = 'any';
export const ANY_THING = 'type:*';

export const alikeKey = (sense: string): string => `alike:${sense}`;

export const policyKey = (subject: string): string => `policy:${subject}`;

export function readStatement(text: string, language: Language): Statement {
  const tokens = splitWords(text, language);
  const words = policyWordsOf(language);
  const facts = readFacts(text, language);
  const stems = tokens.filter((token) => !isStopWord(token, language)).map(({ stem }) => stem);
  return {
    language,
    stems,
    keys: new Set([
      ...stems,
      ...[...words.subjects(text, tokens), ...words.named(text, tokens)].map(({ key }) => policyKey(key)),
      ...words.alike(text, tokens).map(({ key }) => alikeKey(key)),
      ...(tellsHours(facts) ? [policyKey(OPENING_HOURS)] : []),
      ...findCountries(tokens, language, text).map(({ code }) => countryKey(code)),
      ...tokens.flatMap((token) => {
        const kind = words.kindOf(token);
        return kind === undefined ? [] : [kindKey(kind)];
      }),
      ...findConcepts(tokens, language).map(({ concept: { kind, id } }) => `${kind}:${id}`),
    ]),
    facts,
    tellsNumber: /\p{N}/u.test(text),
    isConfirming: tokens.some((token) => words.isConfirming(token)),
    isDenying: words.isDenying(text, tokens),
  };
}
