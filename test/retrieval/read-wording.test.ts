import { describe, expect, it } from 'vitest';
import { readWording } from '../../src/retrieval/read-wording.ts';
import { createShopWords } from '../../src/text/shop-words.ts';

const shopWords = createShopWords(new Map(Object.entries({ oak: 1, board: 10, plank: 100, all: 100 })));
const term = (word: string, group: number, weight = 1) => ({ term: word, group, weight });

describe('reading a wording', () => {
  it('finds a word of one product most telling and a word of all products not at all', () => {
    const { words, rarityOf } = readWording([term('oak', 0), term('board', 1), term('all', 2)], {
      products: 100,
      shopWords,
    });

    expect(words.map(({ rarity }) => rarity)).toEqual([1, 0.5, 0]);
    expect(rarityOf('board')).toBe(0.5);
  });

  it('takes the terms of a group for one word, as telling as its heaviest known term', () => {
    const { words } = readWording([term('holz', 3), term('board', 3, 0.8), term('oak', 3, 0.5)], {
      products: 100,
      shopWords,
    });

    expect(words).toEqual([
      {
        terms: new Map([
          ['holz', 1],
          ['board', 0.8],
          ['oak', 0.5],
        ]),
        rarity: 0.5,
        isKnown: true,
      },
    ]);
  });

  it('says of a word that no product has that it is not known', () => {
    expect(readWording([term('moon', 0)], { products: 100, shopWords }).words).toMatchObject([
      { isKnown: false, rarity: 1 },
    ]);
  });

  it('finds every word as telling without the words of the shop, and none in an empty one', () => {
    expect(readWording([term('oak', 0), term('all', 1)], { products: 100 }).words).toMatchObject([
      { rarity: 1 },
      { rarity: 1 },
    ]);
    expect(readWording([], { products: 0 }).words).toEqual([]);
  });
});
