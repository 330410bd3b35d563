import { describe, expect, it } from 'vitest';
import { readUnknownWord } from '../../src/retrieval/unknown-words.ts';
import { normalise, stemWord } from '../../src/text/analyze.ts';
import { createShopWords } from '../../src/text/shop-words.ts';

const shopWords = createShopWords(
  new Map(
    Object.entries({ plastic: 400, pas: 3, stic: 3, door: 90, mat: 80, doormat: 3, gaug: 60, cell: 4 }),
  ),
  new Map(Object.entries({ plastic: 400, door: 90, mats: 80, doormat: 3, gauge: 60, gauges: 5, cells: 4 })),
);

const read = (written: string, isKnown = false) =>
  readUnknownWord({ normal: normalise(written), stem: stemWord(written, 'en') }, isKnown, 'en', shopWords);

describe('a word that nobody knows', () => {
  it('is the word nearest to it rather than two by chance', () => {
    expect(read('pastic')).toMatchObject({ terms: [['plastic', expect.any(Number)]], corrected: 'plastic' });
  });

  it('is two words run together where that is likelier', () => {
    expect(read('doormats')).toEqual({ terms: [['door', 1]], second: 'mat', corrected: 'door mats' });
  });

  it('is as likely as all words of its stem are together', () => {
    const { terms } = read('guage');
    expect(terms.map(([term]) => term)).toEqual(['gaug']);
  });

  it('is the words within it when it is a code', () => {
    expect(read('10gauge').terms).toEqual([['gaug', expect.any(Number)]]);
    expect(read('10xyzzy').terms).toEqual([]);
  });

  it('is nothing when nothing is near', () => {
    expect(read('xyzzyx')).toEqual({ terms: [] });
  });
});

describe('a word the shop knows', () => {
  it('is never corrected, but is read as two as well when it is rare', () => {
    expect(read('plastic', true)).toEqual({ terms: [] });
    expect(read('doormat', true)).toEqual({ terms: [['door', 1]], second: 'mat' });
  });
});
