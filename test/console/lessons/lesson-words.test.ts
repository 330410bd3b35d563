import { describe, expect, it } from 'vitest';
import { sayChange, sayClicks, sayLesson } from '../../../src/console/lessons/lesson-words.ts';
import type { TaughtLesson } from '../../../src/domain/desk/lesson.ts';

const BOUNDS = { byOne: 0.15, byAll: 0.3 };
const lesson = (more: Partial<TaughtLesson> = {}): TaughtLesson => ({
  ...{ product: { id: 'p', title: 'Oak Lamp' }, scope: [{ id: 'lamp', title: 'lamps' }], state: 'adopted' },
  ...{ added: 0.081, sureness: 1.4, agents: 2, taughtBy: ['Anna', 'Ben'], corrections: 14 },
  ...{ clicks: { lists: 0 }, reach: { lists: 4, changed: 2 }, examples: [] },
  ...more,
});

describe('a lesson in words', () => {
  it('says who wanted what, and what became of it', () => {
    expect(sayLesson(lesson(), BOUNDS)).toMatch(
      /^Anna (and|et|und|&) Ben wanted it higher .*14 corrected lists.*\+0[.,]081/,
    );
    expect(sayLesson(lesson({ state: 'waiting', sureness: -0.7, added: 0 }), BOUNDS)).toMatch(
      /lower .*chance: no list changes/,
    );
    expect(sayLesson(lesson({ state: 'rejected', clicks: { lists: 40 } }), BOUNDS)).toContain(
      'vetoed it: in 40 lists',
    );
  });

  it('counts who is not named', () => {
    expect(sayLesson(lesson({ agents: 5 }), BOUNDS)).toContain('3 others');
    expect(sayLesson(lesson({ agents: 1, taughtBy: [] }), BOUNDS)).toMatch(/^1 agent wanted/);
  });

  it('says of choices only what is sure', () => {
    const chosen = (mean: number, low: number, high: number) =>
      sayClicks(lesson({ clicks: { lists: 30, difference: { mean, low, high } } }));
    expect(sayClicks(lesson())).toBe('no list with a choice yet');
    expect(chosen(0.1, 0.02, 0.2)).toMatch(/^better in 30 lists/);
    expect(chosen(0.1, -0.02, 0.2)).toMatch(/^no sure difference/);
    expect(chosen(-0.1, -0.2, -0.01)).toMatch(/^worse/);
  });

  it('says what taking a correction back does', () => {
    const change = { product: { id: 'p', title: 'Oak Lamp' }, scope: [] };
    expect(sayChange({ ...change, added: 0.05, addedThen: 0 })).toMatch(
      /^is moved no more \(now \+0[.,]050\)$/,
    );
    expect(sayChange({ ...change, added: 0.05, addedThen: 0.02 })).toMatch(/0[.,]020 \(now \+0[.,]050\)/);
    expect(sayChange({ ...change, added: 0, addedThen: -0.02 })).toContain('now not at all');
  });
});
