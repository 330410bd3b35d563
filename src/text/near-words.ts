import { slipCost } from './slip-cost.ts';

export interface NearWord {
  readonly word: string;
  /** Slips of {@link slipCost}. */
  readonly cost: number;
  readonly count: number;
}

/** Letters of a word that are looked up; slips further back are found all the same, among the words that begin alike. */
const PREFIX = 7;
/** A key is a hash and the number of a word, in one number that a Float64 holds exactly. */
const HASH_RANGE = 2 ** 32;
const NUMBER_RANGE = 2 ** 20;

/**
 * Finds words within a few slips of one another without comparing them all: two words that are two slips apart become the
 * same when two letters are left out of each, so that every word is filed under what is left of it.
 *
 * Memory: a word of seven letters and two slips is filed 29 times at 8 bytes; 100,000 words take some 20 MB.
 * Cost of a look: the filed words that share a key, some tens of microseconds.
 *
 * @param words At most 2^20 of them; with how often each is used.
 * @param slipsOf How many slips a word of a length may have, 0 to 2; more for longer ones.
 * @see Garbe, SymSpell (symmetric delete spelling correction), 2012, with prefix filtering. The costs are ours.
 */
export function fileWords(
  words: readonly (readonly [word: string, count: number])[],
  slipsOf: (length: number) => number,
): { near(written: string, mostCost: number): NearWord[] } {
  const keys = sortedKeys(words, slipsOf);
  return {
    near(written, mostCost) {
      const numbers = new Set<number>();
      const slips = slipsOf(written.length);
      for (const key of leftovers(written, slips)) {
        const from = hash(key) * NUMBER_RANGE;
        for (let at = lowerBound(keys, from); (keys[at] ?? Infinity) < from + NUMBER_RANGE; at += 1)
          numbers.add((keys[at] ?? 0) - from);
      }
      const found: NearWord[] = [];
      for (const number of numbers) {
        const [word, count] = words[number] ?? ['', 0];
        if (Math.abs(word.length - written.length) > slips) continue;
        const cost = slipCost(written, word, mostCost);
        if (cost <= mostCost) found.push({ word, cost, count });
      }
      return found;
    },
  };
}

/** A function of its own, so that nothing of the making is kept. */
function sortedKeys(
  words: readonly (readonly [word: string, count: number])[],
  slipsOf: (length: number) => number,
): Float64Array {
  const filed = new GrowingKeys();
  words.forEach(([word], number) => {
    for (const key of leftovers(word, slipsOf(word.length))) filed.push(hash(key) * NUMBER_RANGE + number);
  });
  return filed.sorted();
}

/** Numbers in an array that grows: their count is not known before. */
class GrowingKeys {
  #values = new Float64Array(1_024);
  #length = 0;

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Float64Array(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  sorted(): Float64Array {
    return this.#values.slice(0, this.#length).sort();
  }
}

/** The beginning of a word, and what remains of it with up to so many letters left out. */
function leftovers(word: string, slips: number): Set<string> {
  const all = new Set([word.slice(0, PREFIX)]);
  let last: Iterable<string> = [...all];
  for (let slip = 0; slip < slips; slip += 1) {
    const shorter = new Set<string>();
    for (const left of last)
      for (let at = 0; at < left.length; at += 1) shorter.add(left.slice(0, at) + left.slice(at + 1));
    for (const left of shorter) all.add(left);
    last = shorter;
  }
  return all;
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0) % HASH_RANGE;
}

/** First position whose value is not below. */
function lowerBound(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
