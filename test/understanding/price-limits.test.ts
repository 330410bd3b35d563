import { expect, it } from 'vitest';
import { priceLimits } from '../../src/understanding/price-limits.ts';

const said = (...args: Parameters<typeof priceLimits>) =>
  priceLimits(...args).map(({ operator, value, strength, known }) => [operator, value, strength, known]);

it('gives minor units of the market currency', () => {
  expect(said('lt', [{ amount: 59.99 }], 'EUR')).toEqual([['lt', 5999, 'hard', true]]);
  expect(said('lte', [{ amount: 5000 }], 'JPY')).toEqual([['lte', 5000, 'hard', true]]);
});

it('orders the ends of a range and shares its currency', () => {
  expect(said('range', [{ amount: 40 }, { amount: 20, currency: 'EUR' }], 'EUR')).toEqual([
    ['gte', 2000, 'hard', true],
    ['lte', 4000, 'hard', true],
  ]);
});

it('takes "around" as a wish', () => {
  expect(said('around', [{ amount: 50 }], 'EUR')).toEqual([
    ['gte', 4000, 'soft', true],
    ['lte', 6000, 'soft', true],
  ]);
});

it('never compares an amount in another currency', () => {
  expect(said('lt', [{ amount: 60, currency: 'USD' }], 'EUR')).toEqual([['lt', 6000, 'hard', false]]);
});

it('gives nothing for amounts beyond counting', () => {
  expect(said('lt', [{ amount: Number.MAX_SAFE_INTEGER }], 'EUR')).toEqual([]);
});
