/** Dice of letter triples, with the ends of the words; 0 below a half. */
export function alike(left: string, right: string): number {
  if (left === right) return 1;
  const [one, other] = [triplesOf(left), triplesOf(right)];
  const dice = (2 * one.intersection(other).size) / (one.size + other.size);
  return dice >= 0.5 ? dice : 0;
}

const triples = new Map<string, ReadonlySet<string>>();
const MOST_KEPT = 20_000;

function triplesOf(word: string): ReadonlySet<string> {
  const known = triples.get(word);
  if (known !== undefined) return known;
  const padded = ` ${word} `;
  const made = new Set(
    Array.from({ length: Math.max(1, padded.length - 2) }, (_, at) => padded.slice(at, at + 3)),
  );
  if (triples.size >= MOST_KEPT) triples.clear();
  triples.set(word, made);
  return made;
}
