import type { Constraint, Need } from '../domain/need.ts';
import { tokenize } from '../text/analyze.ts';
import { SPOKEN_LANGUAGES } from '../text/languages.ts';
import { findConcepts } from '../text/lexicon/index.ts';
import { isAdult, recipientGender } from '../text/lexicon/recipients.ts';

/**
 * The need with what naming a recipient implies: things for women fit a mother better than things for men or children.
 * All are soft and lift or leave, they never filter; a gender that was said counts instead. Nothing is implied for a friend.
 */
export function withImpliedWishes(need: Need): Need {
  const { recipient } = need;
  if (recipient === undefined || need.constraints.some(({ attribute }) => attribute === 'gender'))
    return need;
  const gender = recipientGender(recipient);
  const wish = {
    attribute: 'gender',
    strength: 'soft',
    words: '',
    confidence: 0.5,
    sourceTurn: 0,
    known: true,
  } as const;
  const implied: Constraint[] = [
    ...(gender === undefined
      ? []
      : [
          { ...wish, operator: 'eq' as const, value: gender },
          { ...wish, operator: 'ne' as const, value: gender === 'women' ? 'men' : 'women' },
        ]),
    ...(isAdult(recipient) ? [{ ...wish, operator: 'ne' as const, value: 'kids' }] : []),
  ];
  return implied.length === 0 ? need : { ...need, constraints: [...need.constraints, ...implied] };
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
