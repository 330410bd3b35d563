import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinWords, splitWords } from '../../../src/console/settings/word-list.ts';

describe('a line of words', () => {
  it('is read as the words that it was written of, whatever stands in them', () => {
    const word = fc
      .string({ unit: fc.constantFrom('a', 'ß', ' ', ',', '"', '“', '”', '7'), minLength: 1, maxLength: 8 })
      .map((written) => written.trim())
      .filter((written) => written !== '');
    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(splitWords(joinWords(words))).toEqual(words);
      }),
    );
  });

  it('keeps a word whole that has a comma and stands in quotation marks, plain or curved', () => {
    expect(splitWords('litre, "1,5 l" ,“2,5 l”')).toEqual(['litre', '1,5 l', '2,5 l']);
    expect(joinWords(['litre', '1,5 l'])).toBe('litre, "1,5 l"');
  });

  it('takes marks inside of words, and those that are not closed, as they are', () => {
    expect(splitWords('24" screen, "half, done')).toEqual(['24" screen', '"half', 'done']);
  });

  it('has no word between commas with nothing between them', () => {
    expect(splitWords(' sofa ,, couch,')).toEqual(['sofa', 'couch']);
    expect(splitWords('')).toEqual([]);
  });
});
