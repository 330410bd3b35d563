import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectSpans } from '../../src/understanding/select-spans.ts';
import type { Span } from '../../src/understanding/span.ts';

const span = (from: number, to: number, bonus = 0): Span => ({
  from,
  to,
  bonus,
  meaning: { kind: 'negation' },
});
const worth = (spans: readonly Span[]) =>
  spans.reduce((sum, { from, to, bonus }) => sum + 10 * (to - from) - 3 + bonus, 0);

describe('selectSpans', () => {
  it('prefers one long reading to two short ones over the same words', () => {
    const long = span(0, 2);
    expect(selectSpans([span(0, 1), span(1, 2), long], 2)).toEqual([long]);
  });

  it('leaves out what is worth less than nothing', () => {
    expect(selectSpans([span(0, 1, -8)], 1)).toEqual([]);
  });

  it('finds the best of all selections without overlap', () => {
    const spans = fc.array(
      fc
        .record({
          from: fc.nat(6),
          length: fc.integer({ min: 1, max: 4 }),
          bonus: fc.integer({ min: -9, max: 5 }),
        })
        .map(({ from, length, bonus }) => span(from, from + length, bonus)),
      { maxLength: 9 },
    );
    fc.assert(
      fc.property(spans, (all) => {
        const chosen = selectSpans(all, 12);
        for (const [index, next] of chosen.entries()) {
          expect(next.from).toBeGreaterThanOrEqual(chosen[index - 1]?.to ?? 0);
        }
        expect(worth(chosen)).toBe(bestByTrying(all));
      }),
    );
  });
});

/** Every subset without overlap: the obvious way. */
function bestByTrying(spans: readonly Span[]): number {
  let best = 0;
  for (let subset = 0; subset < 2 ** spans.length; subset += 1) {
    const chosen = spans.filter((_, index) => (subset >> index) % 2 === 1);
    const overlaps = chosen.some((one, i) =>
      chosen.some((other, j) => i < j && one.from < other.to && other.from < one.to),
    );
    if (!overlaps) best = Math.max(best, worth(chosen));
  }
  return best;
}
