import { describe, expect, it } from 'vitest';
import { understandShop } from '../../eval/suites/understand-shop.ts';
import { correctSpelling, countSlips } from '../../src/understanding/correct-spelling.ts';
import { readAtoms } from '../../src/understanding/read-atoms.ts';
import { buildVocabulary } from '../../src/understanding/vocabulary.ts';

const vocabulary = await buildVocabulary(understandShop());

describe('correctSpelling', () => {
  const read = (text: string, language: 'en' | 'de' = 'en') =>
    correctSpelling(readAtoms(text, language), language, vocabulary).map(({ normal }) => normal);

  it('reads a slip of the finger as what the shop sells', () => {
    expect(read('red scraf')).toEqual(['red', 'scarf']);
  });

  it('reads a slip in what shoppers say, of longer words', () => {
    expect(read('diffrence')).toEqual(['difference']);
    expect(read('anyting cheeper')).toEqual(['anything', 'cheaper']);
    expect(read('vergleihe', 'de')).toEqual(['vergleiche']);
  });

  it('leaves names that nobody knows alone', () => {
    expect(read('Zorbian Quilto')).toEqual(['zorbian', 'quilto']);
  });
});

describe('countSlips', () => {
  it.each([
    ['jakcet', 'jacket', 1],
    ['jens', 'jeans', 1],
    ['handbgas', 'handbags', 1],
    ['swaeter', 'sweater', 1],
    ['jackett', 'jacket', 1],
    ['jacked', 'jacket', 1],
    ['sport', 'short', 2],
    ['shirt', 'shirt', 0],
    ['', 'hat', 3],
  ])('counts from %j to %j %d', (written, meant, slips) => {
    expect(countSlips(written, meant)).toBe(slips);
  });
});
