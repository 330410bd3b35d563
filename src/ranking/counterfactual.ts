/** A product of an order that can be made again without some of its causes. */
export interface Rescored {
  readonly productId: string;
  readonly score: number;
}

export interface CounterfactualSearch<Removal, Entry extends Rescored> {
  /** What may be left out of an order, the likeliest causes first; every step asks again, as others come forward. */
  readonly causesOf: (order: readonly Entry[]) => readonly Removal[];
  /** The order made again without some of them, by the very code that made it. Highest score first. */
  readonly rescore: (without: readonly Removal[]) => readonly Entry[];
  /** Of which something else is to take the first place; the first of the whole order when absent. */
  readonly productId?: string;
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
 * a rescoring, so that what is returned is true and not an estimate. Cost: at most three times as many rescorings as causes.
 *
 * @returns Undefined when no three of them make another product the first: then there is no single reason.
 * @see Ghazimatin et al., "PRINCE: Provider-side Interpretability with Counterfactual Explanations in Recommender Systems",
 *   WSDM 2020, for the idea; the greedy search over a rescored blend is ours, and not always minimal.
 */
export function findCounterfactual<Removal, Entry extends Rescored>(
  search: CounterfactualSearch<Removal, Entry>,
): Counterfactual<Removal> | undefined {
  const whole = search.rescore([]);
  const before = search.productId ?? whole[0]?.productId;
  if (before === undefined) return undefined;
  let step: Step<Removal, Entry> = { removed: [], order: whole };
  while (step.removed.length < MOST_REMOVALS) {
    const next = takeStep(before, step, search);
    if (next === undefined) return undefined;
    step = next;
    const after = topInsteadOf(before, step.order);
    if (after !== undefined) return withoutNeedless({ removed: step.removed, before, after }, search.rescore);
  }
  return undefined;
}

interface Step<Removal, Entry> {
  readonly removed: readonly Removal[];
  readonly order: readonly Entry[];
}

/** One more cause left out: the one that leaves the product the smallest lead. */
function takeStep<Removal, Entry extends Rescored>(
  productId: string,
  { removed, order }: Step<Removal, Entry>,
  { causesOf, rescore }: CounterfactualSearch<Removal, Entry>,
): Step<Removal, Entry> | undefined {
  let best: (Step<Removal, Entry> & { readonly lead: number }) | undefined;
  for (const cause of causesOf(order)) {
    if (removed.includes(cause)) continue;
    const without = [...removed, cause];
    const rescored = rescore(without);
    const lead = leadOf(productId, rescored);
    if (best === undefined || lead < best.lead) best = { removed: without, order: rescored, lead };
  }
  return best;
}

function withoutNeedless<Removal, Entry extends Rescored>(
  found: Counterfactual<Removal>,
  rescore: CounterfactualSearch<Removal, Entry>['rescore'],
): Counterfactual<Removal> {
  // The last one was needed: the step before it did not do.
  for (const removal of found.removed.slice(0, -1)) {
    const removed = found.removed.filter((other) => other !== removal);
    const after = topInsteadOf(found.before, rescore(removed));
    if (after !== undefined) return withoutNeedless({ ...found, removed, after }, rescore);
  }
  return found;
}

/** The first product, when it is another one. */
function topInsteadOf(productId: string, order: readonly Rescored[]): string | undefined {
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
