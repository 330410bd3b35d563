/** A product of an order that can be made again without some of its causes. */
export interface Rescored {
  readonly productId: string;
  readonly score: number;
}

export interface CounterfactualSearch<Removal> {
  /** What may be left out, the likeliest causes first; none twice. */
  readonly removals: readonly Removal[];
  /** The order made again without some of them, by the very code that made it. Highest score first. */
  readonly rescore: (without: readonly Removal[]) => readonly Rescored[];
  /** Of which something else is to take the first place; the first of the whole order when absent. */
  readonly productId?: string;
  readonly mostRemovals?: number;
}

export interface Counterfactual<Removal> {
  /** In the order of their effect; without any one of them less than all would not do. */
  readonly removed: readonly Removal[];
  readonly before: string;
  readonly after: string;
}

const MOST_REMOVALS = 3;

/**
 * The few causes without which another product would stand first: greedily the one whose loss leaves the first product the
 * smallest lead, until the lead is gone; then each is tried back in, so that none is named that is not needed. Every step is
 * a rescoring, so that what is returned is true and not an estimate. Cost: O(removals · mostRemovals) rescorings.
 *
 * @returns Undefined when no so few of them make another product the first: then there is no single reason.
 * @see Ghazimatin et al., "PRINCE: Provider-side Interpretability with Counterfactual Explanations in Recommender Systems",
 *   WSDM 2020, for the idea; the greedy search over a rescored blend is ours, and not always minimal.
 */
export function findCounterfactual<Removal>(
  search: CounterfactualSearch<Removal>,
): Counterfactual<Removal> | undefined {
  const { removals, rescore, mostRemovals = MOST_REMOVALS } = search;
  const before = search.productId ?? rescore([])[0]?.productId;
  if (before === undefined) return undefined;
  let removed: readonly Removal[] = [];
  while (removed.length < mostRemovals) {
    const trials = removals
      .filter((removal) => !removed.includes(removal))
      .map((removal) => {
        const without = [...removed, removal];
        return { without, lead: leadOf(before, rescore(without)) };
      });
    const best = trials.reduce<(typeof trials)[number] | undefined>(
      (least, trial) => (least === undefined || trial.lead < least.lead ? trial : least),
      undefined,
    );
    if (best === undefined) return undefined;
    removed = best.without;
    if (topOf(before, rescore(removed)) !== undefined) break;
  }
  for (const removal of removed) {
    const fewer = removed.filter((other) => other !== removal);
    if (fewer.length > 0 && topOf(before, rescore(fewer)) !== undefined) removed = fewer;
  }
  const after = topOf(before, rescore(removed));
  return after === undefined ? undefined : { removed, before, after };
}

/** The first product, when it is another one. */
function topOf(productId: string, order: readonly Rescored[]): string | undefined {
  const top = order[0]?.productId;
  return top === productId ? undefined : top;
}

/** By how much a product is ahead of the best other one, or behind it; it is behind by all when it is gone. */
function leadOf(productId: string, order: readonly Rescored[]): number {
  const own = order.find((entry) => entry.productId === productId);
  const other = order.find((entry) => entry.productId !== productId);
  if (own === undefined) return Number.NEGATIVE_INFINITY;
  return other === undefined ? Number.POSITIVE_INFINITY : own.score - other.score;
}
