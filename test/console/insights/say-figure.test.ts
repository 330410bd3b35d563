import { describe, expect, it } from 'vitest';
import { sayFigure } from '../../../src/console/insights/figure-words.ts';
import { sayBudgets, sayMilliseconds, sayMoney, sayValue } from '../../../src/console/insights/say-figure.ts';

describe('figures in words', () => {
  it('say a wish as it was meant', () => {
    expect(sayValue({ attribute: 'color', value: 'ne red' })).toBe('not red');
    expect(sayValue({ attribute: 'weight', value: 'lte 2 kg' })).toBe('at most 2 kg');
    expect(sayValue({ attribute: 'style', value: 'lt' })).toBe('lt');
    expect(sayValue({ attribute: 'color', value: 'navy blue' })).toBe('navy blue');
    expect(sayValue({ attribute: 'price' })).toBe('a price limit');
  });

  it('say money by the digits of its currency', () => {
    expect(sayMoney(12_345, 'EUR')).toMatch(/123[.,]45/);
    expect(sayMoney(12_345, 'JPY')).toMatch(/12[.,]?345/);
  });

  it('say budgets by currency', () => {
    const budgets = [
      { currency: 'EUR', conversations: 2, amountMinor: 10_000 },
      { currency: 'USD', conversations: 1, amountMinor: 500 },
    ];
    expect(sayBudgets({ metric: 'nothing', conversations: 3, people: 3, budgets })).toMatch(
      /100.* in 2, .*5.* in 1/,
    );
  });

  it('head a list of conversations', () => {
    expect(sayFigure({ metric: 'conversations' })).toBe('All conversations');
    expect(sayFigure({ metric: 'kind', attribute: 'type', value: 'scarf' })).toBe('Asked for: scarf');
    expect(sayFigure({ metric: 'slow', value: '420' })).toBe('Slow answers: 420 ms and more');
    expect(sayFigure({ metric: 'satisfaction', value: '4' })).toBe('Satisfaction: 4 of 5');
    expect(sayMilliseconds(1_840)).toMatch(/^1[.,]8 s$/);
  });
});
