import type { Correction } from '../../domain/desk/draft.ts';

/** What is learned from of a correction. */
export type Teaching = Pick<
  Correction,
  'correctionId' | 'by' | 'scope' | 'proposed' | 'listed' | 'chosen' | 'banned'
>;

/** A list as an agent got it and as they left it. Indices are places of the proposal, from 0; nothing else was shown to both. */
export interface ReadTeaching {
  readonly productIds: readonly string[];
  /** Without what lessons had added: what is learned is always the whole of it. */
  readonly scores: Float64Array;
  /** How many of them, from the first, the shopper would have got. */
  readonly listed: number;
  /** Place in the list as it was left, from 0; -1 where it is not in it. */
  readonly rank: Int16Array;
  /** 1 where it was taken out of the list, or banned; not where it only fell off the end for what was brought in. */
  readonly isOut: Uint8Array;
  /** In [0, 1]: how far the agent meant this product, and not one that made way for it. */
  readonly meant: Float64Array;
}

/** Products of a proposal that are looked at. */
export const MOST_PLACES = 60;

/**
 * Reads what an agent did to a list: products brought in from below and those taken out are meant; of those that stayed, whatever
 * does not stand in a longest sequence that kept its order was moved. Where several sequences are longest, each counts alike: of two
 * neighbours that changed places both are meant by half.
 * Cost: O(places + listed²).
 */
export function readTeaching({ proposed, listed, chosen, banned }: Teaching): ReadTeaching {
  const places = proposed.slice(0, MOST_PLACES);
  const productIds = places.map(({ productId }) => productId);
  const count = productIds.length;
  const lastListed = Math.max(0, Math.min(count, Math.trunc(listed)));
  const isBanned = new Set(banned);
  const listedIds = new Set(productIds.slice(0, lastListed));
  const order = [...new Set(chosen)].filter((productId) => !isBanned.has(productId));
  const rankOf = new Map(order.map((productId, place) => [productId, place]));
  const rank = Int16Array.from(productIds, (productId) => rankOf.get(productId) ?? -1);
  const broughtIn = order.filter((productId) => !listedIds.has(productId)).length;
  const isOut = Uint8Array.from(productIds, (productId, place) =>
    isBanned.has(productId) || (place < lastListed - broughtIn && rank[place] === -1) ? 1 : 0,
  );
  const stayed = productIds.flatMap((_, place) =>
    place < lastListed && (rank[place] ?? -1) >= 0 ? [place] : [],
  );
  const omitted = shareOmitted(stayed.map((place) => rank[place] ?? 0));
  const meant = Float64Array.from(productIds, (_, place) =>
    isOut[place] === 1 || (place >= lastListed && (rank[place] ?? -1) >= 0) ? 1 : 0,
  );
  stayed.forEach((place, index) => {
    meant[place] = omitted[index] ?? 0;
  });
  const scores = Float64Array.from(places, ({ score, taught = 0 }) =>
    Number.isFinite(score - taught) ? score - taught : 0,
  );
  return { productIds, scores, listed: lastListed, rank, isOut, meant };
}

/** Of each element, the share of all longest increasing subsequences that leave it out. All are different. */
function shareOmitted(ranks: readonly number[]): number[] {
  const before = countChains(ranks);
  const after = countChains(ranks.map((rank) => -rank).toReversed()).toReversed();
  const longest = Math.max(0, ...before.map(({ length }) => length));
  const whole = before.reduce((sum, { length, ways }) => sum + (length === longest ? ways : 0), 0);
  return ranks.map((_, index) => {
    const [to, from] = [before[index], after[index]];
    if (to === undefined || from === undefined || to.length + from.length - 1 < longest) return 1;
    return Math.min(1, Math.max(0, 1 - (to.ways * from.ways) / whole));
  });
}

interface Chain {
  readonly length: number;
  readonly ways: number;
}

/** The longest increasing chain that ends at each element, and how many there are. */
function countChains(ranks: readonly number[]): Chain[] {
  const chains: Chain[] = [];
  for (const [index, rank] of ranks.entries()) {
    let [length, ways] = [0, 1];
    for (let earlier = 0; earlier < index; earlier += 1) {
      const chain = chains[earlier];
      if (chain === undefined || (ranks[earlier] ?? 0) > rank) continue;
      if (chain.length > length) [length, ways] = [chain.length, chain.ways];
      else if (chain.length === length) ways += chain.ways;
    }
    chains.push({ length: length + 1, ways });
  }
  return chains;
}
