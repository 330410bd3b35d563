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

const corrected = (written: string) => words.correct(written).map(({ word }) => word);

describe('shop words', () => {
  it.each([
    ['jakcet', 'two neighbours swapped', ['jacket']],
    ['jackt', 'a letter left out', ['jacket']],
    ['lampp', 'a letter too many', ['lamp']],
    ['recharchable', 'two slips in a long word', ['rechargeable']],
    ['hacket', 'the more frequent of equally near words first', ['jacket', 'packet']],
  ])('correct "%s": %s', (written, _, meant) => {
    expect(corrected(written)).toEqual(meant);
  });

  it('weigh how near a word is against how often it is used', () => {
    const rare = createShopWords(
      new Map([
        ['grill', 2],
        ['drill', 2_000],
      ]),
    );
    expect(rare.correct('grlil').map(({ word }) => word)).toEqual(['grill']);
    expect(rare.correct('arill').map(({ word }) => word)).toEqual(['drill', 'grill']);
    const [first, second] = rare.correct('arill');
    expect(first?.likelihood).toBeGreaterThan(second?.likelihood ?? 0);
  });

  it('compare with the words of names where these are told, not with their stems', () => {
    const stems = new Map([
      ['ceil', 50],
      ['fan', 50],
    ]);
    const named = createShopWords(
      stems,
      new Map([
        ['ceiling', 50],
        ['fan', 50],
      ]),
    );
    expect(named.correct('ceilng').map(({ word }) => word)).toEqual(['ceiling']);
    expect(named.correct('ceiling')).toEqual([]);
  });

  it.each(['jacket', 'typo', 'lmp', 'jakxxt', 'l4mp', ''])('leave "%s" as it is', (written) => {
    expect(corrected(written)).toEqual([]);
  });

  it('never correct to a word that one product alone uses', () => {
    expect(corrected('typos')).toEqual([]);
  });

  it('split what was run together into two words of the shop', () => {
    const toTerm = (part: string) => part.replace(/s$/, '');

    expect(words.split('lightbulbs', toTerm)).toMatchObject({
      words: ['light', 'bulbs'],
      terms: ['light', 'bulb'],
    });
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
        const found = known.correct(written).map((correction) => correction.word);
        expect(found).toEqual(written === word ? [] : [word]);
      }),
    );
  });
});
