import type { Language } from '../domain/locale.ts';
import { normalise } from '../text/analyze.ts';
import { perLanguage, toSpoken } from '../text/languages.ts';
import { claimWordsOf } from './check-claims-words.ts';

interface ClausePatterns {
  /** Undefined where statements are not joined by words of their own. */
  readonly end: RegExp | undefined;
  readonly verb: RegExp;
  readonly dependent: RegExp;
  readonly connective: RegExp;
}

const oneOf = (words: readonly string[]): string =>
  words.length === 0 ? '(?!)' : [...words].sort((left, right) => right.length - left.length).join('|');

const patternsOf = perLanguage((language): ClausePatterns => {
  const {
    joints = [],
    verbs = [],
    pronouns = [],
    dependents = [],
    connectives = [],
  } = claimWordsOf(language) ?? {};
  const next = oneOf([...verbs, ...pronouns]);
  const word = '[\\p{L}\\p{N}]';
  return {
    end:
      joints.length === 0
        ? undefined
        : new RegExp(
            `,(?= (?:${oneOf(joints)}) ${word}+\\s)| ?;(?= ${word})| [–—](?= ${word})|(?<![,;–—]) (?=(?:${oneOf(joints)}) (?:${next})\\s)`,
            'giu',
          ),
    verb: new RegExp(`(?<!${word})(?:${oneOf(verbs)})(?!${word})`, 'iu'),
    dependent: new RegExp(`^(?:${oneOf(dependents)})(?!${word})`, 'iu'),
    connective: new RegExp(`^(?:${oneOf(connectives)})\\s?[,:、]\\s*(?=\\S)`, 'iu'),
  };
});

/** Where a first part of a sentence of the language may end; for {@link createSentenceSplitter}. */
export function clauseEndOf(language: Language): RegExp | undefined {
  const end = patternsOf(toSpoken(language)).end;
  return end === undefined ? undefined : new RegExp(end.source, end.flags);
}

const FEWEST_WORDS = 3;
/** What may only be judged with its other half, and what a list or an aside leaves open. */
const OPEN_MARKS = /["“”„«»「『([*_¿¡:;?!]|, /u;

/** Whether a first part of a sentence can stand alone: something is stated in it, and it depends on nothing. */
export function isMainClause(clause: string, language: Language): boolean {
  const { verb, dependent } = patternsOf(toSpoken(language));
  const words = clause.split(/\s+/);
  const last = normalise(words.at(-1) ?? '');
  return (
    words.length >= FEWEST_WORDS &&
    !OPEN_MARKS.test(clause) &&
    !dependent.test(clause) &&
    verb.test(clause) &&
    !verb.test(last) &&
    !dependent.test(last)
  );
}

/** A sentence without the word that ties it to one before ("However, "), which was not said. */
export function dropConnective(sentence: string, language: Language): string {
  const lead = patternsOf(toSpoken(language)).connective.exec(sentence)?.[0];
  if (lead === undefined) return sentence;
  const rest = sentence.slice(lead.length);
  return rest.slice(0, 1).toLocaleUpperCase(language) + rest.slice(1);
}
