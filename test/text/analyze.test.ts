import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzeTerms, normalise, splitWords, stemWord, tokenize } from '../../src/text/analyze.ts';
import { SPOKEN_LANGUAGES } from '../../src/text/languages.ts';
import { anyText } from './any-text.ts';

const raws = (text: string, language = 'en') => tokenize(text, language).map(({ raw }) => raw);

describe('normalise', () => {
  it('folds case, accents and sharp s', () => {
    expect(normalise('GRÖSSE Größe écharpe ﬁt')).toBe('grosse grosse echarpe fit');
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(anyText(), (text) => normalise(normalise(text)) === normalise(text)));
  });
});

describe('tokenize', () => {
  it('keeps a hyphenated word whole and gives its parts', () => {
    expect(raws('navy t-shirt')).toEqual(['navy', 't-shirt', 'shirt']);
  });

  it('parts words at a comma and keeps it within numbers', () => {
    expect(raws('red,blue 1.200,50')).toEqual(['red', 'blue', '1.200,50']);
  });

  it('cuts French elisions and the possessive', () => {
    expect(raws("l'écharpe d’hiver", 'fr')).toEqual(['écharpe', 'hiver']);
    expect(raws("men's")).toEqual(['men']);
  });

  it('gives offsets at which the word stands', () => {
    fc.assert(
      fc.property(anyText(), fc.constantFrom(...SPOKEN_LANGUAGES), (text, language) =>
        [...tokenize(text, language), ...splitWords(text, language)].every(
          ({ raw, start, end }) => text.slice(start, end) === raw,
        ),
      ),
    );
  });
});

describe('splitWords', () => {
  it('gives words that never overlap', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const words = splitWords(text, 'fr');
        return words.every(({ start }, index) => index === 0 || start >= (words[index - 1]?.end ?? 0));
      }),
    );
  });
});

describe('stemWord', () => {
  it('joins inflected forms of one word', () => {
    expect(stemWord('Schuhe', 'de')).toBe(stemWord('Schuh', 'de'));
    expect(stemWord('boots', 'en')).toBe(stemWord('boot', 'en'));
    expect(stemWord('chaussures', 'fr')).toBe(stemWord('chaussure', 'fr'));
    expect(stemWord('rojas', 'es')).toBe(stemWord('rojo', 'es'));
  });

  it('leaves words with digits and words of unknown languages alone', () => {
    expect(stemWord('S23', 'en')).toBe('s23');
    expect(stemWord('scarves', 'xx')).toBe('scarves');
  });
});

describe('analyzeTerms', () => {
  it('leaves stop words out and keeps repetitions', () => {
    expect(analyzeTerms('the red and the red', 'en')).toEqual(['red', 'red']);
  });
});
