import { describe, expect, it } from 'vitest';
import { marketOfCountry, resolveMarket } from '../../src/catalog/resolve-market.ts';
import type { Listing } from '../../src/ports/listing-interpreter.ts';

const sample = (price: string, title: string, count = 5): Listing[] =>
  Array.from({ length: count }, (_, index) => ({ line: index + 1, title, price, attributes: [] }));

const GERMAN = 'Warmer Schal aus Wolle für den Winter, mit Fransen und in vielen Farben';
const FRENCH = 'Une écharpe chaude en laine pour les journées froides, avec des franges';
const ENGLISH = 'A warm woollen scarf for the winter, with a fringe and in many colours';

describe('resolveMarket', () => {
  it.each([
    ['15.00 USD', ENGLISH, 'US', 'USD', ['en']],
    ['15,00 €', GERMAN, 'DE', 'EUR', ['de']],
    ['15,00 €', FRENCH, 'FR', 'EUR', ['fr']],
    ['15.00 EUR', ENGLISH, 'DE', 'EUR', ['en', 'de']],
    ['£15', ENGLISH, 'GB', 'GBP', ['en']],
    ['CHF 15.00', FRENCH, 'CH', 'CHF', ['fr', 'de']],
    ['15 XOF', FRENCH, 'BF', 'XOF', ['fr']],
    ['15.00', ENGLISH, 'US', 'USD', ['en']],
  ])('takes "%s" in "%s" for %s', (price, title, country, currency, languages) => {
    expect(resolveMarket({ sample: sample(price, title) })).toEqual({ country, currency, languages });
  });

  it('believes a named market, and the currency the feed writes', () => {
    expect(resolveMarket({ sample: sample('15.00', ENGLISH), market: { country: 'de' } })).toEqual({
      country: 'DE',
      currency: 'EUR',
      languages: ['en', 'de'],
    });
    expect(resolveMarket({ sample: sample('15.00 EUR', ENGLISH), market: { country: 'PL' } }).currency).toBe(
      'EUR',
    );
  });

  it('believes a declared language before the words', () => {
    expect(resolveMarket({ sample: sample('15 EUR', ENGLISH), language: 'fr-FR' })).toMatchObject({
      country: 'FR',
      languages: ['fr'],
    });
  });

  it('tells languages that the assistant does not speak', () => {
    const dutch = 'Warme wollen sjaal voor de winter, met franjes en in vele kleuren';
    expect(resolveMarket({ sample: sample('15', dutch), market: { country: 'NL' } }).languages).toEqual([
      'nl',
    ]);
    const japanese = '冬のための暖かいウールのスカーフ';
    expect(resolveMarket({ sample: sample('1500円', japanese) })).toEqual({
      country: 'JP',
      currency: 'JPY',
      languages: ['ja'],
    });
    const italian = 'Sciarpa calda di lana per le giornate fredde, con le frange e in molti colori';
    expect(resolveMarket({ sample: sample('15,00 €', italian) })).toEqual({
      country: 'IT',
      currency: 'EUR',
      languages: ['it'],
    });
  });

  it('does not take a language it cannot tell for one it can', () => {
    const polish = 'Ciepły szalik z wełny na zimę, z frędzlami i w wielu kolorach dla całej rodziny';
    expect(resolveMarket({ sample: sample('15', polish), market: { country: 'PL' } }).languages).toEqual([
      'pl',
    ]);
  });

  it('tells a language by long texts as by titles', () => {
    const dutch = {
      title: 'Rode winterjas voor dames',
      description:
        'Dit is een mooi product voor in huis of onderweg, met gratis verzending en een lange garantie.',
    };
    const listings = sample('20', dutch.title).map((listing) => ({ ...listing, ...dutch }));
    expect(resolveMarket({ sample: listings, market: { country: 'NL' } }).languages).toEqual(['nl']);
  });
});

describe('marketOfCountry', () => {
  it('refuses what is no country', () => {
    for (const country of ['', 'D', 'ZZ', 'Germany', '__']) {
      expect(() => marketOfCountry(country)).toThrow(expect.objectContaining({ code: 'UNKNOWN_MARKET' }));
    }
  });
});
