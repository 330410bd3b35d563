import { expect, it } from 'vitest';
import { canonicalAttributeName } from '../../src/catalog/attribute-names.ts';
import { readRating, readRatingCount } from '../../src/catalog/read-rating.ts';

it.each([
  ['4.5', '4.5'],
  ['4,5', '4.5'],
  ['4.5/5', '4.5'],
  ['4.5 out of 5 stars', '4.5'],
  ['4,5 von 5 Sternen', '4.5'],
  ['8.4/10', '4.2'],
  ['90 %', '4.5'],
  ['★ 4.2 (213)', '4.2'],
])('reads %s as %s of five stars', (written, stars) => {
  expect(readRating(written)).toBe(stars);
});

it.each(['IPX5', 'PG-13', '5 ATM', '87', '11/10', ''])('takes %s for no rating', (written) => {
  expect(readRating(written)).toBeUndefined();
});

it.each([
  ['213', '213'],
  ['1,204', '1204'],
  ['1.204 Bewertungen', '1204'],
  ['(87)', '87'],
])('counts %s as %s', (written, count) => {
  expect(readRatingCount(written)).toBe(count);
});

it('takes no share and no word for a number of shoppers', () => {
  expect(readRatingCount('4.5')).toBeUndefined();
  expect(readRatingCount('many')).toBeUndefined();
});

it('knows the columns by the names that feeds give them', () => {
  expect(
    ['Average Rating', 'ratingValue', 'Kundenbewertung', 'Note moyenne'].map(canonicalAttributeName),
  ).toEqual(Array(4).fill('rating'));
  expect(['Number of Reviews', 'reviewCount', 'Anzahl Bewertungen'].map(canonicalAttributeName)).toEqual(
    Array(3).fill('rating-count'),
  );
});
