import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitWords } from '../../src/text/analyze.ts';
import { deniedTerms, readNegations } from '../../src/text/negations.ts';
import { anyText } from './any-text.ts';

function denied(text: string, language: string): string[] {
  const tokens = splitWords(text, language);
  return readNegations(tokens, language).map(({ from, to }) =>
    tokens
      .slice(from, to)
      .map(({ raw }) => raw)
      .join(' '),
  );
}

describe('readNegations', () => {
  it.each([
    ['en', 'dress without sleeves', ['sleeves']],
    ['en', 'dress without the red sleeves for summer', ['red sleeves']],
    ['en', 'dress without long sleeves red', ['long sleeves']],
    ['en', 'dress without sleeves red', ['sleeves']],
    ['en', 'shirt without collar or pockets', ['collar or pockets']],
    ['en', 'shirt without collar and with pockets', ['collar']],
    ['en', 'a shirt without', []],
    ['en', 'without, the red one', []],
    ['de', 'Kleid ohne Ärmel in rot', ['Ärmel']],
    ['fr', 'robe sans manches rouge', ['manches']],
    ['es', 'vestido sin mangas rojo', ['mangas']],
    ['it', 'vestito senza maniche', ['maniche']],
    ['pt', 'vestido sem mangas', ['mangas']],
    ['nl', 'jurk zonder mouwen', ['mouwen']],
    ['sv', 'klänning utan ärmar', ['ärmar']],
    ['da', 'kjole uden ærmer', ['ærmer']],
    ['ru', 'платье без рукавов', ['рукавов']],
    ['xx', 'dress without sleeves', []],
  ])('reads in %s "%s"', (language, text, phrases) => {
    expect(denied(text, language)).toEqual(phrases);
  });

  it('gives ranges in order, apart from one another and within the tokens, for any text', () => {
    const part = fc.constantFrom('without ', 'the ', 'red ', 'sleeves ', 'or ', ', ', 'x');
    fc.assert(
      fc.property(
        fc.oneof(
          anyText(),
          fc.array(part).map((parts) => parts.join('')),
        ),
        (text) => {
          const tokens = splitWords(text, 'en');
          let before = 0;
          for (const { at, from, to } of readNegations(tokens, 'en')) {
            expect(at).toBeGreaterThanOrEqual(before);
            expect(from).toBeGreaterThan(at);
            expect(to).toBeGreaterThan(from);
            expect(to).toBeLessThanOrEqual(tokens.length);
            before = to;
          }
        },
      ),
    );
  });
});

it('gives a text a term for what it says is not there', () => {
  expect(deniedTerms('Ein Kleid ohne Ärmel', 'de')).toEqual(['without:armel']);
  expect(deniedTerms('A dress with sleeves', 'en')).toEqual([]);
});
