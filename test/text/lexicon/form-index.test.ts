import { expect, it } from 'vitest';
import { splitWords, type Token } from '../../../src/text/analyze.ts';
import type { Concept } from '../../../src/text/lexicon/concept.ts';
import { createFormIndex } from '../../../src/text/lexicon/form-index.ts';
import { readAtoms } from '../../../src/understanding/read-atoms.ts';

const concept = (id: string, ...forms: string[]): Concept => ({ id, kind: 'type', forms: { en: forms } });

const index = createFormIndex(
  [
    concept('table', 'table', 'テーブル'),
    concept('table lamp', 'table lamp', 'テーブルランプ'),
    concept('lamp', 'lamp', 'ランプ'),
    concept('printer', 'printer', 'プリンター'),
    concept('desk', 'desk', '机'),
  ],
  ({ forms }) => forms.en ?? [],
  'en',
);

const idsAt = (tokens: readonly Token[], from: number) =>
  index.matchesAt(tokens, from).map(({ concepts, to }) => [concepts.map(({ id }) => id), to]);

it('finds every run from a position, the longest first', () => {
  const tokens = splitWords('two table lamps', 'en');
  expect(idsAt(tokens, 1)).toEqual([
    [['table lamp'], 3],
    [['table'], 2],
  ]);
  expect(idsAt(tokens, 0)).toEqual([]);
});

it('finds a form of a script without spaces by its characters, wherever a dictionary cuts', () => {
  const atoms = readAtoms('木のテーブルランプを', 'ja');
  expect(idsAt(atoms, 2)).toEqual([
    [['table lamp'], 9],
    [['table'], 6],
  ]);
  expect(idsAt(readAtoms('机', 'ja'), 0)).toEqual([[['desk'], 1]]);
});

it('reads a loan word with and without the mark of its long last vowel', () => {
  expect(idsAt(readAtoms('プリンタ', 'ja'), 0)).toEqual([[['printer'], 4]]);
  expect(idsAt(readAtoms('プリンター', 'ja'), 0)[0]).toEqual([['printer'], 5]);
});
