import { describe, expect, it } from 'vitest';
import { compilePattern, indexPatterns, matchPatterns } from '../../src/understanding/pattern.ts';
import { readAtoms } from '../../src/understanding/read-atoms.ts';

/** Ranges that one phrase matches, with what filled its slots: `{number}` takes a number. */
function match(phrase: string, text: string): unknown[] {
  const atoms = readAtoms(text, 'en');
  const readSlot = (slot: string, at: number) =>
    slot === 'number' && atoms[at]?.kind === 'number' ? [{ to: at + 1, payload: atoms[at]?.normal }] : [];
  const set = indexPatterns([compilePattern(phrase, 'found', 'en')]);
  return matchPatterns(set, atoms, readSlot).map(({ from, to, fillings }) => [from, to, ...fillings]);
}

describe('a pattern', () => {
  it('matches words in order, wherever they stand', () => {
    expect(match('start over', 'please start over')).toEqual([[1, 3]]);
    expect(match('start over', 'over start')).toEqual([]);
  });

  it('takes alternatives, each of one word or several', () => {
    expect(match("don't|never want", "I don't want")).toEqual([[1, 4]]);
    expect(match("don't|never want", 'never want')).toEqual([[0, 2]]);
  });

  it('leaves out what is optional and takes the longest reading', () => {
    expect(match('show me? more', 'show more')).toEqual([[0, 2]]);
    expect(match('thanks a? lot?', 'thanks a lot')).toEqual([[0, 3]]);
  });

  it('matches beginnings of words', () => {
    expect(match('ähnlich* wie', 'ähnliches wie')).toEqual([[0, 2]]);
  });

  it('fills slots with what was found before', () => {
    expect(match('under {number}', 'under 60')).toEqual([[0, 2, '60']]);
    expect(match('under {number}', 'under it')).toEqual([]);
  });

  it('stands at the begin or end of a part of a sentence when asked to', () => {
    expect(match('^ more $', 'thanks, more!')).toEqual([[2, 3]]);
    expect(match('^ more $', 'more red')).toEqual([]);
  });
});
