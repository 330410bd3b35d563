import { expect, it } from 'vitest';
import { readAtoms } from '../../src/understanding/read-atoms.ts';
import { spellOut } from '../../src/understanding/spell-out.ts';

const read = (text: string, language: string) =>
  spellOut(readAtoms(text, language), language).map(({ normal }) => normal);

it.each([
  ['sth warm pls', 'en', ['something', 'warm', 'please']],
  ['Bday gift w/o wool', 'en', ['birthday', 'gift', 'without', 'wool']],
  ['vllt rot', 'de', ['vielleicht', 'rot']],
  ['qqch de rouge stp', 'fr', ['quelque', 'chose', 'de', 'rouge', 'il', 'te', 'plait']],
  ['xfa algo rojo', 'es', ['por', 'favor', 'algo', 'rojo']],
] as const)('reads "%s" (%s) as what it means', (text, language, meant) => {
  expect(read(text, language)).toEqual(meant);
});

it('leaves a single letter beside a number', () => {
  expect(read('estante 30 x 40', 'es')).toEqual(['estante', '30', 'x', '40']);
});

it('keeps the place in the text, so that what was written can be said back', () => {
  const text = 'sth red';
  const [something] = spellOut(readAtoms(text, 'en'), 'en');
  expect(text.slice(something?.start, something?.end)).toBe('sth');
});
