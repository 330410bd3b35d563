import { describe, expect, it } from 'vitest';
import { expectedStars, productRating, ratingOf } from '../../src/domain/rating.ts';
import { product } from '../support/small-shop.ts';

describe('ratingOf', () => {
  it('reads an average and by how many it is', () => {
    expect(ratingOf({ rating: ['4.7'], 'rating-count': ['213'] })).toEqual({ average: 4.7, count: 213 });
    expect(ratingOf({ rating: ['4.7'] })).toEqual({ average: 4.7 });
  });

  it('is none where nobody rated, or where the figure is no number of stars', () => {
    expect(ratingOf({})).toBeUndefined();
    expect(ratingOf({ rating: ['0'], 'rating-count': ['0'] })).toBeUndefined();
    expect(ratingOf({ rating: ['IPX5'] })).toBeUndefined();
    expect(ratingOf({ rating: ['87'] })).toBeUndefined();
  });

  it('takes of variants that are rated each the one that most rated', () => {
    const plain = product({ id: 'lamp', title: 'Lamp' });
    const [variant] = plain.variants;
    if (variant === undefined) expect.fail('a product has a variant');
    const rated = (average: string, count: string) => ({
      ...variant,
      attributes: { rating: [average], 'rating-count': [count] },
    });
    const variants = [rated('5', '1'), rated('4.1', '90')];
    expect(productRating({ ...plain, variants })).toEqual({ average: 4.1, count: 90 });
  });
});

describe('expectedStars', () => {
  it('is the mean with one vote for each number of stars, worked by hand', () => {
    expect(expectedStars({ average: 4.5, count: 5 })).toBeCloseTo((22.5 + 15) / 10, 9);
  });

  it('puts 5 by two below 4.6 by two hundred and above 2.1 by four hundred', () => {
    const few = expectedStars({ average: 5, count: 2 });
    expect(few).toBeLessThan(expectedStars({ average: 4.6, count: 200 }));
    expect(few).toBeGreaterThan(expectedStars({ average: 2.1, count: 400 }));
  });

  it('comes to the average with many, and takes an uncounted rating for one of one', () => {
    expect(expectedStars({ average: 3.7, count: 1e9 })).toBeCloseTo(3.7, 3);
    expect(expectedStars({ average: 4 })).toBe(expectedStars({ average: 4, count: 1 }));
  });
});
