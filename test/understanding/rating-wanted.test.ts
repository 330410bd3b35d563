import { expect, it } from 'vitest';
import { ratingWanted } from '../../src/understanding/rating-wanted.ts';

const rated = { attributesIn: () => [{ attribute: 'rating', products: 9 }] };
const unrated = { attributesIn: () => [] };
const number = (value: number) => ({ kind: 'number', value }) as const;

it('takes a number of stars for the bound it was said with', () => {
  expect(ratingWanted({ bound: 'gt' }, [number(4.5)], rated)).toEqual({
    kind: 'amounts',
    attribute: 'rating',
    bound: 'gt',
    amounts: [{ value: 4.5 }],
  });
});

it('reads "rated well" as four stars and up', () => {
  expect(ratingWanted({ bound: 'gte', isWell: true }, [], rated)?.amounts).toEqual([{ value: 4 }]);
});

it('takes no number that no rating has', () => {
  expect(ratingWanted({ bound: 'gte' }, [number(50)], rated)).toBeUndefined();
  expect(ratingWanted({ bound: 'gte' }, [], rated)).toBeUndefined();
});

it('reports a limit where the shop has no ratings, and reads no bare number of stars there', () => {
  expect(ratingWanted({ bound: 'gte' }, [number(4)], unrated)).toMatchObject({ known: false });
  expect(ratingWanted({ bound: 'gte', isBare: true }, [number(4)], unrated)).toBeUndefined();
});
