import { describe, expect, it } from 'vitest';
import type { Move } from '../../../eval/suites/simulate/draw-moves.ts';
import { afterMove, expectedParts, NOTHING_EXPECTED } from '../../../eval/suites/simulate/expect-need.ts';
import { shrinkMoves } from '../../../eval/suites/simulate/shrink-moves.ts';

const SAID = { language: 'en', wording: 0 };
const find: Move = { ...SAID, does: 'find', type: 'table lamp', color: 'red' };
const partsOf = (...moves: readonly Move[]) => expectedParts(moves.reduce(afterMove, NOTHING_EXPECTED));

describe('afterMove', () => {
  it('expects what was said last, refused until it is wanted', () => {
    expect(partsOf(find).need).toEqual(['type=table-lamp', 'color=red']);
    expect(partsOf(find, { ...SAID, does: 'refuse', color: 'red' })).toEqual({
      need: ['type=table-lamp', 'color!=red'],
      notNeed: ['color=red'],
    });
    const wantedAgain: Move = { ...SAID, does: 'recolor', color: 'red' };
    expect(partsOf(find, { ...SAID, does: 'refuse', color: 'red' }, wantedAgain)).toEqual(partsOf(find));
  });

  it('goes back by undo, and foretells nothing after a tap', () => {
    const blue: Move = { ...SAID, does: 'recolor', color: 'blue' };
    expect(partsOf(find, blue, { ...SAID, does: 'undo' })).toEqual(partsOf(find));
    expect(partsOf(find, { ...SAID, does: 'tap', chip: 0 })).toEqual({ need: [], notNeed: [] });
  });
});

describe('shrinkMoves', () => {
  it('keeps only the moves without which it would not fail', async () => {
    const colors = ['red', 'blue', 'green', 'black', 'white'];
    const moves = colors.map((color): Move => ({ ...SAID, does: 'recolor', color }));
    const market = { country: 'US', currency: 'USD', languages: ['en'] };
    const shortest = await shrinkMoves({ market, language: 'en', moves }, (shorter) => {
      const left = shorter.moves.flatMap((move) => ('color' in move ? [move.color] : []));
      return Promise.resolve(left.includes('blue') && left.includes('white'));
    });
    expect(shortest.moves).toEqual([moves[1], moves[4]]);
  });
});
