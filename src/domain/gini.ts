/**
 * How unequally something is dealt out, in [0, 1]: 0 all alike, 1 one has everything.
 * Gini = sum of (2·rank - n - 1)·x over n·sum of x, x ascending. 0 when there is nothing to deal out.
 *
 * @param amounts >= 0, of those who have something; the others have 0.
 * @param count n: how many there are in all, at least as many as amounts.
 */
export function giniOf(amounts: readonly number[], count: number): number {
  const total = amounts.reduce((left, right) => left + right, 0);
  if (total === 0) return 0;
  const without = count - amounts.length;
  const weighted = [...amounts]
    .sort((left, right) => left - right)
    .reduce((sum, value, index) => sum + (2 * (without + index + 1) - count - 1) * value, 0);
  return weighted / (count * total);
}
