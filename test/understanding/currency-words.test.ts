import { expect, it } from 'vitest';
import { currencyCalled } from '../../src/understanding/currency-words.ts';

it('knows signs, words and codes', () => {
  expect(currencyCalled('€', '€', 'USD')).toBe('EUR');
  expect(currencyCalled('Euro', 'euro', 'USD')).toBe('EUR');
  expect(currencyCalled('bucks', 'bucks', 'EUR')).toBe('USD');
  expect(currencyCalled('SGD', 'sgd', 'EUR')).toBe('SGD');
});

it("means the market's own dollar by a bare sign, never by a code", () => {
  expect(currencyCalled('$', '$', 'CAD')).toBe('CAD');
  expect(currencyCalled('USD', 'usd', 'CAD')).toBe('USD');
});

it('takes no ordinary word for a code', () => {
  expect(currencyCalled('all', 'all', 'EUR')).toBeUndefined();
  expect(currencyCalled('in', 'in', 'EUR')).toBeUndefined();
});
