import { describe, expect, it } from 'vitest';
import { readTitle } from '../../src/retrieval/read-title.ts';

const read = (text: string, language = 'en') => readTitle(text, language).map((term) => term || '|');

describe('reading a title', () => {
  it('parts it where a mark or a stop word stands', () => {
    expect(read('Convection microwave in plain steel, black')).toEqual([
      'convec',
      'microwav',
      '|',
      'plain',
      'steel',
      '|',
      'black',
    ]);
    expect(read('Warmer Schal aus Wolle', 'de')).toEqual(['warm', 'schal', '|', 'woll']);
  });

  it('puts a quantity under one name in its place, without the words it is written with', () => {
    expect(read('Oak board 1-1/2 in. rough')).toEqual(['oak', 'board', '1.5in', '1.5', 'rough']);
    expect(read('12-gauge angle')).toEqual(['12ga', '12', 'angl']);
  });

  it('keeps words joined by a hyphen together with their parts, and no break at either end', () => {
    expect(read('The Strong-Tie hinge (not included)')).toEqual([
      'strong-ti',
      'strong',
      'tie',
      'hing',
      '|',
      'includ',
    ]);
    expect(read('(of the)')).toEqual([]);
  });

  it('ends with the quantity when the title does', () => {
    expect(read('Angle, 3 in.')).toEqual(['angl', '|', '3in', '3']);
  });
});
