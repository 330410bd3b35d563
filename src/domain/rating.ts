import type { Need } from './need.ts';
import type { Attributes, Product } from './product.ts';

/** The attribute that holds what shoppers gave a product on average, 0 to 5 stars, as a plain decimal. */
export const RATING = 'rating';
/** The attribute that holds how many shoppers rated it, as a whole number. */
export const RATING_COUNT = 'rating-count';
/** The most stars there are. */
export const MOST_STARS = 5;
/** From so many stars on a thing is rated well. */
export const RATED_WELL = 4;

/** What shoppers gave a product. */
export interface Rating {
  /** In [0, 5]. */
  readonly average: number;
  /** >= 1; absent where the shop does not tell how many there were. */
  readonly count?: number;
}

/** The rating that attributes state; undefined where they state none: nothing is rated by nobody. */
export function ratingOf(attributes: Attributes): Rating | undefined {
  const average = numberIn(attributes[RATING]);
  const count = numberIn(attributes[RATING_COUNT]);
  if (average === undefined || average < 0 || average > MOST_STARS || count === 0) return undefined;
  return count === undefined || count < 1 ? { average } : { average, count };
}

/** The rating of a product; where its variants are rated each, that of the most shoppers, then the higher one. */
export function productRating({ attributes, variants }: Product): Rating | undefined {
  const [most] = variants
    .flatMap((variant) => ratingOf({ ...attributes, ...variant.attributes }) ?? [])
    .sort((left, right) => (right.count ?? 0) - (left.count ?? 0) || right.average - left.average);
  return most;
}

/** Whether what shoppers gave things counts in a wish: as its order, or as a limit. */
export const asksForRatings = ({ sort, constraints }: Need): boolean =>
  sort === 'rating-descending' || constraints.some(({ attribute }) => attribute === RATING);

const numberIn = (values: readonly string[] | undefined): number | undefined => {
  const [value = ''] = values ?? [];
  return /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : undefined;
};

/** Votes that everything has before anybody voted, one for each number of stars from one to five, and their sum. */
const PRIOR_VOTES = MOST_STARS;
const PRIOR_STARS = 15;

/**
 * The stars to expect of a thing by its rating, for ordering: the Bayesian average under a uniform Dirichlet prior over one to five stars,
 * so that five stars by two shoppers stand below 4.6 by two hundred, and above 2.1 by four hundred. A rating whose shoppers nobody
 * counted is one shopper's.
 *
 * expected(average, n) = (n · average + 1 + 2 + 3 + 4 + 5) / (n + 5)
 *
 * @returns In (0, 5); more shoppers bring it nearer to their average.
 * @see Miller, "Ranking Items With Star Ratings" (2014): the mean of its posterior. The lower bound that is taken there besides needs the
 *   votes for each number of stars, which feeds do not tell.
 */
export const expectedStars = ({ average, count = 1 }: Rating): number =>
  (count * average + PRIOR_STARS) / (count + PRIOR_VOTES);
