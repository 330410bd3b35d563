/** Characters of one gram; a word of fewer, with its marks, is its own gram. */
const GRAM_LENGTH = 4;

/**
 * Overlapping pieces of a word between marks of its start and end, so that a misspelt or compounded word still shares
 * most of them: "scarf" gives "<sca", "scar", "carf", "arf>".
 */
export function characterGrams(word: string): string[] {
  const marked = [...`<${word}>`];
  const count = Math.max(1, marked.length - GRAM_LENGTH + 1);
  return Array.from({ length: count }, (_, start) => marked.slice(start, start + GRAM_LENGTH).join(''));
}
