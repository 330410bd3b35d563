import { AssistantError } from '../../errors/assistant-error.ts';
import guessable from './guessable-words.json' with { type: 'json' };

export interface PasswordOwner {
  readonly email: string;
  readonly firstName: string;
}

/** Characters that have to be left when everything that is tried first is taken away. */
const FEWEST_LEFT = 4;
const FEWEST_DISTINCT = 5;
const SHORTEST_RUN = 3;
const SHORTEST_OWN_WORD = 3;
/** Digits and signs that stand for letters, and are tried as soon as the letters are. */
const WRITTEN_FOR: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
const ROWS = guessable.rows.flatMap((row) => [row, [...row].reverse().join('')]);

/**
 * Refuses what is tried first: words of which passwords are commonly made, runs of the keyboard or the alphabet, years, the address or
 * the name of its owner, and any of these with signs for letters. Nothing is asked of what kinds of characters there are.
 *
 * @throws {AssistantError} INVALID_ARGUMENT.
 * @see NIST SP 800-63B-4, section 3.1.1.2 (length, no composition rules, a list of what is commonly used).
 */
export function assertGoodPassword(password: string, owner: PasswordOwner): void {
  if (!isGuessable(password, owner)) return;
  const message =
    'This password is among the first that are tried: it is made of common words, rows of keys, or the name or address of its owner';
  throw new AssistantError('INVALID_ARGUMENT', message, {
    details: { errors: [{ pointer: '/password', code: 'guessable', message }] },
  });
}

/** Pure. Cost: proportional to the length times the number of known words. */
export function isGuessable(password: string, owner: PasswordOwner): boolean {
  const written = password.normalize('NFKC').toLowerCase();
  if (new Set(written).size < FEWEST_DISTINCT) return true;
  const words = [...guessable.words, ...ownWords(owner)];
  const asLetters = [...written].map((character) => WRITTEN_FOR[character] ?? character).join('');
  return leftOf([written, asLetters], words) < FEWEST_LEFT;
}

const ownWords = ({ email, firstName }: PasswordOwner): string[] =>
  [email, firstName, ...`${email} ${firstName}`.split(/[^\p{L}\p{N}]+/u)]
    .map((word) => word.toLowerCase())
    .filter((word) => word.length >= SHORTEST_OWN_WORD);

/** Letters and digits that are part of no word, run or year. @param readings The same text, character by character. */
function leftOf(readings: readonly string[], words: readonly string[]): number {
  const [written = ''] = readings;
  let left = 0;
  for (let at = 0; at < written.length; ) {
    const known = Math.max(...readings.map((text) => longestKnown(text.slice(at), words)));
    if (known === 0 && /^[\p{L}\p{N}]/u.test(written.slice(at))) left += 1;
    at += Math.max(known, 1);
  }
  return left;
}

const longestKnown = (text: string, words: readonly string[]): number =>
  Math.max(longestWord(text, words), longestRun(text), /^(?:19|20)\d\d/.test(text) ? 4 : 0);

const longestWord = (text: string, words: readonly string[]): number =>
  Math.max(0, ...words.filter((word) => text.startsWith(word)).map((word) => word.length));

/** Neighbours on a row, either way, or the same character again and again; shorter ones are none. */
function longestRun(text: string): number {
  const [first = ''] = text;
  let length = sharedStart(text, first.repeat(text.length));
  for (const row of ROWS) {
    const from = row.indexOf(first);
    if (from >= 0) length = Math.max(length, sharedStart(text, row.slice(from)));
  }
  return length < SHORTEST_RUN ? 0 : length;
}

function sharedStart(text: string, other: string): number {
  let length = 0;
  while (length < text.length && text[length] === other[length]) length += 1;
  return length;
}
