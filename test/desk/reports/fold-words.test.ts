import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWords } from '../../../src/desk/reports/fold-words.ts';

const fold = (value: string, language = 'en', attribute = 'type') =>
  foldWords({ attribute, value, language });

describe('words of shoppers', () => {
  it('are the same in every inflected form', () => {
    expect(fold('paddle boards')).toBe(fold('Paddle Board'));
    expect(fold('Hängematten', 'de')).toBe(fold('Hängematte', 'de'));
  });

  it('are the same in every language that the lexicon has them in', () => {
    expect(new Set([fold('tent'), fold('Zelte', 'de'), fold('tente', 'fr'), fold('テント', 'ja')]).size).toBe(
      1,
    );
  });

  it('are of a thing whether they were read as its kind or not at all, and else of what they were said of', () => {
    expect(fold('hovercraft', 'en', '')).toBe(fold('hovercraft', 'en', 'category'));
    expect(fold('hovercraft', 'en', 'color')).not.toBe(fold('hovercraft', 'en', 'type'));
  });

  it('stay apart where one says more', () => {
    expect(fold('tent')).not.toBe(fold('tent pegs'));
    expect(fold('!!')).not.toBe(fold('??'));
  });

  it('fold whatever they are, in languages nobody reads too', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('en', 'ja', 'xx', 'tr'),
        (words, language) => {
          expect(fold(words, language)).toBe(fold(words, language));
        },
      ),
    );
  });
});
