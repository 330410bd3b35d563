import type { Wording } from '../domain/wording.ts';
import type { IndexedFacts } from '../ports/product-index.ts';

/** A match of the words with its score, > 0 for a match at all. */
interface Match {
  readonly score: number;
  readonly facts: IndexedFacts;
}

/** So many of the best matches say what else the wanted thing is called. */
const FIRST = 15;
/** A match of half the best score says an eighth as much. */
const STEEPNESS = 3;

/**
 * What titles share with those of the best matches beyond the words said: who asks for a "door bell" and is mostly shown
 * chimes is looking for a chime. Titles of the products' own language are read.
 *
 * @param matches Of the words, best first.
 * @returns For a product: in [0, 1], how much of its title is usual among the best matches, rare terms counting more.
 * @see Lavrenko & Croft, "Relevance-Based Language Models", SIGIR 2001: the weights of terms in the first documents. Ours looks at
 *   titles only, leaves the query's own terms out and does not search again.
 */
export function createResemblance(
  matches: readonly Match[],
  { words, rarityOf }: Wording,
): (facts: IndexedFacts) => number {
  const highest = matches[0]?.score ?? 0;
  if (highest <= 0) return () => 0;
  const said = new Set(words.flatMap(({ terms }) => [...terms.keys()]));
  const usual = new Map<string, number>();
  let all = 0;
  for (const { score, facts } of matches.slice(0, FIRST)) {
    const weight = Math.max(0, score / highest) ** STEEPNESS;
    all += weight;
    for (const term of new Set(ownTerms(facts))) usual.set(term, (usual.get(term) ?? 0) + weight);
  }
  return (facts) => {
    let shared = 0;
    let whole = 0;
    for (const term of ownTerms(facts)) {
      if (term === '') continue;
      const rarity = rarityOf(term);
      whole += rarity;
      if (!said.has(term)) shared += ((usual.get(term) ?? 0) / all) * rarity;
    }
    return whole > 0 ? Math.min(1, shared / whole) : 0;
  };
}

const ownTerms = ({ titles }: IndexedFacts): readonly string[] => titles[0] ?? [];
