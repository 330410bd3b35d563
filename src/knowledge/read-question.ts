import type { Language } from '../domain/locale.ts';
import { isStopWord, splitWords, stemWord, type Token } from '../text/analyze.ts';
import { findConcepts, widerConcepts } from '../text/lexicon/index.ts';
import { countryKeys, findCountries } from './country-names.ts';
import { type Asked, type PhraseMatch, policyWordsOf } from './policy-words.ts';
import { ANY_THING, alikeKey, policyKey } from './read-statement.ts';

/** One thing a question is about, by all that a statement may call it. */
export interface AskedWord {
  /** Key of a statement -> how well it answers to the word, in (0, 1]. */
  readonly keys: ReadonlyMap<string, number>;
  /** A fact of this kind answers to it as well: "how much" is a cost. */
  readonly fact?: Asked;
  /** In (0, 1]: what it counts beside the other words. */
  readonly weight: number;
  readonly start: number;
}

export interface ReadQuestion {
  readonly text: string;
  readonly language: Language;
  readonly words: readonly AskedWord[];
  readonly asked?: Asked;
  /** Yes or no would answer it. */
  readonly isClosed: boolean;
  /** Asks for things to be had or shown. */
  readonly isSeeking: boolean;
}

/** Of a thing by a wider word: who asks about trainers is told of shoes. */
const WIDER = 0.6;
/** Of a thing by a word for anything: "goods". */
const WIDEST = 0.4;
/** What an apostrophe leaves ("I'm"). */
const SINGLE_LETTER = /^\p{Script=Latin}$/u;
/** Of a thing by words that say the same in terms. */
const ALIKE = 0.9;
/** Of a word that is said in questions about anything. */
const LIGHT = 0.2;
/** Of a country by the union that it is in: what is told of the union holds for it, unless it is told of by itself. */
const UNITED = 0.9;
/** Of one word of a subject that takes several to name: "gift" of "gift wrapping". */
const PART = 0.3;
/** Of the subject that was understood and that no word of the question names. */
const UNNAMED_SUBJECT = 0.3;

/**
 * Reads what a question is about. Words that only frame it ("do you", "policy") tell nothing; a subject of the shop is known by all its words in
 * every language, a thing of the lexicon by itself and by what is wider, any other word by its stem in each of the languages of the texts.
 *
 * @param subject As understood by the parser, a key of "words" in the locale files; others say nothing.
 * @param textLanguages Of the statements it will be matched with.
 */
export function readQuestion(
  text: string,
  language: Language,
  { subject, textLanguages = [] }: { subject?: string; textLanguages?: readonly Language[] } = {},
): ReadQuestion {
  const tokens = splitWords(text, language);
  const policy = policyWordsOf(language);
  const [asks, subjects] = [policy.asks(text, tokens), policy.subjects(text, tokens)];
  const senses = policy.alike(text, tokens);
  const concepts = findConcepts(tokens, language);
  const countries = findCountries(tokens, language, text);
  const words: AskedWord[] = [];
  tokens.forEach((token, position) => {
    const own = subjects.filter((match) => covers(match, token));
    const meant = senses.filter((match) => covers(match, token));
    const named = concepts.filter(({ from, to }) => from <= position && position < to);
    const country = countries.find(({ from, to }) => from <= position && position < to);
    const isTelling =
      !isStopWord(token, language) &&
      !SINGLE_LETTER.test(token.normal) &&
      !policy.isIgnored(token) &&
      !policy.isOpening(token);
    // What measures a thing names it as well: "how heavy", "the width".
    const ask = asks.find((match) => match.key !== 'measure' && covers(match, token));
    if (
      own.length === 0 &&
      meant.length === 0 &&
      country === undefined &&
      (!isTelling || (ask !== undefined && named.length === 0))
    )
      return;
    const isNamedWhole = own.every((match) => isWhole(match, token));
    words.push({
      keys: new Map([
        ...named.flatMap(({ concept }) =>
          widerConcepts(concept).map(({ kind, id }, at) => [`${kind}:${id}`, at === 0 ? 1 : WIDER] as const),
        ),
        ...(named.some(({ concept: { kind } }) => kind === 'type') ? [[ANY_THING, WIDEST] as const] : []),
        ...(isStopWord(token, language) ? [] : [language, ...textLanguages]).map(
          (each) => [stemWord(token.raw, each), isNamedWhole ? 1 : PART] as const,
        ),
        ...(country === undefined
          ? []
          : countryKeys(country.code).map((key, at) => [key, at === 0 ? 1 : UNITED] as const)),
        ...meant.map(
          (sense) =>
            [alikeKey(sense.key), own.every((match) => isSaidBy(match, sense)) ? ALIKE : PART] as const,
        ),
        ...own.map(({ key }) => [policyKey(key), 1] as const),
      ]),
      ...(ask === undefined || !isNamedWhole ? {} : { fact: ask.key }),
      weight: own.length + meant.length + named.length === 0 && policy.isLight(token) ? LIGHT : 1,
      start: token.start,
    });
  });
  const joined = joinSame(words);
  const isNamed =
    subject === undefined ||
    !policy.hasSubject(subject) ||
    joined.some(({ keys }) => keys.has(policyKey(subject)));
  const unnamed = isNamed
    ? []
    : [{ keys: new Map([[policyKey(subject), 1]]), weight: UNNAMED_SUBJECT, start: text.length }];
  const [first] = [...asks].sort((left, right) => left.start - right.start);
  return {
    text,
    language,
    words: [...joined, ...unnamed],
    ...(first === undefined ? {} : { asked: first.key }),
    isClosed: first === undefined && !tokens.some((token) => policy.isOpening(token)),
    isSeeking: policy.isSeeking(text, tokens),
  };
}

const isWhole = (match: { start: number; end: number }, token: Token): boolean =>
  token.start <= match.start && match.end <= token.end;

/** What a part of the name of a subject means is not what the whole means: "gift wrapping" is no voucher. */
const isSaidBy = (subject: PhraseMatch, sense: PhraseMatch): boolean =>
  sense.start <= subject.start && subject.end <= sense.end;

const covers = (match: { start: number; end: number }, token: Token): boolean =>
  match.start < token.end && token.start < match.end;

/** Neighbours that name the same subject ("credit card") are one word. */
function joinSame(words: readonly AskedWord[]): AskedWord[] {
  const joined: AskedWord[] = [];
  for (const word of words) {
    const same = joined.findIndex(({ keys }) =>
      [...keys].some(([key]) => key.includes(':') && word.keys.has(key)),
    );
    const before = joined[same];
    if (before === undefined) joined.push(word);
    else
      joined[same] = {
        ...before,
        ...(word.fact === undefined ? {} : { fact: word.fact }),
        keys: new Map([...word.keys, ...before.keys]),
      };
  }
  return joined;
}
