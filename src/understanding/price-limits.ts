import { toMinorUnits } from '../domain/money.ts';
import type { Constraint, ConstraintOperator } from '../domain/need.ts';
import type { PriceBound } from './grammar/index.ts';
import type { Amount } from './span.ts';

type Limit = Pick<Constraint, 'attribute' | 'operator' | 'value' | 'strength' | 'known'>;

/** "around 50" is 40 to 60, and a wish rather than a limit. */
const AROUND = 0.2;

/**
 * The limits that a price phrase means, in minor units. An amount in another currency than the market's is reported,
 * not compared: `known` is false.
 */
export function priceLimits(bound: PriceBound, amounts: readonly Amount[], marketCurrency: string): Limit[] {
  const currency = amounts.find((amount) => amount.currency !== undefined)?.currency ?? marketCurrency;
  const known = currency === marketCurrency;
  const values = amounts
    .map(({ amount }) => toMinorUnits(amount, currency))
    .sort((left, right) => left - right);
  const lowest = values[0];
  const highest = values.at(-1);
  if (lowest === undefined || highest === undefined || highest === Number.MAX_SAFE_INTEGER) return [];
  const limit = (
    operator: ConstraintOperator,
    value: number,
    strength: Limit['strength'] = 'hard',
  ): Limit => ({
    attribute: 'price',
    operator,
    value,
    strength,
    known,
  });
  switch (bound) {
    case 'range':
      return [limit('gte', lowest), limit('lte', highest)];
    case 'around':
      return [
        limit('gte', Math.round(lowest * (1 - AROUND)), 'soft'),
        limit('lte', Math.round(lowest * (1 + AROUND)), 'soft'),
      ];
    default:
      return [limit(bound, lowest)];
  }
}
