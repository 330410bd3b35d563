import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addFrequencies, createShopWords } from '../../src/text/shop-words.ts';

const words = createShopWords(
  new Map([
    ['jacket', 40],
    ['packet', 60],
    ['light', 9],
    ['bulb', 5],
    ['lamp', 30],
    ['rechargeable', 7],
    ['typo', 1],
  ]),
);

describe('shop words', () => {
  it.each([
    ['jakcet', 'two neighbours swapped', ['jacket']],
    ['jackt', 'a letter left out', ['jacket']],
    ['lampp', 'a letter too many', ['lamp']],
    ['recharchable', 'two slips in a long word', ['rechargeable']],
    ['hacket', 'the more frequent of equally near words first', ['packet', 'jacket']],
  ])('correct "%s": %s', (written, _, meant) => {
    expect(words.correct(written)).toEqual(meant);
  });

  it.each(['jacket', 'typo', 'lmp', 'jakxxt', 'l4mp', ''])('leave "%s" as it is', (written) => {
    expect(words.correct(written)).toEqual([]);
  });

  it('never correct to a word that one product alone uses', () => {
    expect(words.correct('typos')).toEqual([]);
  });

  it('split what was run together into two words of the shop', () => {
    const toTerm = (part: string) => part.replace(/s$/, '');

    expect(words.split('lightbulbs', toTerm)).toEqual(['light', 'bulb']);
    expect(words.split('lightning', toTerm)).toBeUndefined();
    expect(words.split(`light${'bulb'.repeat(5_000)}`, toTerm)).toBeUndefined();
  });

  it('count a product once for each of its terms', () => {
    const frequencies = new Map<string, number>();
    addFrequencies(frequencies, [
      ['a', 'a'],
      ['a', 'b'],
    ]);
    addFrequencies(frequencies, [['b']]);

    expect(frequencies).toEqual(
      new Map([
        ['a', 1],
        ['b', 2],
      ]),
    );
  });

  it('find every word from which one letter was taken, put in or swapped', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 6, maxLength: 12 });
    fc.assert(
      fc.property(letters, fc.nat(), fc.constantFrom('take', 'put', 'swap'), (word, place, slip) => {
        const at = place % (word.length - 1);
        const [head, first, second, tail] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
        const slips = {
          take: `${head}${second}${tail}`,
          put: `${head}${first}z${second}${tail}`,
          swap: `${head}${second}${first}${tail}`,
        };
        const written = slips[slip];
        const known = createShopWords(new Map([[word, 2]]));
        expect(known.correct(written)).toEqual(written === word ? [] : [word]);
      }),
    );
  });
});
