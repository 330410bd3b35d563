import type { ListAdjustment, ListCandidate } from './list-adjustment.ts';

/** Texts as alike as this, of one brand, tell of one thing in another colour or size. */
const TWIN_LIKENESS = 0.98;

export interface TwinCollapse extends ListAdjustment {
  /** Candidates that say the same as the one at this position, which was picked before them. */
  twinsOf(position: number): readonly number[];
}

/**
 * -1 for a near-duplicate of a product already picked, else 0: things that differ in their colour only stand in a list once.
 * Near-duplicates have the same title, word for word after analysis, or texts of cosine >= .98 and one brand; products of two
 * brands are never duplicates, so that nobody's offer disappears behind a competitor's.
 */
export function collapseDuplicates(pool: readonly ListCandidate[], weight: number): TwinCollapse {
  const titles = pool.map(({ facts }) => (facts?.titles[0] ?? []).join(' ').trim());
  const brands = pool.map(({ facts }) => facts?.attributes.brand?.[0]);
  const twins = new Map<number, number[]>();
  const repeats = new Uint8Array(pool.length);
  const areTwins = (one: number, other: number, likeness: number): boolean => {
    const brand = brands[one];
    if (brand !== undefined && brands[other] !== undefined && brand !== brands[other]) return false;
    const sameTitle = titles[one] !== '' && titles[one] === titles[other];
    return sameTitle || (likeness >= TWIN_LIKENESS && brand !== undefined && brand === brands[other]);
  };
  return {
    signal: 'duplicates',
    weight,
    valueOf: (position) => -(repeats[position] ?? 0),
    afterPick(picked, likeness) {
      if (repeats[picked] === 1) return;
      const found: number[] = [];
      for (let other = 0; other < pool.length; other += 1) {
        if (other === picked || repeats[other] === 1 || !areTwins(picked, other, likeness[other] ?? 0))
          continue;
        repeats[other] = 1;
        found.push(other);
      }
      twins.set(picked, found);
    },
    twinsOf: (position) => twins.get(position) ?? [],
  };
}
