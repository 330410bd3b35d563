/** Shorter words cannot be told from others after a slip. */
const SHORTEST = 5;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * One slip in the longest word: two neighbours swapped, a letter left out, put in or exchanged, never the first letter.
 *
 * @returns The words as they were when none is long enough.
 */
export function misspell(words: string, random: () => number): string {
  const all = words.split(' ');
  const longest = all.reduce((found, word) => (word.length > found.length ? word : found), '');
  if (longest.length < SHORTEST) return words;
  return all.map((word) => (word === longest ? slip(word, random) : word)).join(' ');
}

function slip(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const letter = LETTERS[Math.floor(random() * LETTERS.length)] ?? 'x';
  const [before, here, next, rest] = [
    word.slice(0, at),
    word[at] ?? '',
    word[at + 1] ?? '',
    word.slice(at + 2),
  ];
  const slips = [
    before + next + here + rest,
    before + next + rest,
    before + letter + here + next + rest,
    before + letter + next + rest,
  ];
  const slipped = slips[Math.floor(random() * slips.length)] ?? word;
  return slipped === word ? before + next + rest : slipped;
}
