import { describe, expect, it } from 'vitest';
import { EMPTY_NEED } from '../../src/domain/need.ts';
import type { Product } from '../../src/domain/product.ts';
import { isOwnLabel } from '../../src/understanding/is-own-label.ts';
import { buildVocabulary } from '../../src/understanding/vocabulary.ts';

const STATE = {
  turn: 0,
  language: 'de',
  need: EMPTY_NEED,
  shown: [],
  seen: [],
  handedOff: false,
  opened: [],
};

const MARKET = { country: 'US', currency: 'USD', languages: ['en'] };

const product = (department: string, inGerman: string, index: number): Product => ({
  productId: `${department} ${index}`,
  language: 'en',
  texts: {
    en: { title: department, description: '', category: [department] },
    de: { title: inGerman, description: '', category: [inGerman] },
  },
  category: [department],
  attributes: {},
  variants: [{ variantId: `${department} ${index}`, attributes: {}, offers: {} }],
});

const shop = await buildVocabulary(
  Array.from({ length: 40 }, (_, index) =>
    index % 2 === 0 ? product('Fashion', 'Mode', index) : product('Kitchen', 'Küche', index),
  ),
);
const question = {
  attribute: 'color',
  options: [{ label: 'gris', constraints: [] }],
  inARow: 1,
  turn: 0,
};

describe('a message that is a label of the shop', () => {
  it('speaks the language of the conversation where the shop calls something so in it', () => {
    expect(isOwnLabel(' mode ', { market: MARKET, language: 'de', state: STATE }, shop)).toBe(true);
    expect(isOwnLabel('Fashion', { market: MARKET, language: 'de', state: STATE }, shop)).toBe(false);
    expect(isOwnLabel('Mode und mehr', { market: MARKET, language: 'de', state: STATE }, shop)).toBe(false);
  });

  it('speaks it where it was offered as an answer', () => {
    expect(isOwnLabel('Gris', { market: MARKET, language: 'fr', state: { ...STATE, question } }, shop)).toBe(
      true,
    );
    expect(isOwnLabel('Gris', { market: MARKET, language: 'fr', state: STATE }, shop)).toBe(false);
  });

  it('tells nothing where the shop has no texts in that language', () => {
    expect(isOwnLabel('Fashion', { market: MARKET, language: 'fr', state: STATE }, shop)).toBe(false);
  });
});
