import { describe, expect, it } from 'vitest';
import { splitWords } from '../../../src/text/analyze.ts';
import { readCompound } from '../../../src/text/lexicon/index.ts';

const headOf = (word: string): string | undefined => {
  const [token] = splitWords(word, 'de');
  return token === undefined ? undefined : readCompound(token, 'de')?.head.id;
};

describe('readCompound', () => {
  it('takes the beginning of a word that names nothing for no part of a compound', () => {
    for (const word of ['Verlauf', 'verbinde', 'Vorschläge'])
      expect([word, headOf(word)]).toEqual([word, undefined]);
  });

  it('still reads what begins with such letters by chance', () => {
    expect(headOf('Herrenjacke')).toBe('jacket');
    expect(headOf('Vereinsjacke')).toBe('jacket');
  });
});
