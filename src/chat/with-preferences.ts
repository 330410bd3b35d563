import { mergeConstraints } from '../dialogue/merge-constraints.ts';
import type { Constraint, Need } from '../domain/need.ts';
import { readQuantity } from '../text/measures.ts';
import type { TurnContext } from './turn-context.ts';

/** Values looked at to see of what form those of an attribute are. */
const VALUES_LOOKED_AT = 50;

type Shopping = Pick<TurnContext, 'state' | 'shop' | 'market'>;

/** Of every product, whatever kind of thing it is. */
const EVERYWHERE: ReadonlySet<string> = new Set(['price', 'brand', 'type', 'category']);

/**
 * The context in which lists are made: what is wanted, and what always holds of the shopper. What is wanted now goes before, and
 * what was said not to matter is left out. A value that is wanted counts only among things that state the attribute in such a form:
 * size 42 is no limit for a lamp, nor for shirts in S and M. What is refused counts everywhere.
 *
 * Cost: nothing without preferences, else one search and one count of facets.
 */
export async function withPreferences<Context extends Shopping>(
  context: Context,
  signal: AbortSignal,
): Promise<Context> {
  const { need, preferences = [], indifferent = [] } = context.state;
  const held = preferences.filter(({ attribute, known }) => known && !indifferent.includes(attribute));
  if (held.length === 0) return context;
  const isAsked = (limit: Constraint): boolean =>
    limit.operator !== 'ne' && limit.strength === 'hard' && !EVERYWHERE.has(limit.attribute);
  const stated = held.some(isAsked) ? await statedValues(need, held.filter(isAsked), context, signal) : NONE;
  const counting = held.filter(
    (limit) =>
      !isAsked(limit) || (stated.get(limit.attribute) ?? []).some((value) => isOfForm(value, limit.value)),
  );
  const joined: Need = { ...need, constraints: mergeConstraints(counting, need.constraints) };
  return { ...context, state: { ...context.state, need: joined } };
}

const NONE: ReadonlyMap<string, readonly string[]> = new Map();

async function statedValues(
  need: Need,
  limits: readonly Constraint[],
  { shop, market }: Shopping,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const request = { need, market: market.country, onlyAvailable: true };
  const { scope } = await shop.retriever.resolve(request, signal);
  const attributes = [...new Set(limits.map(({ attribute }) => attribute))];
  const facets = await shop.index.facets(scope, attributes, VALUES_LOOKED_AT, signal);
  return new Map([...facets].map(([attribute, values]) => [attribute, values.map(({ value }) => value)]));
}

/** Whether both are words, or both amounts of the same unit. */
function isOfForm(stated: string, wanted: string | number): boolean {
  const left = readQuantity(stated);
  const right = readQuantity(String(wanted));
  if (left === undefined || right === undefined) return left === right;
  return left.unit === right.unit;
}
