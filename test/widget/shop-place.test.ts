import { expect, it } from 'vitest';
import { choosePlace } from '../../src/widget/shop/shop-place.ts';

const MARKETS = [
  { country: 'DE', currency: 'EUR', languages: ['de', 'en'] },
  { country: 'FR', currency: 'EUR', languages: ['fr'] },
  { country: 'US', currency: 'USD', languages: ['en', 'es'] },
];

const choose = (query: string, languages: string[], remembered?: string) =>
  choosePlace(MARKETS, { address: new URL(`https://shop.example/${query}`), languages, remembered })?.locale;

it('takes the address before what was chosen, and that before the browser', () => {
  expect(choose('', ['fr-CA', 'en'])).toBe('fr-FR');
  expect(choose('', ['en-GB'])).toBe('en-US');
  expect(choose('', ['ja'])).toBe('ja-DE');
  expect(choose('', ['ko'])).toBe('en-DE');
  expect(choose('', ['fr'], 'US es')).toBe('es-US');
  expect(choose('?market=DE&language=en', ['fr'], 'US es')).toBe('en-DE');
  expect(choose('?market=XX&language=xx', ['es'])).toBe('es-DE');
});

it('has no place without markets', () => {
  expect(
    choosePlace([], { address: new URL('https://shop.example'), languages: [], remembered: undefined }),
  ).toBeUndefined();
});
