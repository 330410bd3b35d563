import type { ListChange } from '../../domain/desk/preview.ts';

/**
 * What makes one list of another. A product stands where it stands first.
 *
 *   change = 1 - (1/n) · sum over d = 1..n of |before[1..d] ∩ after[1..d]| / d,  n the length of the longer list
 *
 * so that 0 is the same list and 1 has nothing in common; of two empty lists it is 0.
 *
 * @param before Ids, best first; also of `after`.
 * @see Fagin, Kumar & Sivakumar, "Comparing Top k Lists", SIAM J. Discrete Math. 2003: average overlap.
 */
export function changeOfList(before: readonly string[], after: readonly string[]): ListChange {
  const [was, is] = [placesOf(before), placesOf(after)];
  const [kept, again] = [
    [...was.keys()].filter((id) => is.has(id)),
    [...is.keys()].filter((id) => was.has(id)),
  ];
  return {
    in: missingFrom(was, is),
    out: missingFrom(is, was),
    moved: again.flatMap((productId, at) =>
      productId === kept[at]
        ? []
        : [{ productId, from: was.get(productId) ?? 0, to: is.get(productId) ?? 0 }],
    ),
    change: 1 - averageOverlap([...was.keys()], [...is.keys()]),
  };
}

/** From the most changed to the least; equal ones stay in their order. */
export const mostChangedFirst = <Changed extends ListChange>(all: readonly Changed[]): Changed[] =>
  all.toSorted((left, right) => right.change - left.change);

const placesOf = (ids: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...new Set(ids)].map((id, index) => [id, index + 1]));

const missingFrom = (from: ReadonlyMap<string, number>, places: ReadonlyMap<string, number>) =>
  [...places].filter(([id]) => !from.has(id)).map(([productId, place]) => ({ productId, place }));

function averageOverlap(before: readonly string[], after: readonly string[]): number {
  const deepest = Math.max(before.length, after.length);
  if (deepest === 0) return 1;
  const [left, right] = [new Set<string>(), new Set<string>()];
  let [shared, sum] = [0, 0];
  for (let at = 0; at < deepest; at += 1) {
    const [was, is] = [before[at], after[at]];
    if (was !== undefined) left.add(was);
    if (is !== undefined) right.add(is);
    if (was !== undefined && right.has(was)) shared += 1;
    if (is !== undefined && is !== was && left.has(is)) shared += 1;
    sum += shared / (at + 1);
  }
  return sum / deepest;
}
