import type { IndexFilter, IndexScope, ProductIndex } from '../ports/product-index.ts';
import { type HardCondition, isFirm, isPull, isRefusal } from './hard-conditions.ts';
import { isKind, widenKind } from './widen-kind.ts';

export interface ScopeRequest {
  readonly market: string;
  /** Easiest to give up first. */
  readonly conditions: readonly HardCondition[];
  /** Never given up. */
  readonly always: readonly IndexFilter[];
  /** Out-of-stock variants are left out unless nothing else fulfils the conditions. */
  readonly onlyAvailable: boolean;
}

export interface ResolvedScope {
  readonly scope: IndexScope;
  /** Products in the scope; 0 only when the market has none at all. */
  readonly total: number;
  /** Conditions given up, none when all could be kept. */
  readonly relaxed: readonly HardCondition[];
}

/** What can be bought, now or soon. */
const AVAILABLE: IndexFilter = { kind: 'availability', anyOf: ['in-stock', 'preorder'] };

/**
 * The scope that fulfils all conditions, or when that is empty, as many as can be. Tried in this order: all of them; all
 * of them out of stock; without a single one, the easiest that helps; without the easiest few, as few as help, taking
 * back each that need not have gone. When the kind of thing goes, the departments it stands in are kept if they have
 * something, if need be without the looks that were wished for: what hangs beside a blue jacket is no blue mascara.
 * Refusals go only when nothing else is on sale. A price limit that was given up leaves the nearest quarter of the prices,
 * not all.
 *
 * Cost: one count when nothing has to be given up, else at most 2 + conditions calls.
 */
export async function resolveScope(
  index: ProductIndex,
  request: ScopeRequest,
  signal: AbortSignal,
): Promise<ResolvedScope> {
  const { conditions, onlyAvailable } = request;
  const toScope = (kept: readonly HardCondition[], isAvailable = onlyAvailable): IndexScope => ({
    market: request.market,
    filters: [
      ...request.always,
      ...kept.flatMap(({ filters }) => filters),
      ...(isAvailable ? [AVAILABLE] : []),
    ],
  });
  const firstWithProducts = async (scopes: readonly IndexScope[]) => {
    const counts = await index.count(scopes, signal);
    const position = counts.findIndex((count) => count > 0);
    return { position, total: counts[position] ?? 0 };
  };

  const whole = [toScope(conditions), toScope(conditions, false)] as const;
  const kept = await firstWithProducts(whole);
  const scope = kept.position === 1 ? whole[1] : whole[0];
  if (kept.total > 0 || conditions.length === 0) return { scope, total: kept.total, relaxed: [] };

  const relaxed = await chooseRelaxed(conditions, async (removals) => {
    const scopes = removals.map((removed) => toScope(without(conditions, removed)));
    return (await firstWithProducts(scopes)).position;
  });
  const remaining = without(conditions, relaxed);
  // "Cheaper" is kept if what costs less hangs beside: only where nothing does, it is given up.
  const isPulled = relaxed.every(isPull);
  const kinds = conditions.filter(isKind);
  const department = await widenKind(index, request.market, isPulled ? kinds : relaxed, signal);
  const beside = isPulled ? [without(conditions, kinds)] : [remaining, remaining.filter(isFirm)];
  const attempts = [
    ...(department === undefined ? [] : beside).map((limits) => ({
      limits,
      within: department,
    })),
    { limits: remaining, within: undefined },
  ].flatMap(({ limits, within }) =>
    [toScope(limits), toScope(limits, false)].map((each) => ({
      limits,
      scope: within === undefined ? each : { ...each, filters: [...each.filters, within] },
    })),
  );
  const found = await firstWithProducts(attempts.map(({ scope: tried }) => tried));
  const loose = attempts[found.position] ?? { limits: remaining, scope: toScope(remaining) };
  const given = without(conditions, loose.limits);
  return nearestPrices(index, { scope: loose.scope, total: found.total, relaxed: given }, signal);
}

/** @param firstThatHelps Position of the first set of conditions without which something is left, -1 for none. */
async function chooseRelaxed(
  conditions: readonly HardCondition[],
  firstThatHelps: (removals: readonly (readonly HardCondition[])[]) => Promise<number>,
): Promise<readonly HardCondition[]> {
  const singles = conditions.filter((condition) => !isRefusal(condition)).map((condition) => [condition]);
  const single = singles[await firstThatHelps(singles)];
  if (single !== undefined) return single;
  const growing = conditions.map((_, last) => conditions.slice(0, last + 1));
  let removed: readonly HardCondition[] = growing[await firstThatHelps(growing)] ?? conditions;
  for (const condition of removed.toReversed()) {
    const fewer = without(removed, [condition]);
    if ((await firstThatHelps([fewer])) === 0) removed = fewer;
  }
  return removed;
}

const without = (
  conditions: readonly HardCondition[],
  removed: readonly HardCondition[],
): readonly HardCondition[] => conditions.filter((condition) => !removed.includes(condition));

/** "Nothing under 20; these come closest": a broken price limit moves to the quartile next to it. */
async function nearestPrices(
  index: ProductIndex,
  resolved: ResolvedScope,
  signal: AbortSignal,
): Promise<ResolvedScope> {
  const operators = resolved.relaxed.flatMap(({ constraints }) =>
    constraints.flatMap(({ attribute, operator }) => (attribute === 'price' ? [operator] : [])),
  );
  const prices = operators.length === 0 ? undefined : await index.priceRange(resolved.scope, signal);
  if (prices === undefined) return resolved;
  const [, lowerQuartile, , upperQuartile] = prices;
  const isCeiling = operators.some((operator) => operator === 'lt' || operator === 'lte');
  const isFloor = operators.some((operator) => operator === 'gt' || operator === 'gte');
  if (isCeiling === isFloor) return resolved;
  const nearest: IndexFilter = {
    kind: 'price',
    ...(isCeiling ? { maxMinor: lowerQuartile } : { minMinor: upperQuartile }),
  };
  const scope = { ...resolved.scope, filters: [...resolved.scope.filters, nearest] };
  const [total = 0] = await index.count([scope], signal);
  return { ...resolved, scope, total };
}
