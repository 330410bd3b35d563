import { expect, it } from 'vitest';
import { chooseLocale, chooseMarket } from '../../src/chat/choose-locale.ts';

const germany = { country: 'DE', currency: 'EUR', languages: ['de'] };
const japan = { country: 'JP', currency: 'JPY', languages: ['ja'] };
const sweden = { country: 'SE', currency: 'SEK', languages: ['sv'] };

it('takes the language asked for, then the accepted ones by quality, then the one of the market', () => {
  expect(chooseLocale('fr', 'es;q=0.9', germany)).toBe('fr-DE');
  expect(chooseLocale(undefined, 'sv, es;q=0.5, fr;q=0.9', germany)).toBe('fr-DE');
  expect(chooseLocale(undefined, undefined, germany)).toBe('de-DE');
});

it('keeps a region that was told and falls back to English where it speaks none of the languages', () => {
  expect(chooseLocale('de-CH', undefined, germany)).toBe('de-CH');
  expect(chooseLocale('ja', undefined, japan)).toBe('ja-JP');
  expect(chooseLocale('sv', undefined, sweden)).toBe('en-SE');
});

it.each(['', '*', 'x', '!!', 'de_DE_', 'q=;;,,', 'en'.repeat(400)])(
  'answers some spoken locale for the odd tag %j',
  (tag) => {
    expect(chooseLocale(tag, tag, germany)).toMatch(/^(en|de|fr|es)-[A-Z]{2}$/);
  },
);

it('finds the market of a shopper who named none by region, then by language, then English, then the first', () => {
  const france = { country: 'FR', currency: 'EUR', languages: ['fr'] };
  const america = { country: 'US', currency: 'USD', languages: ['en'] };
  const markets = [germany, france, america];
  const chosen = (asked?: string, accepted?: string) => chooseMarket(markets, asked, accepted)?.country;
  expect([chosen('fr'), chosen('fr-CH'), chosen('de-US'), chosen('ja'), chosen()]).toEqual([
    'FR',
    'FR',
    'US',
    'US',
    'US',
  ]);
  expect(chosen(undefined, 'ja, de;q=0.5')).toBe('DE');
  expect(chooseMarket([germany], 'fr', undefined)).toBe(germany);
  expect(chooseMarket([], 'fr', undefined)).toBeUndefined();
});
