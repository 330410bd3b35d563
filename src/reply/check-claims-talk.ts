import type { Language } from '../domain/locale.ts';
import { normalise, splitWords, tokenize } from '../text/analyze.ts';
import { perLanguage, toSpoken } from '../text/languages.ts';
import { conceptsAt } from '../text/lexicon/index.ts';
import { HIDDEN } from './check-claims-mask.ts';
import { claimWordsOf, isUnspaced } from './check-claims-words.ts';

interface TalkPatterns {
  readonly person: RegExp;
  readonly act: RegExp;
  /** A statement is about a thing spoken of. */
  readonly thing: RegExp;
  readonly question: RegExp;
}

/**
 * Talk may have words that nobody thought of, as long as they are few: what is promised or claimed has more of them, or a rule. More
 * where an act of talk is told.
 */
const MOST_OWN_WORDS = { act: 3, none: 2 } as const;
const LONGEST_EXCLAMATION = 2;
/** What stands behind a colon or in a list is told. */
const TELLS_APART = /[:：;\n]/u;

const patternsOf = perLanguage((language): TalkPatterns => {
  const {
    persons = [],
    acts = [],
    pronouns = [],
    joints = [],
    dependents = [],
    asks = [],
  } = claimWordsOf(language) ?? {};
  const anyOf = (phrases: readonly string[]): string => (phrases.length === 0 ? '(?!)' : phrases.join('|'));
  const whole = (phrases: readonly string[]): RegExp =>
    new RegExp(isUnspaced(language) ? anyOf(phrases) : `(?<![a-z])(?:${anyOf(phrases)})(?![a-z])`, 'u');
  const person = whole(persons);
  const things = pronouns.map(normalise).filter((word) => !person.test(word));
  const begin = `^[^a-z]*|[,;:.!?] |(?<![a-z])(?:${anyOf([...joints, ...dependents])}) `;
  return {
    person,
    act: whole(acts),
    thing: new RegExp(`(?:${begin})(?:${anyOf(things)})(?![a-z])`, 'u'),
    question: new RegExp(`[?？]["'”’»)*_]*$|${anyOf(asks)}`, 'u'),
  };
});

/** Whether a sentence asks something. */
export const asksSomething = (text: string, language: Language): boolean =>
  patternsOf(toSpoken(language)).question.test(text);

interface Talk {
  /** It asks, means the one who speaks or the one spoken to, or tells an act of speaking, thinking, wanting, helping, looking, choosing. */
  readonly isTalk: boolean;
  /** Words in it that neither facts nor talk know and that may stand all the same. */
  readonly ownWords: number;
}

/**
 * How a sentence that tells no fact belongs to the conversation and not to the goods.
 *
 * @param visible The sentence with what is proved covered.
 * @param isNamed Whether it names a product.
 */
export function readTalk(visible: string, language: Language, isNamed: boolean): Talk {
  const { person, act, thing } = patternsOf(toSpoken(language));
  const plain = normalise(visible);
  const isAddressed = asksSomething(visible, language) || person.test(plain);
  const isAct = act.test(plain);
  const isOfThing = isNamed || thing.test(plain);
  return {
    // Of a product, only an act of talk is no claim: "you get a new one" is.
    isTalk: isAct || (isNamed ? asksSomething(visible, language) : isAddressed),
    // Where nothing need be said of what is spoken of, only an act shows that it is not the goods.
    ownWords:
      !isAddressed || isOfThing || TELLS_APART.test(visible) || (!isAct && isUnspaced(language))
        ? 0
        : MOST_OWN_WORDS[isAct ? 'act' : 'none'],
  };
}

/** Whether there are words enough for a statement: beside a name any will do, without one an exclamation has few. */
export const states = (visible: string, language: Language, isNamed: boolean): boolean =>
  tokenize(visible.replaceAll(HIDDEN, ' '), language).length > (isNamed ? 0 : LONGEST_EXCLAMATION);

/** Whether a word is of those that a conversation consists of; normalised. */
export const isOfTalk = (word: string, language: Language): boolean =>
  patternsOf(toSpoken(language)).act.test(word);

/** Whether a word names a thing or a property, which talk has to have proved like everything else; normalised. */
export function isOfGoods(word: string, language: Language): boolean {
  const tokens = splitWords(word, language);
  return tokens.some((_, at) => conceptsAt(tokens, at, language).found.length > 0);
}

/** A sentence without what is talk, where words are not parted and only phrases show it. */
export function withoutTalk(visible: string, language: Language): string {
  if (!isUnspaced(language)) return visible;
  const { person, act } = patternsOf(toSpoken(language));
  return [act, person].reduce((rest, { source }) => rest.replaceAll(new RegExp(source, 'gu'), ' '), visible);
}
