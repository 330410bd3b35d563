import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOfSpan, spansOfDays } from '../../../src/console/settings/closed-days.ts';

const day = fc
  .integer({ min: Date.UTC(2026, 1, 20), max: Date.UTC(2026, 3, 10) })
  .map((ms) => new Date(ms).toISOString().slice(0, 10));

describe('closed days', () => {
  it('that follow each other are one span, over the end of a month too', () => {
    const days = ['2026-03-01', '2026-02-28', '2026-12-25', '2026-03-02'];
    expect(spansOfDays(days)).toEqual([
      { from: '2026-02-28', until: '2026-03-02' },
      { from: '2026-12-25', until: '2026-12-25' },
    ]);
  });

  it('are those of their spans again, each once and in order', () => {
    fc.assert(
      fc.property(fc.array(day), (days) => {
        expect(spansOfDays(days).flatMap((span) => daysOfSpan(span))).toEqual([...new Set(days)].toSorted());
      }),
    );
  });

  it('of a span that ends before it begins are none, and of a long one no more than may be set', () => {
    expect(daysOfSpan({ from: '2026-12-25', until: '2026-12-24' })).toEqual([]);
    expect(daysOfSpan({ from: '2020-01-01', until: '2026-12-24' })).toHaveLength(400);
  });
});
