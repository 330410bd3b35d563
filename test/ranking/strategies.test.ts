import { describe, expect, it } from 'vitest';
import { applyStrategy, mayServe, STRATEGIES, USUAL } from '../../src/ranking/strategies.ts';
import { SHIPPED_WEIGHTS } from '../../src/ranking/weight-table.ts';

const RECOMMEND = SHIPPED_WEIGHTS.of('recommend');
const NEW = SHIPPED_WEIGHTS.of('new');

describe('STRATEGIES', () => {
  it('are at most 30, each named once, the usual one first and without a change', () => {
    const names = STRATEGIES.map(({ name }) => name);
    expect(names.length).toBeLessThanOrEqual(30);
    expect(new Set(names).size).toBe(names.length);
    expect(STRATEGIES[0]).toMatchObject({ name: USUAL, factors: {} });
  });

  it('change weights that there are, and no search, whose pages are cut from one order', () => {
    for (const strategy of STRATEGIES) {
      const changed = applyStrategy(RECOMMEND, strategy);
      for (const weight of Object.values(changed)) expect(weight).toBeGreaterThanOrEqual(0);
      expect(mayServe(strategy, { surface: 'search', intent: 'search', worded: true })).toBe(false);
    }
  });

  it('leave relevance as it is where words say what is wanted', () => {
    for (const strategy of STRATEGIES) {
      if (!mayServe(strategy, { surface: 'chat', intent: 'new', worded: true })) continue;
      const { terms, text } = applyStrategy(NEW, strategy);
      expect([terms, text]).toEqual([NEW.terms, NEW.text]);
    }
  });
});

describe('applyStrategy', () => {
  const strategy = { name: 'test', surfaces: ['chat'], factors: { taste: 2 } };

  it('multiplies, so that a weight of 0 stays one', () => {
    const weights = RECOMMEND;
    expect(applyStrategy(weights, strategy)).toEqual({ ...weights, taste: 2 * weights.taste });
    expect(applyStrategy({ ...weights, taste: 0 }, strategy).taste).toBe(0);
  });

  it('refuses a signal that has no weight', () => {
    expect(() => applyStrategy(NEW, { ...strategy, factors: { charm: 2 } })).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
    );
  });
});
