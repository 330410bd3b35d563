import type { ConstraintOperator } from '../domain/need.ts';
import { keepsQuantity } from '../text/quantity-limits.ts';
import { type WrittenQuantity, writeQuantity } from '../text/write-quantity.ts';
import type { Limit } from './describe-span.ts';
import type { PriceBound } from './grammar/index.ts';
import type { Meaning } from './span.ts';
import type { Vocabulary } from './vocabulary.ts';

type Amounts = Extract<Meaning, { readonly kind: 'amounts' }>;

/** "around 2 kg" is 1.6 to 2.4, and a wish rather than a limit. */
const AROUND = 0.2;
const SURE = 0.9;

/** Denied, a bound is its other side: not over 2 kg is 2 kg or less. A range is not turned round. */
const OPPOSITE: Readonly<Record<PriceBound | 'eq', PriceBound | 'ne'>> = {
  lt: 'gte',
  lte: 'lte',
  gt: 'lte',
  gte: 'lt',
  range: 'range',
  around: 'around',
  eq: 'ne',
};

/** The limits that amounts of an attribute mean, as written quantities; none when they are no quantities that can be compared. */
export function amountLimits(
  { attribute, bound: said, amounts, known: isKnown = true }: Amounts,
  refused: boolean,
  vocabulary: Pick<Vocabulary, 'canonicalValue'>,
): Limit[] {
  const bound = refused ? OPPOSITE[said] : said;
  const [first, last] = inOrder(amounts.map(writeQuantity));
  if (first === undefined || last === undefined) return [];
  const limit = (operator: ConstraintOperator, value: string, strength: Limit['strength'] = 'hard') =>
    ({ attribute, operator, value, strength, known: isKnown, confidence: SURE }) as const;
  switch (bound) {
    case 'range':
      return [limit('gte', first), limit('lte', last)];
    case 'around':
      return amounts
        .slice(0, 1)
        .flatMap((amount) => [
          limit('gte', writeQuantity(times(amount, 1 - AROUND)), 'soft'),
          limit('lte', writeQuantity(times(amount, 1 + AROUND)), 'soft'),
        ]);
    case 'eq':
    case 'ne': {
      const value = vocabulary.canonicalValue(attribute, first);
      return [{ ...limit(bound, value ?? first), known: value !== undefined }];
    }
    default:
      return [limit(bound, first)];
  }
}

const times = (amount: WrittenQuantity, factor: number): WrittenQuantity => ({
  ...amount,
  value: amount.value * factor,
});

/** The lower end first; nothing when they are no amounts of one dimension. */
function inOrder(written: readonly string[]): readonly (string | undefined)[] {
  const [first, last = first] = written;
  if (first === undefined || last === undefined) return [];
  if (keepsQuantity(first, 'lte', last)) return [first, last];
  return keepsQuantity(first, 'gt', last) ? [last, first] : [];
}
