import { exposureAt, type SellerLift } from './expose-sellers.ts';

/** A list as it was shown. */
export interface ServedList {
  /** The seller of each place, best first. */
  readonly shown: readonly (string | undefined)[];
  /** What each seller deserved of it; together 1. */
  readonly merits: ReadonlyMap<string, number>;
}

/** What sellers had and deserved of the lists served, both in exposure: 1 is one first place. */
export interface SellerAccount {
  readonly seller: string;
  readonly exposure: number;
  readonly merit: number;
}

export interface SellerLedger {
  readonly liftOf: SellerLift;
  record(list: ServedList): void;
  /** Largest merit first, ties by name. */
  accounts(): SellerAccount[];
}

export interface LedgerOptions {
  /** Lists after which what was shown counts half, > 0. */
  readonly halfLifeLists: number;
  /** Sellers kept, >= 1; the one least deserving is forgotten first. */
  readonly mostSellers: number;
}

const DEFAULT_OPTIONS: LedgerOptions = { halfLifeLists: 20_000, mostSellers: 10_000 };

/** Lift for each part of the merit that is missing. */
const PROPORTIONAL = 2;
/** Lift for each first place deserved while all of the merit was missing. */
const INTEGRAL = 0.2;
/** Below this merit a missing share says nothing: half a first place. */
const LEAST_MERIT = 0.5;

interface Entry {
  exposure: number;
  merit: number;
  /** Of the shortfall, over merit; in [0, 1 / INTEGRAL]. */
  integral: number;
  /** Lists recorded when it was last brought up to date. */
  asOf: number;
}

/**
 * Keeps sellers' exposure near their merit over many lists by a proportional-integral controller:
 *
 *   shortfall = (merit - exposure) / max(merit, 1/2)
 *   lift      = clamp(2 · shortfall + .2 · sum over lists of shortfall · merit of the list, 0, 1)
 *
 * Exposure and merit decay together, so that old lists do not count for ever. Nobody is pushed down: who has had more than is
 * due is only not lifted. Cost: O(sellers of the list) to record, O(1) to ask.
 *
 * @see Biega, Gummadi, Weikum, "Equity of Attention", SIGIR 2018 (amortised attention and relevance); the controller and the
 *   share of scores as merit are ours.
 */
export function createSellerLedger({
  halfLifeLists,
  mostSellers,
}: LedgerOptions = DEFAULT_OPTIONS): SellerLedger {
  const entries = new Map<string, Entry>();
  let lists = 0;

  function upToDate(seller: string): Entry {
    const entry = entries.get(seller) ?? { exposure: 0, merit: 0, integral: 0, asOf: lists };
    const kept = 0.5 ** ((lists - entry.asOf) / halfLifeLists);
    entry.exposure *= kept;
    entry.merit *= kept;
    entry.asOf = lists;
    entries.set(seller, entry);
    return entry;
  }

  function forgetOne(): void {
    let least: string | undefined;
    for (const seller of entries.keys()) {
      if (least === undefined || (entries.get(seller)?.merit ?? 0) < (entries.get(least)?.merit ?? 0))
        least = seller;
    }
    if (least !== undefined) entries.delete(least);
  }

  return {
    liftOf(seller) {
      const entry = entries.get(seller);
      if (entry === undefined) return 0;
      return Math.min(1, Math.max(0, PROPORTIONAL * shortfallOf(entry) + INTEGRAL * entry.integral));
    },

    record({ shown, merits }) {
      lists += 1;
      let worth = 0;
      shown.forEach((seller, position) => {
        worth += exposureAt(position);
        if (seller !== undefined) upToDate(seller).exposure += exposureAt(position);
      });
      for (const [seller, share] of merits) {
        const entry = upToDate(seller);
        const merit = share * worth;
        entry.merit += merit;
        entry.integral = Math.min(1 / INTEGRAL, Math.max(0, entry.integral + shortfallOf(entry) * merit));
      }
      while (entries.size > mostSellers) forgetOne();
    },

    accounts: () =>
      [...entries.keys()]
        .map((seller) => {
          const { exposure, merit } = upToDate(seller);
          return { seller, exposure, merit };
        })
        .sort((left, right) => right.merit - left.merit || (left.seller < right.seller ? -1 : 1)),
  };
}

const shortfallOf = ({ exposure, merit }: Entry): number => (merit - exposure) / Math.max(LEAST_MERIT, merit);
