import type { Need } from '../domain/need.ts';
import type { SetAct } from '../domain/set-step.ts';
import type { Degradation } from '../domain/turn.ts';
import type { ChosenSet } from '../recommendation/choose-set.ts';
import type { ProductList } from './list-products.ts';
import {
  chooseOptions,
  keepPart,
  listPart,
  type OpenPart,
  type PartOption,
  withOptions,
} from './plan-set-options.ts';
import { ceilingOf, foundParts, namedParts } from './plan-set-parts.ts';
import type { TurnContext } from './turn-context.ts';

/** Also a set of parts that nobody named has several. */
const FEWEST_PARTS = 2;

/** A set put together, with what else there was to choose from. */
export interface MadeSet {
  readonly need: Need;
  /** Those that something was found for. */
  readonly open: readonly OpenPart[];
  readonly chosen: ChosenSet<PartOption> | undefined;
  /** Names of parts that nothing, or nothing else, was found for. */
  readonly without: readonly string[];
  readonly lists: readonly ProductList[];
  /** What had to be done without. */
  readonly degraded?: readonly Degradation[];
}

/** Puts a set together, or changes one, without a model: what fits each part best, as far as all of it stays within the budget. */
export async function makeSet(act: SetAct, context: TurnContext, signal: AbortSignal): Promise<MadeSet> {
  if (act.type === 'change-set') return await changeSet(act, context, signal);
  const isNamed = act.named.length > 0;
  const { parts, shared: need } = isNamed
    ? await namedParts(act, context, signal)
    : { parts: await foundParts(act.need, context, signal), shared: act.need };
  const listed = await Promise.all(parts.map((part) => listPart(part, need, context, signal)));
  const open = withOptions(listed);
  const without = open.flatMap(({ part, options }) => (options.length === 0 && isNamed ? [part.name] : []));
  const full = open.filter(({ options }) => options.length > 0);
  if (!isNamed && full.length < FEWEST_PARTS)
    return { need, open: [], chosen: undefined, without, lists: [] };
  const made = await chooseWithin(full, need, context, signal);
  // Where no part was named, one less is better than one too dear.
  for (let parts = full.length - 1; !isNamed && made.overMinor > 0 && parts >= FEWEST_PARTS; parts -= 1) {
    const fewer = await chooseWithin(full.slice(0, parts), need, context, signal);
    if (fewer.overMinor === 0) return { ...fewer, need, without, lists: listsOf(listed) };
  }
  return { ...made, need, without, lists: listsOf(listed) };
}

/** Some parts anew; the others stay what they are. What nothing else is found for stays as well, and that is told. */
async function changeSet(
  { set, places }: Extract<SetAct, { type: 'change-set' }>,
  context: TurnContext,
  signal: AbortSignal,
): Promise<MadeSet> {
  const before = context.state.set ?? set;
  const anew = await Promise.all(
    set.parts.map(async (part, place): Promise<OpenPart> => {
      if (!places.includes(place)) return await keepPart(part, context);
      return await listPart(part, set.need, context, signal);
    }),
  );
  const stuck = anew.map(({ options }, place) => places.includes(place) && options.length === 0);
  const open = await Promise.all(
    anew.map(async (each, place) =>
      stuck[place] ? await keepPart(before.parts[place] ?? each.part, context) : each,
    ),
  );
  const full = withOptions(open).filter(({ options }) => options.length > 0);
  const without = set.parts.flatMap(({ name }, place) => (stuck[place] === true ? [name] : []));
  return {
    ...(await chooseWithin(full, set.need, context, signal)),
    need: set.need,
    without,
    lists: listsOf(anew),
  };
}

const listsOf = (listed: readonly OpenPart[]): ProductList[] => listed.flatMap(({ list }) => list ?? []);

/** The best within the budget; where even the cheapest of the best are too dear, also of the cheapest there are. */
async function chooseWithin(
  open: readonly OpenPart[],
  need: Need,
  context: TurnContext,
  signal: AbortSignal,
): Promise<Pick<MadeSet, 'open' | 'chosen'> & { readonly overMinor: number }> {
  const budget = ceilingOf(need)?.minor;
  const chosen = chooseOptions(open, budget);
  if (chosen === undefined || chosen.overMinor === 0)
    return { open, chosen, overMinor: chosen?.overMinor ?? 0 };
  const cheaper = await Promise.all(
    open.map(async (each): Promise<OpenPart> => {
      const { part, options } = each;
      if (part.productId !== undefined) return each;
      const more = await listPart(part, need, context, signal, true);
      const known = new Set(options.map(({ productId }) => productId));
      return {
        ...each,
        options: [...options, ...more.options.filter(({ productId }) => !known.has(productId))],
      };
    }),
  );
  const wider = withOptions(cheaper);
  const again = chooseOptions(wider, budget) ?? chosen;
  return { open: wider, chosen: again, overMinor: again.overMinor };
}
