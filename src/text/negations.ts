import type { Language } from '../domain/locale.ts';
import { isStopWord, splitWords, type Token } from './analyze.ts';
import { conceptsAt, isHeadLast } from './lexicon/index.ts';

/** What is said not to be there: "sleeves" of "dress without sleeves". */
export interface Negation {
  /** Index of the word of negation. */
  readonly at: number;
  /** Indexes of what it denies, end exclusive; articles between are not among them. */
  readonly from: number;
  readonly to: number;
}

/** Words that deny what follows, also as written with accents. Those that deny a whole sentence ("not", "nicht") are the parser's business. */
const WORDS: Readonly<Record<Language, string>> = {
  en: 'without',
  de: 'ohne',
  fr: 'sans non',
  es: 'sin',
  it: 'senza non',
  pt: 'sem',
  nl: 'zonder',
  sv: 'utan',
  da: 'uden',
  nb: 'uten',
  nn: 'uten utan',
  no: 'uten',
  fi: 'ilman',
  ro: 'fara fără',
  pl: 'bez',
  cs: 'bez',
  ru: 'без',
  uk: 'без',
  bg: 'без',
  el: 'χωρις χωρίς',
  id: 'tanpa',
};
/** Words that carry a negation on to what they join, normalised. */
const JOINING = new Set('or nor oder noch ou ni o u of eller e или или або или'.split(' '));
/** Kinds of words that stand before the noun they describe, where the noun comes last. */
const DESCRIBING = ['color', 'pattern', 'quality', 'material', 'gender'] as const;
/** Words of one thing that is denied, at most. */
const LONGEST = 3;

const words = new Map(Object.entries(WORDS).map(([language, list]) => [language, new Set(list.split(' '))]));
/** To pass over texts that deny nothing, which are most. */
const patterns = new Map(
  Object.entries(WORDS).map(([language, list]) => [language, new RegExp(list.replaceAll(' ', '|'), 'iu')]),
);

/**
 * Finds what is denied, in order: after a word of negation its articles are passed over, then the words up to the next noun are denied, and
 * those that "or" joins to it. Where nouns come first that is one word.
 *
 * @param tokens In order, none overlapping, stop words among them.
 */
export function readNegations(tokens: readonly Token[], language: Language): Negation[] {
  const denying = words.get(language);
  if (denying === undefined) return [];
  const negations: Negation[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (!denying.has(tokens[at]?.normal ?? '')) continue;
    const negation = readDenied(tokens, at + 1, language);
    if (negation === undefined) continue;
    negations.push({ at, ...negation });
    at = negation.to - 1;
  }
  return negations;
}

function readDenied(
  tokens: readonly Token[],
  after: number,
  language: Language,
): Omit<Negation, 'at'> | undefined {
  const from = skipFunctionWords(tokens, after, language);
  if (!follows(tokens, from)) return undefined;
  let to = endOfPhrase(tokens, from, language);
  while (follows(tokens, to) && JOINING.has(tokens[to]?.normal ?? '')) {
    const next = skipFunctionWords(tokens, to + 1, language);
    if (!follows(tokens, next)) break;
    to = endOfPhrase(tokens, next, language);
  }
  return { from, to };
}

function skipFunctionWords(tokens: readonly Token[], from: number, language: Language): number {
  let at = from;
  while (follows(tokens, at) && isFunctionWord(tokens[at], language)) at += 1;
  return at;
}

function endOfPhrase(tokens: readonly Token[], from: number, language: Language): number {
  let to = from + 1;
  while (to < from + LONGEST && leadsOn(tokens, to, language)) to += 1;
  return to;
}

const isFunctionWord = (token: Token | undefined, language: Language): boolean =>
  token !== undefined && isStopWord(token, language);

/** Whether a token is there, parted from the one before by a blank alone. */
function follows(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  return token !== undefined && before !== undefined && token.start - before.end <= 1;
}

/** Whether a token goes on with what the one before it says: "sleeves" after "long" or "red", not "red" after "sleeves". */
function leadsOn(tokens: readonly Token[], at: number, language: Language): boolean {
  if (!isHeadLast(language) || !isContent(tokens, at, language)) return false;
  if (describes(tokens, at - 1, language)) return true;
  return !isNoun(tokens, at - 1, language) && !describes(tokens, at, language);
}

/** By the lexicon, or by what gives nouns away: the plural in English, the capital letter in German. */
function isNoun(tokens: readonly Token[], at: number, language: Language): boolean {
  if (conceptsAt(tokens, at, language, ['type']).to > at) return true;
  return NOUN[language]?.test(tokens[at]?.raw ?? '') === true;
}

const NOUN: Readonly<Record<Language, RegExp>> = { en: /[^s]s$/iu, de: /^\p{Lu}\p{Ll}/u };

const isContent = (tokens: readonly Token[], at: number, language: Language): boolean =>
  follows(tokens, at) && !isFunctionWord(tokens[at], language);

const describes = (tokens: readonly Token[], at: number, language: Language): boolean =>
  conceptsAt(tokens, at, language, DESCRIBING).to === at + 1;

/** The term of a word that is said not to be there. */
export const toDeniedTerm = (stem: string): string => `without:${stem}`;

/** Terms of all that a text says is not there. */
export function deniedTerms(text: string, language: Language): string[] {
  if (patterns.get(language)?.test(text) !== true) return [];
  const tokens = splitWords(text, language);
  return readNegations(tokens, language).flatMap(({ from, to }) =>
    tokens
      .slice(from, to)
      .filter((token) => !isStopWord(token, language))
      .map(({ stem }) => toDeniedTerm(stem)),
  );
}
