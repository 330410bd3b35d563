import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agree,
  fillSentence,
  parseNoun,
  toHeadline,
  withDefiniteArticle,
  withIndefiniteArticle,
} from '../../src/demo/grammar.ts';

const german = (notation: string) => parseNoun(notation, 'de');
const french = (notation: string) => parseNoun(notation, 'fr');
const spanish = (notation: string) => parseNoun(notation, 'es');

describe('agreement of adjectives', () => {
  it('gives German adjectives their strong endings', () => {
    expect(agree('warm', german('Schal:m'), 'de')).toBe('warmer');
    expect(agree('warm', german('Decke:f'), 'de')).toBe('warme');
    expect(agree('warm', german('Kissen:n'), 'de')).toBe('warmes');
    expect(agree('warm', german('Handschuhe:p'), 'de')).toBe('warme');
  });

  it('gives French adjectives gender and number, and leaves those in -s and -x alone in the plural', () => {
    expect(agree('vert/verte', french('écharpe:f'), 'fr')).toBe('verte');
    expect(agree('vert/verte', french('gants:mp'), 'fr')).toBe('verts');
    expect(agree('gris/grise', french('gants:mp'), 'fr')).toBe('gris');
    expect(agree('gris/grise', french('baskets:fp'), 'fr')).toBe('grises');
    expect(agree('=bleu marine', french('baskets:fp'), 'fr')).toBe('bleu marine');
  });

  it('gives Spanish adjectives gender and number', () => {
    expect(agree('rojo', spanish('bufanda:f'), 'es')).toBe('roja');
    expect(agree('rojo', spanish('guantes:mp'), 'es')).toBe('rojos');
    expect(agree('azul', spanish('zapatillas:fp'), 'es')).toBe('azules');
    expect(agree('marrón/marrón/marrones/marrones', spanish('botas:fp'), 'es')).toBe('marrones');
  });

  it('leaves English adjectives as they are', () => {
    expect(agree('warm', parseNoun('gloves:p', 'en'), 'en')).toBe('warm');
  });
});

describe('articles', () => {
  it('elides before a French vowel, in the singular only', () => {
    expect(withDefiniteArticle(french('écharpe:f'), 'fr')).toBe('l’écharpe');
    expect(withDefiniteArticle(french('écouteurs:mp'), 'fr')).toBe('les écouteurs');
  });

  it('says "an" before an English vowel and nothing before a plural', () => {
    expect(withIndefiniteArticle(parseNoun('espresso machine', 'en'), 'en')).toBe('an espresso machine');
    expect(withIndefiniteArticle(parseNoun('headphones:p', 'en'), 'en')).toBe('headphones');
  });
});

describe('fillSentence', () => {
  it('chooses by number, by class, and fills names', () => {
    const sentence = '{the} {model} [est|sont] [doux|douce|doux|douces].';
    expect(fillSentence(sentence, french('écharpe:f'), 'fr', { model: 'Alva' })).toBe(
      'L’écharpe Alva est douce.',
    );
    expect(fillSentence(sentence, french('baskets:fp'), 'fr', { model: 'Alva' })).toBe(
      'Les baskets Alva sont douces.',
    );
  });

  it('elides "de" before a French vowel', () => {
    expect(fillSentence('le phare de {model}', french('roman:m'), 'fr', { model: 'Alva' })).toBe(
      'Le phare d’Alva',
    );
    expect(fillSentence('le phare de {model}', french('roman:m'), 'fr', { model: 'Calder' })).toBe(
      'Le phare de Calder',
    );
  });

  it('leaves no notation behind, whatever the class', () => {
    const classes = fc.constantFrom('m', 'f', 'mp', 'fp');
    fc.assert(
      fc.property(classes, fc.stringMatching(/^[A-Za-z ]{0,20}$/), (agreement, words) => {
        const noun = spanish(`cosa:${agreement}`);
        const filled = fillSentence(`{the} ${words} [a|b] [a|b|c|d] {model}`, noun, 'es', { model: 'X' });
        expect(filled).not.toMatch(/[{}[\]|]/);
      }),
    );
  });
});

describe('toHeadline', () => {
  it('begins every word with a capital but the small ones', () => {
    expect(toHeadline('Alva warm wool scarf with stripes for women')).toBe(
      'Alva Warm Wool Scarf with Stripes for Women',
    );
  });
});
