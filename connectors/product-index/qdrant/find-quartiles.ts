/** Lowest, quartiles and highest. */
export type Quartiles = readonly [number, number, number, number, number];

const FIRST_GUESS = 1000;

/** Places of [min, q1, median, q3, max] among so many prices in order: of two between which one lies, the lower. */
export function quartilePlaces(total: number): Quartiles {
  const at = (share: number) => Math.floor((total - 1) * share);
  return [at(0), at(0.25), at(0.5), at(0.75), at(1)];
}

/**
 * Quartiles of prices nobody reads: the price at a place is the least one that enough products do not exceed, found by halving.
 *
 * Cost: about two requests per binary digit of a price, five at a time; independent of the number of products.
 *
 * @param total Products, > 0.
 * @param countUpTo Products whose price, an integer >= 0 in minor units, is at most the given one.
 */
export async function findQuartiles(
  total: number,
  countUpTo: (priceMinor: number) => Promise<number>,
): Promise<Quartiles> {
  const asked = new Map<number, Promise<number>>();
  const countOnce = (priceMinor: number) => {
    const count = asked.get(priceMinor) ?? countUpTo(priceMinor);
    asked.set(priceMinor, count);
    return count;
  };
  const find = (place: number) => leastPrice(place + 1, countOnce);
  const [lowest, first, median, third, highest] = quartilePlaces(total);
  return await Promise.all([find(lowest), find(first), find(median), find(third), find(highest)]);
}

async function leastPrice(
  products: number,
  countUpTo: (priceMinor: number) => Promise<number>,
): Promise<number> {
  let below = -1;
  let enough = FIRST_GUESS;
  // Products that go while they are counted must not make this endless.
  while (enough < Number.MAX_SAFE_INTEGER && (await countUpTo(enough)) < products) {
    below = enough;
    enough = Math.min(enough * 4, Number.MAX_SAFE_INTEGER);
  }
  while (enough - below > 1) {
    const middle = Math.floor((below + enough) / 2);
    if ((await countUpTo(middle)) < products) below = middle;
    else enough = middle;
  }
  return enough;
}
