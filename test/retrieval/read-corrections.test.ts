import { expect, it } from 'vitest';
import { readCorrections } from '../../src/retrieval/read-corrections.ts';
import { createShopWords } from '../../src/text/shop-words.ts';
import { limit } from '../support/small-shop.ts';

const shopWords = createShopWords(new Map(Object.entries({ blorpen: 40, glimper: 30, lamp: 20, zinc: 1 })));
const reading = { locale: 'en-US', catalogueLanguages: ['en'], shopWords };
const read = (query: string, constraints = [limit('color', 'eq', 'x', { words: '' })]) =>
  readCorrections({ query, constraints }, reading).map(({ from, to }) => `${from} > ${to}`);

it('tells which words were read as which, as they were written', () => {
  expect(read('red Blropen and glimpr')).toEqual(['Blropen > blorpen', 'glimpr > glimper']);
});

it('looks at the words of limits, but not at amounts and codes', () => {
  const words = 'blropen';
  expect(read('', [limit('type', 'eq', 'blorpen', { words })])).toEqual(['blropen > blorpen']);
  expect(read('', [limit('price', 'lt', 1, { words }), limit('product', 'eq', 'p', { words })])).toEqual([]);
});

it('leaves alone what the shop or the lexicon knows, short words and codes', () => {
  expect(read('blorpen lamps jackets blr glim9per zinc')).toEqual([]);
});

it('tells each once, and none without the words of a shop', () => {
  expect(read('blropen blropen')).toEqual(['blropen > blorpen']);
  expect(readCorrections({ query: 'blropen', constraints: [] }, { locale: 'en' })).toEqual([]);
});
