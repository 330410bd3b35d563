import { normalise } from '../../text/normalise.ts';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts that leave no blanks between words: every letter counts as the beginning of one. */
const UNSPACED = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;
const SHORTEST_PIECE = 3;
const LONGEST_PIECE = 5;
const LONGEST_UNSPACED_PIECE = 4;

/** What an utterance is told by. Prefixes keep the kinds apart. */
export interface UtteranceFeatures {
  /** Words in sequences of one to three, and pairs with a word between them; the ends of the utterance count as words. */
  readonly words: readonly string[];
  /** Pieces of words of three to five letters with their borders; of unspaced scripts, of one to four letters. */
  readonly pieces: readonly string[];
}

/**
 * The word and letter sequences of an utterance, each once. Letters carry inflection, compounds and slips of the pen; words
 * carry what is said. The same for training and answering. Cost: O(letters).
 */
export function utteranceFeatures(utterance: string): UtteranceFeatures {
  const said = normalise(utterance).match(WORD) ?? [];
  const words = new Set<string>();
  const sequence = ['<', ...said, '>'];
  for (const [place, word] of sequence.entries()) {
    const [next, after] = [sequence[place + 1], sequence[place + 2]];
    if (place > 0 && next !== undefined) words.add(`1 ${word}`);
    if (next !== undefined) words.add(`2 ${word} ${next}`);
    if (next === undefined || after === undefined) continue;
    words.add(`3 ${word} ${next} ${after}`);
    words.add(`s ${word} ${after}`);
  }
  const pieces = new Set<string>();
  for (const word of said) addPieces(word, pieces);
  return { words: [...words], pieces: [...pieces] };
}

function addPieces(word: string, pieces: Set<string>): void {
  const isUnspaced = UNSPACED.test(word);
  const letters = [...(isUnspaced ? word : `<${word}>`)];
  const shortest = isUnspaced ? 1 : SHORTEST_PIECE;
  const longest = isUnspaced ? LONGEST_UNSPACED_PIECE : LONGEST_PIECE;
  for (let length = shortest; length <= longest; length += 1) {
    for (let from = 0; from + length <= letters.length; from += 1)
      pieces.add(`c ${letters.slice(from, from + length).join('')}`);
  }
}
