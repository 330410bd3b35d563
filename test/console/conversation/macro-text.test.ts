import { describe, expect, it } from 'vitest';
import { blanksIn, fillMacro, findMacros, slashAt } from '../../../src/console/conversation/macro-text.ts';

const LATE = {
  macroId: 'late',
  title: 'Order is late',
  texts: {
    en: 'Sorry, {shopper}! Order {order} is late. {firstName}, {shop}',
    de: 'Bestellung {order} ist verspätet.',
  },
};
const HELLO = { macroId: 'hello', title: 'Hello', texts: { fr: 'Bonjour, votre commande' } };

describe('a text that is used again', () => {
  it('is filled from what is known, and keeps its blanks where it is not', () => {
    const { text } = fillMacro(LATE, 'en', { order: 'A-$&', firstName: 'Anna', shop: undefined });
    expect(text).toBe('Sorry, {shopper}! Order A-$& is late. Anna, {shop}');
    expect(blanksIn(text)).toEqual(['{shopper}', '{shop}']);
    expect(blanksIn('a {thing} of one’s own, {order} and {order}')).toEqual(['{order}']);
  });

  it("speaks the shopper's language, or says which one it speaks", () => {
    expect(fillMacro(LATE, 'de', { order: '7' })).toEqual({
      text: 'Bestellung 7 ist verspätet.',
      language: 'de',
    });
    expect(fillMacro(HELLO, 'de', {})).toMatchObject({ language: 'fr' });
  });

  it('is found by its title, then by its words', () => {
    expect(findMacros([LATE, HELLO], '')).toEqual([LATE, HELLO]);
    expect(findMacros([HELLO, LATE], 'order').map(({ macroId }) => macroId)).toEqual(['late']);
    expect(findMacros([HELLO, LATE], 'COMMANDE')).toEqual([HELLO]);
    expect(findMacros([LATE, HELLO], 'o').map(({ macroId }) => macroId)).toEqual(['late', 'hello']);
    expect(findMacros([LATE], 'nothing')).toEqual([]);
  });

  it.each([
    ['/', 1, { from: 0, to: 1, typed: '' }],
    ['Hi /lat', 7, { from: 3, to: 7, typed: 'lat' }],
    ['Hi /lat you', 7, { from: 3, to: 7, typed: 'lat' }],
    ['Hi\n/x', 5, { from: 3, to: 5, typed: 'x' }],
    ['and/or', 6, undefined],
    ['https://a', 9, undefined],
    ['/a b', 4, undefined],
  ])('is asked for by a "/" that begins a word: %j at %i', (text, caret, found) => {
    expect(slashAt(text, caret)).toEqual(found);
  });
});
