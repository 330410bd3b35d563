import { MOST_STARS, RATED_WELL, RATING } from '../domain/rating.ts';
import type { RatingPhrase } from './grammar/ratings.ts';
import type { Meaning } from './span.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * The limit that a phrase of ratings means: "rated well" is four stars and up. A number that no rating has means none, and a number of
 * stars alone only where the shop has ratings. Where it has none the limit is not known, to be said back.
 */
export function ratingWanted(
  { bound, isWell, isBare }: Omit<RatingPhrase, 'phrase'>,
  fillings: readonly Meaning[],
  vocabulary: Pick<Vocabulary, 'attributesIn'>,
): Extract<Meaning, { kind: 'amounts' }> | undefined {
  const said = fillings.flatMap((filling) => {
    if (filling.kind === 'number') return [filling.value];
    return filling.kind === 'count' ? [filling.count] : [];
  });
  const stars = isWell === true ? [RATED_WELL] : said;
  const known = vocabulary.attributesIn(undefined, []).some(({ attribute }) => attribute === RATING);
  if (stars.length === 0 || stars.some((value) => value <= 0 || value > MOST_STARS)) return undefined;
  if (isBare === true && !known) return undefined;
  return {
    kind: 'amounts',
    attribute: RATING,
    bound,
    amounts: stars.map((value) => ({ value })),
    ...(known ? {} : { known: false }),
  };
}
