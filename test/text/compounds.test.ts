import { describe, expect, it } from 'vitest';
import { analyzeTerms } from '../../src/text/analyze.ts';
import { createCompounds } from '../../src/text/compounds.ts';

function compoundsOf(words: string, language: string) {
  return createCompounds(new Map(analyzeTerms(words, language).map((term) => [term, 2])));
}

const german = compoundsOf(
  'Herren Kinder Winter Winterjacke Jacke Regen Regenjacke Zimmer Kinderzimmerlampe Lampe Küche Küchentisch Tisch Baum Baumwolle Wolle Hand Handschuh Schuh Arbeit Platz Sofa Sofakissen Kissen Schwarz Tee verspielt Spiel Vorhang Hang Ecke Teppich',
  'de',
);

describe('compounds', () => {
  it.each([
    ['Herrenwinterjacke', ['herr', 'winterjack']],
    ['Kinderlampe', ['kind', 'lamp']],
    ['Arbeitsplatz', ['arbeit', 'platz']],
    ['Arbeitszimmerlampen', ['arbeitszimm', 'lamp']],
    ['Wintertee', ['wint', 'tee']],
    ['Kinderküchentische', ['kind', 'kuchentisch']],
  ])('split "%s" without its joints', (word, parts) => {
    expect(german.parts(word, 'de')).toEqual(parts);
  });

  it.each([
    'Jacke',
    'Teppich',
    'verspielt',
    'Vorhang',
    'Baumwolle',
    'Handschuh',
    'Schuhe',
    'Kissen',
    'Zimmer',
    'Eckchen',
    'Kindheit',
    'Strecke',
    'romantisch',
    'Stiefel',
    '',
    'x'.repeat(5_000),
    'kind'.repeat(99),
  ])('leave "%s" whole', (word) => {
    expect(german.parts(word, 'de')).toBeUndefined();
  });

  it('are found by what they end in and begin with', () => {
    expect(german.endingIn('jack', 'de')).toEqual(['regenjack', 'winterjack']);
    expect(german.endingIn('lamp', 'de')).toEqual(['kinderzimmerlamp']);
    expect(german.beginningWith('wint', 'de')).toEqual(['winterjack']);
  });

  it('are found by the letters they end in where the shop has no such word by itself', () => {
    const small = compoundsOf('winterjas herenjas tas', 'nl');

    expect(small.endingIn('jas', 'nl')).toEqual(['herenjas', 'winterjas']);
    expect(small.endingIn('jas', 'en')).toEqual([]);
    expect(german.endingIn('ung', 'de')).toEqual([]);
  });

  it('are not found by an end that says something else', () => {
    expect(german.endingIn('woll', 'de')).toEqual([]);
    expect(german.endingIn('schuh', 'de')).toEqual([]);
  });

  it('are read in other languages that write them', () => {
    expect(compoundsOf('fiets tas fietstas', 'nl').endingIn('tas', 'nl')).toEqual(['fietstas']);
    expect(compoundsOf('vinter jacka vinterjacka', 'sv').endingIn('jack', 'sv')).toEqual(['vinterjack']);
    expect(compoundsOf('rucksack sack', 'en').endingIn('sack', 'en')).toEqual([]);
  });

  it('are any longer words in scripts without spaces', () => {
    const japanese = createCompounds(
      new Map([
        ['リュックサック', 1],
        ['レザージャケット', 1],
      ]),
    );

    expect(japanese.beginningWith('リュック', 'ja')).toEqual(['リュックサック']);
    expect(japanese.endingIn('ジャケット', 'en')).toEqual(['レザージャケット']);
  });
});
