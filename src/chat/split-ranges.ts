/** An amount that something costs or measures, and how likely that is the one wanted. */
export interface WeighedAmount {
  /** Undefined where it is not stated. */
  readonly amount: number | undefined;
  /** >= 0. */
  readonly probability: number;
}

/** From `from`, up to and with `to`; open where absent. The first of several leaves its upper end out. */
export interface AmountRange {
  readonly from?: number;
  readonly to?: number;
}

/**
 * Ranges that are about equally likely: cut at the quantiles of the amounts, each cut moved by `round` to one that people would
 * name. A range that holds none of the amounts is joined with the one before.
 *
 * @param ranges At most so many, >= 1.
 * @param round To an amount not below the one given.
 * @returns Ascending, without gaps, open at both ends; none where the amounts cannot be told apart.
 */
export function splitRanges(
  amounts: readonly WeighedAmount[],
  ranges: number,
  round: (amount: number) => number,
): readonly AmountRange[] {
  const stated = amounts
    .flatMap(({ amount, probability }) => (amount === undefined ? [] : [{ amount, probability }]))
    .sort((left, right) => left.amount - right.amount);
  const total = stated.reduce((sum, { probability }) => sum + probability, 0);
  const cuts = new Set<number>();
  let passed = 0;
  let quantile = 1;
  for (const { amount, probability } of stated) {
    passed += probability;
    if (quantile >= ranges || passed < (total * quantile) / ranges) continue;
    cuts.add(round(amount));
    while (quantile < ranges && passed >= (total * quantile) / ranges) quantile += 1;
  }
  const kept = keepTelling(
    [...cuts].sort((left, right) => left - right),
    stated.map(({ amount }) => amount),
  );
  if (kept.length === 0) return [];
  return [undefined, ...kept].map((from, position) => ({
    ...(from === undefined ? {} : { from }),
    ...(kept[position] === undefined ? {} : { to: kept[position] }),
  }));
}

/** The cuts with at least one amount between each two of them, below the first and from the last on. */
function keepTelling(cuts: readonly number[], amounts: readonly number[]): readonly number[] {
  const kept: number[] = [];
  for (const cut of cuts) {
    const from = kept.at(-1) ?? Number.NEGATIVE_INFINITY;
    const isBelow = amounts.some((amount) => amount >= from && amount < cut);
    if (isBelow && amounts.some((amount) => amount >= cut)) kept.push(cut);
  }
  return kept;
}

/** Whether a range holds an amount. */
export const isInRange = ({ from, to }: AmountRange, amount: number): boolean =>
  from === undefined ? to === undefined || amount < to : amount >= from && (to === undefined || amount <= to);
