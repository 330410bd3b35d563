import type { Locale } from '../domain/locale.ts';
import type { Turn } from '../domain/turn.ts';
import { isStopWord } from '../text/analyze.ts';
import { readQueryWords } from '../text/query-words.ts';
import type { Shop } from './shop.ts';

/** Shorter ones say little; what holds a digit may be somebody's number. */
const TELLING = /^\p{L}{3,40}$/u;
const MOST_WORDS = 12;

/**
 * Words of a message that were looked for and that no product's texts use, whatever they may stand for; of a message that is about
 * nothing the shop does, all of its words are asked. In lower case, none twice.
 *
 * @param turn As it was understood.
 */
export function unusedWords(
  { retriever, usedIn }: Pick<Shop, 'retriever' | 'usedIn'>,
  utterance: string,
  { commands, language }: Pick<Turn, 'commands' | 'language'>,
  locale: Locale,
): readonly string[] {
  if (usedIn === undefined) return [];
  const texts = commands.flatMap((command) => {
    if (command.type === 'out-of-scope') return [utterance];
    return 'query' in command && typeof command.query === 'string' ? [command.query] : [];
  });
  const words = texts
    .flatMap((text) => readQueryWords(text, language).wanted)
    .filter((word) => TELLING.test(word.raw) && !isStopWord(word, language))
    .map(({ raw }) => raw.toLowerCase());
  const isUsed = (word: string) =>
    retriever.queryTerms({ query: word, constraints: [] }, locale).some(({ term }) => usedIn(term) > 0);
  return [...new Set(words)].slice(0, MOST_WORDS).filter((word) => !isUsed(word));
}
