import type { Market } from '../domain/market.ts';
import { hardConstraints, type Need, softConstraints } from '../domain/need.ts';
import type { NeedView } from '../domain/turn.ts';

/** The need as an answer carries it: what binds, what is wished, what the shop does not know, and the budget in money. */
export function toNeedView(need: Need, { currency }: Pick<Market, 'currency'>): NeedView {
  const prices = hardConstraints(need).filter(({ attribute }) => attribute === 'price');
  const bound = (operators: readonly string[], tightest: (...values: number[]) => number) => {
    const values = prices
      .filter(({ operator }) => operators.includes(operator))
      .map(({ value }) => Number(value));
    return values.length === 0 ? undefined : { amountMinor: tightest(...values), currency };
  };
  const min = bound(['gt', 'gte'], Math.max);
  const max = bound(['lt', 'lte'], Math.min);
  return {
    query: need.query,
    hard: hardConstraints(need),
    soft: softConstraints(need),
    unknown: need.constraints.filter(({ known }) => !known),
    ...(min === undefined && max === undefined
      ? {}
      : { budget: { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) } }),
    ...(need.recipient === undefined ? {} : { recipient: need.recipient }),
    ...(need.occasion === undefined ? {} : { occasion: need.occasion }),
    ...(need.similarTo === undefined ? {} : { similarTo: need.similarTo }),
    ...(need.sort === undefined ? {} : { sort: need.sort }),
  };
}
