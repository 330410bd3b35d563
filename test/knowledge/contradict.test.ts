import { expect, it } from 'vitest';
import { contradicts, type PlacedStatement } from '../../src/knowledge/contradict.ts';
import { readStatement } from '../../src/knowledge/read-statement.ts';

const placed = (text: string, language = 'en', title = 'Terms'): PlacedStatement => ({
  statement: readStatement(text, language),
  title: readStatement(title, language),
  headings: readStatement(title, language),
});

const OPEN = { isClosed: false };

it.each([
  ['Anything can be returned within 30 days.', 'Goods can be returned within 14 days.'],
  ['Gift cards are valid for three years.', 'Gift cards are valid for two years.'],
  ['Delivery is free from 50 €.', 'Shipping is free from 39 €.'],
  ['Our hotline answers from 8:00 to 18:00.', 'Our hotline is open from 9:00 to 17:00.'],
])('holds facts of one kind on the same thing against each other: %s / %s', (left, right) => {
  expect(contradicts(placed(left), placed(right), OPEN)).toBe(true);
  expect(contradicts(placed(right), placed(left), OPEN)).toBe(true);
});

it.each([
  ['Anything can be returned within 30 days.', 'Damaged parcels must be reported within 14 days.'],
  ['Goods can be returned within 30 days.', 'Goods can be returned within one month or 30 days.'],
  ['Delivery costs 4.90 €.', 'Express delivery costs 12.90 €.'],
  ['Delivery to Austria takes 3 days.', 'Delivery to Spain takes 6 days.'],
  ['Delivery costs 4.90 €.', 'Delivery is free from 50 €.'],
])('holds nothing against what is on something else: %s / %s', (left, right) => {
  expect(contradicts(placed(left), placed(right), OPEN)).toBe(false);
});

it('takes a refusal for the contrary of an offer where yes or no is asked', () => {
  const [yes, no] = [placed('You can pay by card or PayPal.'), placed('We do not accept PayPal.')];
  expect(contradicts(yes, no, { isClosed: true })).toBe(true);
});

it('finds nothing against a translation that tells the same', () => {
  const german = placed('Waren können innerhalb von 30 Tagen zurückgegeben werden.', 'de', 'Bedingungen');
  expect(contradicts(placed('Goods can be returned within 30 days.'), german, OPEN)).toBe(false);
});
