import { describe, expect, it } from 'vitest';
import { stemWord } from '../../src/text/analyze.ts';
import { spelledStems } from '../../src/text/spelled-letters.ts';

const other = (word: string, language: string) =>
  spelledStems({ raw: word, stem: stemWord(word, language) }, language);

describe('spelledStems', () => {
  it.each([
    ['de', 'Kuechentische', 'Küchentische'],
    ['de', 'Muetze', 'Mütze'],
    ['de', 'Roecke', 'Röcke'],
    ['da', 'roedvin', 'rødvin'],
    ['da', 'blaa', 'blå'],
    ['sv', 'Maalarfaerg', 'Målarfärg'],
  ])('joins in %s "%s" and "%s"', (language, spelled, written) => {
    expect(other(spelled, language)).toContain(stemWord(written, language));
    expect(other(written, language)).toContain(stemWord(spelled, language));
  });

  it.each(['neue', 'sauer', 'Quelle', 'Schal'])('leaves "%s" alone', (word) => {
    expect(other(word, 'de')).toEqual([]);
  });

  it('leaves languages alone that spell no letters out', () => {
    expect(other('Muetze', 'en')).toEqual([]);
  });
});
