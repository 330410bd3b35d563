import { type Rating, ratingOf } from '../domain/rating.ts';
import type { ComposedReply, PlannedProduct } from '../domain/reply-plan.ts';
import { titleClaim, valueClaims } from './product-facts.ts';
import type { Speaker } from './speaker.ts';

/** "rated 4.7 of 5 by 213 shoppers", as one short line; by how many, only where the shop tells. */
export function wordRating(speaker: Speaker, { average, count }: Rating): string {
  const stars = speaker.number(average);
  return count === undefined
    ? speaker.words('reason-rated', { stars })
    : speaker.words('reason-rated-by', { stars, count });
}

/** What shoppers gave a product, and that their words are not known here; or that no rating is. */
export function sayRating(speaker: Speaker, product: PlannedProduct): readonly ComposedReply[] {
  const { title, attributes } = product.view;
  const rating = ratingOf(attributes);
  if (rating === undefined) return [speaker.say('answer-unrated', { title }, [titleClaim(product)])];
  const { average, count } = rating;
  const stars = speaker.number(average);
  const claims = [titleClaim(product), ...valueClaims(product, 'rating', [stars])];
  return [
    count === undefined
      ? speaker.say('answer-rated', { title, stars }, claims)
      : speaker.say('answer-rated-by', { title, stars, count }, [
          ...claims,
          ...valueClaims(product, 'rating-count', [speaker.number(count)]),
        ]),
    speaker.say('answer-no-reviews'),
  ];
}
