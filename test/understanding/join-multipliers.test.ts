import { expect, it } from 'vitest';
import { readAtoms } from '../../src/understanding/read-atoms.ts';

const read = (text: string, language: string) => readAtoms(text, language).map(({ normal }) => normal);

it('takes a number with its multiplier for one number', () => {
  expect(read('unter 2 tausend Euro', 'de')).toEqual(['unter', '2000', 'euro']);
  expect(read('menos de 2,5 mil euros', 'es')).toEqual(['menos', 'de', '2500', 'euros']);
});

it('leaves a multiplier without a number, and a number beside one', () => {
  expect(read('mil euros', 'es')).toEqual(['mil', 'euros']);
  expect(read('2 mil 42', 'es')).toEqual(['2000', '42']);
});

it('keeps what was written', () => {
  expect(readAtoms('bis 2 tausend', 'de').map(({ raw }) => raw)).toEqual(['bis', '2 tausend']);
});
