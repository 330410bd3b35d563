import type { Constraint, Need } from '../domain/need.ts';
import { tokenize } from '../text/analyze.ts';
import { SPOKEN_LANGUAGES } from '../text/languages.ts';
import { findConcepts } from '../text/lexicon/index.ts';
import { recipientGender } from '../text/lexicon/recipients.ts';

/**
 * The need with what naming a recipient implies: things for women fit a mother better than things for men. Both are soft
 * and lift or leave, they never filter; a gender that was said counts instead. Nothing is implied for a friend or a boss.
 */
export function withImpliedWishes(need: Need): Need {
  const gender = need.recipient === undefined ? undefined : recipientGender(need.recipient);
  if (gender === undefined || need.constraints.some(({ attribute }) => attribute === 'gender')) return need;
  const wish = {
    attribute: 'gender',
    strength: 'soft',
    words: '',
    confidence: 0.5,
    sourceTurn: 0,
    known: true,
  } as const;
  const implied: Constraint[] = [
    { ...wish, operator: 'eq', value: gender },
    { ...wish, operator: 'ne', value: gender === 'women' ? 'men' : 'women' },
  ];
  return { ...need, constraints: [...need.constraints, ...implied] };
}

const INEXPENSIVE = 'cheap';
const LUXURIOUS = 'luxury';

/** Where on the scale of prices the words lean: 'low' for "a cheap guitar", 'high' for "a luxury watch". */
export function priceLean({ query }: Need): 'low' | 'high' | undefined {
  if (query === '') return undefined;
  const said = new Set(
    SPOKEN_LANGUAGES.flatMap((language) =>
      findConcepts(tokenize(query, language), language, ['quality']).map(({ concept }) => concept.id),
    ),
  );
  if (said.has(INEXPENSIVE)) return 'low';
  return said.has(LUXURIOUS) ? 'high' : undefined;
}

/**
 * How far each price lies on the side that is leaned to, in [0, 1]: the share of the other candidates that cost more (for
 * 'low'; less for 'high').
 */
export function leanValues(
  pricesMinor: readonly number[],
  lean: 'low' | 'high',
): (priceMinor: number) => number {
  const sorted = [...pricesMinor].sort((left, right) => left - right);
  const others = Math.max(1, sorted.length - 1);
  return (priceMinor) => {
    const below = lowerBound(sorted, priceMinor);
    if (lean === 'high') return below / others;
    return Math.max(0, sorted.length - lowerBound(sorted, priceMinor + 1)) / others;
  };
}

/** Count of values below a limit, in an ascending list. */
function lowerBound(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
