import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseWindow } from '../../src/widget/log-window.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('chooseWindow', () => {
  it('draws what touches the view and its margins', () => {
    const heights = [100, 100, 100, 100, 100, 100];
    expect(chooseWindow(heights, { top: 250, bottom: 350, margin: 0 })).toEqual({
      first: 2,
      end: 4,
      above: 200,
      below: 200,
    });
    expect(chooseWindow(heights, { top: 250, bottom: 350, margin: 100 })).toMatchObject({ first: 1, end: 5 });
  });

  it('draws nothing of an empty list, and the nearest entry when the view lies outside', () => {
    expect(chooseWindow([], { top: 0, bottom: 500, margin: 500 })).toEqual({
      first: 0,
      end: 0,
      above: 0,
      below: 0,
    });
    expect(chooseWindow([50, 50], { top: 900, bottom: 950, margin: 0 })).toMatchObject({ first: 1, end: 2 });
    expect(chooseWindow([50, 50], { top: -900, bottom: -800, margin: 0 })).toMatchObject({
      first: 0,
      end: 1,
    });
  });

  it('leaves nothing out that can be seen, whatever the heights', () => {
    const heights = fc.array(fc.integer({ min: 1, max: 2_000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(
        heights,
        fc.integer({ min: -500, max: 50_000 }),
        fc.nat(1_000),
        fc.nat(1_000),
        (made, top, tall, margin) => {
          const view = { top, bottom: top + tall, margin };
          const { first, end, above, below } = chooseWindow(made, view);
          expect(end).toBeGreaterThan(first);
          expect(above + sum(made.slice(first, end)) + below).toBe(sum(made));
          expect(above).toBe(sum(made.slice(0, first)));
          const isSeen = (index: number) => {
            const start = sum(made.slice(0, index));
            return start + (made[index] ?? 0) > top - margin && start < view.bottom + margin;
          };
          for (const index of made.keys())
            if (isSeen(index)) expect(index >= first && index < end).toBe(true);
        },
      ),
    );
  });
});
