import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  INTERACTION_TYPES,
  recencyDecay,
  weighHistory,
} from '../../src/recommendation/interaction-weights.ts';
import { DAY_MS, NOW_MS } from './open-shop.ts';

const options = { nowMs: NOW_MS, halfLifeDays: 90 };
const event = (type: 'view' | 'add-to-cart' | 'purchase' | 'remove-from-cart', ageDays: number) => ({
  type,
  productId: 'boots',
  occurredAtMs: NOW_MS - ageDays * DAY_MS,
});

describe('weighHistory', () => {
  it('takes the strongest decayed event, not the sum of repeated ones', () => {
    expect(weighHistory([event('view', 0), event('view', 0)], options).get('boots')).toBe(1);
    expect(weighHistory([event('view', 0), event('purchase', 90)], options).get('boots')).toBe(2.5);
  });

  it('counts a product taken out of the basket again as looked at', () => {
    const newestFirst = [event('remove-from-cart', 0), event('add-to-cart', 0)];
    expect(weighHistory(newestFirst, options).get('boots')).toBe(1);
    expect(weighHistory(newestFirst.toReversed(), options).get('boots')).toBe(3);
  });

  it('gives weights in [0, 5] for any events', () => {
    const anyEvent = fc.record({
      type: fc.constantFrom(...INTERACTION_TYPES),
      productId: fc.constantFrom('a', 'b'),
      occurredAtMs: fc.integer({ min: -NOW_MS, max: 2 * NOW_MS }),
    });
    fc.assert(
      fc.property(fc.array(anyEvent), (events) =>
        [...weighHistory(events, options).values()].every((weight) => weight >= 0 && weight <= 5),
      ),
    );
  });
});

describe('recencyDecay', () => {
  it('halves once per half-life and treats the future as now', () => {
    expect(recencyDecay(90 * DAY_MS, 90)).toBe(0.5);
    expect(recencyDecay(-DAY_MS, 90)).toBe(1);
  });
});
