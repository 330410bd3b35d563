import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAtoms } from '../../src/understanding/read-atoms.ts';
import { anyText } from '../text/any-text.ts';

const read = (text: string, language = 'en') => readAtoms(text, language).map(({ normal }) => normal);

describe('readAtoms', () => {
  it('parts words, numbers and the signs that mean something', () => {
    expect(read('A t-shirt: 256gb, $20–40!')).toEqual([
      'a',
      't',
      'shirt',
      ':',
      '256',
      'gb',
      ',',
      '$',
      '20',
      '-',
      '40',
      '!',
    ]);
  });

  it('joins thousands with a plain space where they are written so', () => {
    expect(read('moins de 1 200 euros', 'fr')).toEqual(['moins', 'de', '1 200', 'euros']);
    expect(read('size 42 100', 'en')).toEqual(['size', '42', '100']);
  });

  it('reads a script without spaces by characters, and what stands among them as ever', () => {
    expect(read('USB-Cの革ケース、５万円以下。', 'ja').join(' ')).toBe(
      'usb c の 革 ケ ー ス , 50000 円 以 下 .',
    );
  });

  it('knows the dictionary word that holds a character', () => {
    const [first, second] = readAtoms('日本の机', 'ja');
    expect([first?.word, second?.word]).toEqual([
      { start: 0, end: 2 },
      { start: 0, end: 2 },
    ]);
  });

  it('gives atoms in order, none overlapping, with their place in the text', () => {
    fc.assert(
      fc.property(anyText(), fc.constantFrom('en', 'fr', 'ja'), (text, language) => {
        const atoms = readAtoms(text, language);
        return atoms.every(
          ({ raw, start, end }, index) =>
            text.slice(start, end) === raw && start >= (atoms[index - 1]?.end ?? 0) && end > start,
        );
      }),
    );
  });
});
