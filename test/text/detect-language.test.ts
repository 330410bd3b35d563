import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { SPOKEN_LANGUAGES } from '../../src/text/languages.ts';
import { anyText } from './any-text.ts';

const detector = createLanguageDetector();
const detect = (text: string, prior: string) => detector.detect(text, { prior }).language;

describe('the language detector', () => {
  it.each([
    ['ich suche einen warmen Schal', 'de'],
    ['une écharpe rouge pour ma mère', 'fr'],
    ['una bufanda que no sea roja', 'es'],
    ['bis 60 €', 'de'],
    ['moins cher', 'fr'],
    ['más barato', 'es'],
    ['Schal', 'de'],
  ])('hears "%s" as %s in an English conversation', (text, language) => {
    expect(detect(text, 'en')).toBe(language);
  });

  it.each([
    ['red scarf', 'de'],
    ['cheaper please', 'fr'],
    ['under 60', 'es'],
  ])('hears "%s" as English in a %s conversation', (text, prior) => {
    expect(detect(text, prior)).toBe('en');
  });

  it.each(['nike air max 42', '', '42', '???', 'xyzzy', 'M', '😀', '围巾'])(
    'stays with the conversation for "%s"',
    (text) => {
      for (const prior of SPOKEN_LANGUAGES) expect(detect(text, prior)).toBe(prior);
    },
  );

  it('answers only supported languages', () => {
    const options = { prior: 'en', supported: ['en', 'fr'] };
    expect(['en', 'fr']).toContain(detector.detect('ich suche einen Schal', options).language);
  });

  it('keeps a prior that nobody speaks when nothing is supported', () => {
    expect(detector.detect('hello', { prior: 'it', supported: [] })).toEqual({
      language: 'it',
      confidence: 0,
    });
  });

  it('gives a confidence between 0 and 1 for any text, the same every time', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const found = detector.detect(text, { prior: 'de' });
        expect(found.confidence).toBeGreaterThan(0);
        expect(found.confidence).toBeLessThanOrEqual(1);
        expect(detector.detect(text, { prior: 'de' })).toEqual(found);
      }),
    );
  });
});
