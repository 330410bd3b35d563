import { expect, it } from 'vitest';
import { joinPieces, writeWords } from '../../src/understanding/join-pieces.ts';
import { readAtoms } from '../../src/understanding/read-atoms.ts';
import type { Span } from '../../src/understanding/span.ts';

const spanOf = (from: number, to: number): { readonly span: Span } => ({
  span: { from, to, meaning: { kind: 'negation' }, bonus: 0 },
});

it('puts the characters of a span together, and cuts what is left into words of a dictionary', () => {
  const atoms = readAtoms('赤いマフラーの写真', 'ja');
  const pieces = joinPieces(atoms, [spanOf(0, 2)], 'ja');
  expect(pieces.map(({ atom, explained }) => [atom.raw, explained !== undefined])).toEqual([
    ['赤い', true],
    ['マフラー', false],
    ['の', false],
    ['写真', false],
  ]);
});

it('leaves words with spaces as they are', () => {
  const atoms = readAtoms('red wool scarf', 'en');
  const pieces = joinPieces(atoms, [spanOf(0, 2)], 'en');
  expect(pieces.map(({ atom, at }) => [atom.raw, at])).toEqual([
    ['red', 0],
    ['wool', 1],
    ['scarf', 2],
  ]);
});

it('writes words with blanks, but those of a script without spaces as they stood', () => {
  const words = joinPieces(readAtoms('防災ラジオ USB', 'ja'), [], 'ja').map(({ atom }) => atom);
  expect(writeWords(words)).toBe('防災ラジオ USB');
});

it.each([
  ['650b tyres', ['650b', 'tyres']],
  ['700x40c', ['700x40c']],
  ['a 5g phone', ['a', '5g', 'phone']],
  ['2 tyres', ['2', 'tyres']],
  ['第2章', ['第', '2', '章']],
])('keeps a code as it is written: "%s"', (text, words) => {
  const language = text.startsWith('第') ? 'ja' : 'en';
  const pieces = joinPieces(readAtoms(text, language), [], language);
  expect(pieces.map(({ atom }) => atom.raw)).toEqual(words);
});
