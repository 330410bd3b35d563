import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interestOf } from '../../src/recommendation/interest.ts';
import { createOnlineActions, createProductNumbers } from '../../src/recommendation/online-actions.ts';
import { byNewest, historyOf, type ShopperAction } from '../../src/recommendation/shopper-action.ts';

const NOW_MS = 1_800_000_000_000;
const MINUTE_MS = 60_000;
const keysOf = (productId: string) => [`kind ${productId.slice(0, 1)}`, `brand ${productId.slice(1)}`];
const clicked = (productId: string, minutesAgo: number, weight = 1) => ({
  productId,
  weight,
  lastAtMs: NOW_MS - minutesAgo * MINUTE_MS,
});
const ask = (history: Parameters<typeof interestOf>[0], opened: readonly string[] = []) =>
  interestOf(history, { opened, nowMs: NOW_MS, keysOf });

describe('interestOf', () => {
  it('is one half after a single click of this moment, for what shares kind and brand with it', () => {
    const interest = ask([clicked('lx', 0)]);
    expect(interest(keysOf('lx'))).toBeCloseTo(1 / 2);
    expect(interest(keysOf('ly'))).toBeCloseTo(1 / 4);
    expect(interest(keysOf('ay'))).toBe(0);
  });

  it('fades by half-lives of five minutes, an hour and a day', () => {
    const counts = [5, 60, 1_440].map((halfLife) => 0.5 ** (60 / halfLife));
    const expected = counts.reduce((sum, count) => sum + count / (count + 1), 0) / 3;
    expect(ask([clicked('lx', 60)])(keysOf('lx'))).toBeCloseTo(expected);
    expect(ask([clicked('lx', 60 * 24 * 365)])(keysOf('lx'))).toBeCloseTo(0);
  });

  it('turns to what is dealt with now, however much was dealt with weeks ago', () => {
    const long = Array.from({ length: 40 }, (_, index) => clicked(`a${index}`, 60 * 24 * 20, 5));
    const interest = ask([...long, clicked('lx', 1)]);
    expect(interest(keysOf('l?'))).toBeGreaterThan(interest(keysOf('a?')));
  });

  it('counts what a visit opened by its order where nothing else is known of it', () => {
    const interest = ask([], ['ax', 'ly']);
    expect(interest(keysOf('ly'))).toBeGreaterThan(interest(keysOf('ax')));
    expect(ask([clicked('lx', 0)], ['lx'])(keysOf('lx'))).toBe(ask([clicked('lx', 0)])(keysOf('lx')));
  });

  it('is nothing for somebody of whom nothing is known, and for a product without kind and brand', () => {
    expect(ask([])(keysOf('lx'))).toBe(0);
    expect(ask([clicked('lx', 0)])([undefined, undefined])).toBe(0);
    expect(ask([clicked('lx', 0)])([])).toBe(0);
  });

  it('stays in [0, 1) and is the same kept in memory action by action as recomputed from the log', () => {
    const action: fc.Arbitrary<ShopperAction> = fc.record({
      productId: fc.constantFrom('ax', 'ay', 'lx', 'ly'),
      type: fc.constantFrom('view', 'click', 'add-to-cart', 'remove-from-cart', 'purchase', 'dislike'),
      occurredAtMs: fc.integer({ min: 0, max: 3_000 }).map((minutes) => NOW_MS - minutes * MINUTE_MS),
    });
    fc.assert(
      fc.property(fc.array(action, { maxLength: 60 }), (arrived) => {
        const kept = createOnlineActions(createProductNumbers());
        for (const one of arrived) kept.add(one);
        const incremental = ask(historyOf(kept.newestFirst()));
        const recomputed = ask(historyOf(arrived.toSorted(byNewest)));
        for (const productId of ['ax', 'ly', 'zz']) {
          const value = incremental(keysOf(productId));
          expect(value).toBe(recomputed(keysOf(productId)));
          expect(value >= 0 && value < 1).toBe(true);
        }
      }),
    );
  });
});
