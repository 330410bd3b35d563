/** A product that may stand for a part of a set. */
export interface SetOption {
  readonly productId: string;
  /** Integer >= 0, minor units, the same currency for all. */
  readonly priceMinor: number;
  /** How well it fits its part; finite, higher is better. */
  readonly score: number;
}

export interface ChosenSet<Option extends SetOption> {
  /** One of each part, in their order. */
  readonly options: readonly Option[];
  readonly totalMinor: number;
  /** Sum of the scores, in millionths. */
  readonly score: number;
  /** By how much the total is over the budget; 0 when it is within. */
  readonly overMinor: number;
}

/** Scores count in steps of a millionth, so that sums are exact and ties are ties. */
const SCORE_STEPS = 1_000_000;

interface Begun<Option> {
  readonly options: readonly Option[];
  readonly totalMinor: number;
  readonly score: number;
}

/**
 * The set with the highest sum of scores whose prices come to no more than the budget, one option of each part; the cheapest set, with
 * what it is over, when none does. Exact: part after part, every set that was begun is kept that no other one beats in both price and score.
 * Ties go to the cheaper set, then to the smaller ids, part by part.
 *
 * Cost: O(parts · options · kept), kept <= budgetMinor + 1 and some hundreds as a rule.
 *
 * @param parts Their options; no product in two of them.
 * @returns Undefined when a part has no option.
 */
export function chooseSet<Option extends SetOption>(
  parts: readonly (readonly Option[])[],
  budgetMinor: number = Number.POSITIVE_INFINITY,
): ChosenSet<Option> | undefined {
  const cheapest = parts.map((options) => options.toSorted(byPrice)[0]);
  const least = cheapest.filter((option) => option !== undefined);
  if (least.length < parts.length) return undefined;
  const leastMinor = sumOf(least);
  if (leastMinor > budgetMinor)
    return {
      options: least,
      totalMinor: leastMinor,
      score: least.reduce((sum, option) => sum + stepsOf(option), 0),
      overMinor: leastMinor - budgetMinor,
    };
  let kept: readonly Begun<Option>[] = [{ options: [], totalMinor: 0, score: 0 }];
  for (const [place, options] of parts.entries()) {
    const left = budgetMinor - sumOf(least.slice(place + 1));
    kept = unbeaten(kept.flatMap((each) => extend(each, options, left)));
  }
  const [best] = kept.toSorted(byScore);
  return best === undefined ? undefined : { ...best, overMinor: 0 };
}

function extend<Option extends SetOption>(
  { options, totalMinor, score }: Begun<Option>,
  next: readonly Option[],
  leftMinor: number,
): Begun<Option>[] {
  return next
    .filter(({ priceMinor }) => totalMinor + priceMinor <= leftMinor)
    .map((option) => ({
      options: [...options, option],
      totalMinor: totalMinor + option.priceMinor,
      score: score + stepsOf(option),
    }));
}

/** Those that no other one is as cheap and as good as, in order of price; of equal ones the first by ids. */
function unbeaten<Option extends SetOption>(begun: readonly Begun<Option>[]): Begun<Option>[] {
  const sorted = begun.toSorted(
    (left, right) =>
      left.totalMinor - right.totalMinor || right.score - left.score || byIds(left.options, right.options),
  );
  let best = Number.NEGATIVE_INFINITY;
  return sorted.filter(({ score }) => {
    if (score <= best) return false;
    best = score;
    return true;
  });
}

const stepsOf = ({ score }: SetOption): number => Math.round(score * SCORE_STEPS);

const sumOf = (options: readonly SetOption[]): number =>
  options.reduce((sum, { priceMinor }) => sum + priceMinor, 0);

const byPrice = (left: SetOption, right: SetOption): number =>
  left.priceMinor - right.priceMinor || stepsOf(right) - stepsOf(left) || byIds([left], [right]);

const byScore = (left: Begun<SetOption>, right: Begun<SetOption>): number =>
  right.score - left.score || left.totalMinor - right.totalMinor || byIds(left.options, right.options);

function byIds(left: readonly SetOption[], right: readonly SetOption[]): number {
  for (const [place, { productId }] of left.entries()) {
    const other = right[place]?.productId ?? '';
    if (productId !== other) return productId < other ? -1 : 1;
  }
  return 0;
}

/** Each product in the one part in which it stands highest; of parts in which it stands alike, in the first. */
export function withoutShared<Option extends SetOption>(parts: readonly (readonly Option[])[]): Option[][] {
  const home = new Map<string, { readonly part: number; readonly rank: number }>();
  for (const [part, options] of parts.entries())
    for (const [rank, { productId }] of options.entries()) {
      const known = home.get(productId);
      if (known === undefined || rank < known.rank) home.set(productId, { part, rank });
    }
  return parts.map((options, part) =>
    options.filter(({ productId }, rank) => {
      const at = home.get(productId);
      return at?.part === part && at.rank === rank;
    }),
  );
}
