import { normalise } from './analyze.ts';

/** How likely a word is written in a language, by its letters. */
export interface LetterModel {
  /** Mean log probability of the word's letter triples; about -5 (typical) to -11 (never seen); 0 for the empty word. */
  score(word: string): number;
}

const SMOOTHING = 0.3;
/** Letter triples that are possible at all, as far as smoothing is concerned. */
const POSSIBLE_TRIPLES = 8_000;

/** Trains on a list of words; letter triples with word edges, additive smoothing. */
export function trainLetterModel(words: Iterable<string>): LetterModel {
  const triples = new Map<string, number>();
  let total = 0;
  for (const word of words) {
    for (const triple of triplesOf(word)) {
      triples.set(triple, (triples.get(triple) ?? 0) + 1);
      total += 1;
    }
  }
  const floor = Math.log(SMOOTHING / (total + SMOOTHING * POSSIBLE_TRIPLES));
  const logs = new Map(
    [...triples].map(([triple, count]) => [
      triple,
      Math.log((count + SMOOTHING) / (total + SMOOTHING * POSSIBLE_TRIPLES)),
    ]),
  );
  return {
    score(word) {
      const seen = triplesOf(word);
      return seen.reduce((sum, triple) => sum + (logs.get(triple) ?? floor), 0) / Math.max(1, seen.length);
    },
  };
}

/** Accents are evidence of their own and are counted apart; here "é" is "e". */
function triplesOf(word: string): string[] {
  const edged = `^${normalise(word)}$`;
  return Array.from({ length: edged.length - 2 }, (_, at) => edged.slice(at, at + 3));
}
