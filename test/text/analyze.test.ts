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

  it('folds letters that no decomposition takes apart, and every form of the Turkish i', () => {
    expect(normalise('Ørsted smørrebrød łódź İSTANBUL ışık IŞIK')).toBe(
      'orsted smorrebrod lodz istanbul isik isik',
    );
  });

  it('keeps what makes another letter in Japanese and Thai, of whatever width', () => {
    expect(normalise('ガス')).toBe('ガス');
    expect(normalise('ﾊﾟﾝ ＵＳＢ')).toBe('パン usb');
    expect(normalise('สี')).toBe('สี');
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

  it.each([
    ['ワイヤレスヘッドホン', ['ワイヤレス', 'ヘッドホン']],
    ['USB-Cケーブル', ['USB-C', 'USB', 'ケーブル']],
    ['折りたたみ傘', ['折りたたみ', '傘']],
    ['男士防水夹克', ['男士', '防水', '夹克']],
    ['โต๊ะกาแฟ', ['โต๊ะ', 'กาแฟ']],
  ])('cuts "%s" into words, in whatever language it is said to be', (text, words) => {
    for (const language of ['ja', 'zh', 'th', 'en', 'xx']) expect(raws(text, language)).toEqual(words);
  });

  it('gives offsets at which the word stands', () => {
    fc.assert(
      fc.property(anyText(), fc.constantFrom(...SPOKEN_LANGUAGES, 'ja', 'tr', 'ko'), (text, language) =>
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

  it.each([
    ['it', 'scarpe', 'scarpa'],
    ['pt', 'vermelhos', 'vermelho'],
    ['nl', 'schoenen', 'schoen'],
    ['sv', 'jackorna', 'jacka'],
    ['da', 'jakker', 'jakke'],
    ['nb', 'jakken', 'jakke'],
    ['fi', 'takin', 'takki'],
    ['ru', 'куртку', 'куртка'],
    ['tr', 'ceketler', 'ceket'],
    ['hu', 'cipők', 'cipő'],
    ['el', 'παπούτσια', 'παπούτσι'],
    ['ko', '이어폰을', '이어폰'],
    ['ja', 'プリンター', 'プリンタ'],
  ])('joins inflected forms in %s, which the assistant does not speak', (language, inflected, plain) => {
    expect(stemWord(inflected, language)).toBe(stemWord(plain, language));
  });

  it('leaves words with digits and words of unknown languages alone', () => {
    expect(stemWord('S23', 'en')).toBe('s23');
    expect(stemWord('scarves', 'xx')).toBe('scarves');
  });
});

describe('analyzeTerms', () => {
  it('leaves stop words out and keeps repetitions', () => {
    expect(analyzeTerms('the red and the red', 'en')).toEqual(['red', 'red']);
    expect(analyzeTerms('de rode en de rode', 'nl')).toEqual(['rod', 'rod']);
    expect(analyzeTerms('メンズのジャケット', 'en')).toEqual(['メンズ', 'ジャケット']);
  });

  it('reads the same in a long text as in a short one', () => {
    const line = 'Größe 42, écharpe d’hiver USB-Cケーブル 防水ジャケット ';
    const once = analyzeTerms(line, 'de');

    expect(analyzeTerms(line.repeat(2_000), 'de')).toEqual(Array.from({ length: 2_000 }, () => once).flat());
  });
});
