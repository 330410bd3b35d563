/** What a slip costs, 1 being any letter for any other. Those that hands and ears make easily cost less. */
const EASY = 0.6;
const DOUBLED = 0.4;
/** Beside the slip itself: readers and writers seldom miss the first letter. */
const FIRST_LETTER = 0.5;

const KEYBOARD_ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** Letters that are written for one another by ear, in the languages that are spoken here. */
const SOUNDS = ['aeiou', 'iy', 'ck', 'kq', 'cs', 'sz', 'gj', 'fv', 'bv', 'vw', 'td', 'mn', 'bp'];

const CODES = 26;
const A = 97;
/** By pair of letters a-z: 1 where one is easily written for the other. */
const alike = new Uint8Array(CODES * CODES);

for (const letters of SOUNDS) for (const left of letters) for (const right of letters) markAlike(left, right);
KEYBOARD_ROWS.forEach((row, number) => {
  const below = KEYBOARD_ROWS[number + 1] ?? '';
  [...row].forEach((letter, column) => {
    for (const other of [row[column + 1], below[column], below[column - 1]])
      if (other !== undefined) markAlike(letter, other);
  });
});

function markAlike(left: string, right: string): void {
  const [one, other] = [left.charCodeAt(0) - A, right.charCodeAt(0) - A];
  alike[one * CODES + other] = 1;
  alike[other * CODES + one] = 1;
}

function isAlike(left: number, right: number): boolean {
  const [one, other] = [left - A, right - A];
  if (one < 0 || other < 0 || one >= CODES || other >= CODES) return false;
  return alike[one * CODES + other] === 1;
}

/** Longer words are cut: nobody mistypes what nobody types. */
const LONGEST = 40;
const columns = LONGEST + 1;
/** Three rows of the table, kept: a table for each word would be most of the work. */
const table = new Float64Array(3 * columns);

/**
 * How unlikely it is to write one word for another: the cheapest way by letters put in, left out or exchanged and neighbours
 * swapped (optimal string alignment). Doubling a letter or dropping one of two, neighbouring keys, letters that sound alike and
 * swaps cost less than 1; a slip in the first letter costs more.
 *
 * @param most Ways beyond this cost are not looked for.
 * @returns Infinity beyond `most`. Cost: the product of the lengths.
 * @see Kernighan, Church & Gale, "A Spelling Correction Program Based on a Noisy Channel Model", COLING 1990; the costs here are
 *   set by hand, not learned.
 */
export function slipCost(written: string, meant: string, most: number): number {
  const rows = Math.min(written.length, LONGEST);
  const width = Math.min(meant.length, LONGEST);
  let [before, previous, current] = [0, columns, 2 * columns];
  table[previous] = 0;
  for (let column = 1; column <= width; column += 1)
    table[previous + column] = (table[previous + column - 1] ?? 0) + leaveOut(meant, column - 1);
  for (let row = 1; row <= rows; row += 1) {
    const letter = written.charCodeAt(row - 1);
    let cheapest = (table[previous] ?? 0) + leaveOut(written, row - 1);
    table[current] = cheapest;
    for (let column = 1; column <= width; column += 1) {
      const other = meant.charCodeAt(column - 1);
      let cost = (table[previous + column - 1] ?? 0) + exchange(letter, other, row === 1 || column === 1);
      cost = Math.min(
        cost,
        (table[previous + column] ?? 0) + leaveOut(written, row - 1),
        (table[current + column - 1] ?? 0) + leaveOut(meant, column - 1),
      );
      const isSwapped =
        row > 1 &&
        column > 1 &&
        letter === meant.charCodeAt(column - 2) &&
        other === written.charCodeAt(row - 2);
      if (isSwapped) cost = Math.min(cost, (table[before + column - 2] ?? 0) + EASY);
      table[current + column] = cost;
      cheapest = Math.min(cheapest, cost);
    }
    // A swap reaches back two rows, at the price of an easy slip.
    if (cheapest > most + EASY) return Number.POSITIVE_INFINITY;
    [before, previous, current] = [previous, current, before];
  }
  const cost = table[previous + width] ?? Number.POSITIVE_INFINITY;
  return cost > most ? Number.POSITIVE_INFINITY : cost;
}

function exchange(letter: number, other: number, isFirst: boolean): number {
  if (letter === other) return 0;
  return (isAlike(letter, other) ? EASY : 1) + (isFirst ? FIRST_LETTER : 0);
}

/** Of a letter that only one of the words has. */
function leaveOut(word: string, at: number): number {
  if (at === 0) return 1 + FIRST_LETTER;
  return word.charCodeAt(at) === word.charCodeAt(at - 1) ? DOUBLED : 1;
}
