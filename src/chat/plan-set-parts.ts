import { mergeConstraints } from '../dialogue/merge-constraints.ts';
import { categoryKey } from '../domain/category.ts';
import { type Constraint, EMPTY_NEED, type Need } from '../domain/need.ts';
import type { Reason } from '../domain/reason.ts';
import type { SetPart } from '../domain/set-step.ts';
import { findGoesWith } from './goes-with.ts';
import { type ListedProduct, listProducts } from './list-products.ts';
import { toListRequest } from './list-request.ts';
import { type TurnContext, viewContext } from './turn-context.ts';
import { understandQuery } from './understand-query.ts';
import { wantedValue } from './wanted-value.ts';
import { withPreferences } from './with-preferences.ts';

/** Kinds of things in a set of which no part was named. */
const MOST_FOUND = 4;
/** Products for a purpose that are looked at for their kinds. */
const LOOKED_AT = 40;
const COMPANIONS = 20;
/** Reasons that tie a product to what was said, the surest first. */
const SERVES: readonly ReadonlySet<Reason['kind']>[] = [
  new Set<Reason['kind']>(['has-value', 'matches-words', 'is-kind']),
  new Set<Reason['kind']>(['fits-description']),
];

const KINDS: ReadonlySet<string> = new Set(['type', 'category', 'product']);
const namesKind = ({ attribute, operator, known }: Constraint): boolean =>
  known && operator === 'eq' && KINDS.has(attribute);

/**
 * The parts that were named, each understood by itself. What names no kind of thing the shop knows must be said by a product's texts.
 * Wishes that are said right beside a part, "a red bag", are of this part alone.
 */
export async function namedParts(
  { named, need }: { readonly named: readonly string[]; readonly need: Need },
  context: TurnContext,
  signal: AbortSignal,
): Promise<{ readonly parts: readonly SetPart[]; readonly shared: Need }> {
  const own = named.map((name) => saidBeside(name, need.constraints, context.utterance ?? ''));
  const parts = await Promise.all(
    named.map(async (name, place): Promise<SetPart> => {
      const understood = await partNeed(name, context, signal);
      const constraints = mergeConstraints(own[place] ?? [], understood.constraints);
      return { name, need: { ...understood, constraints }, refused: [] };
    }),
  );
  const taken = new Set(own.flat());
  return { parts, shared: { ...need, constraints: need.constraints.filter((each) => !taken.has(each)) } };
}

/** Wishes whose words stand next to a name, or next to such words, with nothing but space between. */
function saidBeside(name: string, constraints: readonly Constraint[], utterance: string): Constraint[] {
  const text = utterance.toLowerCase();
  const start = text.indexOf(name.toLowerCase());
  if (start < 0) return [];
  const beside: Constraint[] = [];
  let [from, to] = [start, start + name.length];
  const open = constraints.filter(({ attribute, words }) => attribute !== 'price' && words !== '');
  for (let found = true; found; ) {
    const before = text.slice(0, from).trimEnd();
    const after = text.slice(to).trimStart();
    const next = open.find(
      (each) =>
        !beside.includes(each) &&
        (before.endsWith(each.words.toLowerCase()) || after.startsWith(each.words.toLowerCase())),
    );
    found = next !== undefined;
    if (next === undefined) break;
    const words = next.words.toLowerCase();
    if (before.endsWith(words)) from = before.length - words.length;
    else to = text.length - after.length + words.length;
    beside.push(next);
  }
  return beside;
}

async function partNeed(name: string, context: TurnContext, signal: AbortSignal): Promise<Need> {
  const { parser, market, locale, language } = context;
  const mentioned: Need = { ...EMPTY_NEED, constraints: [wantedValue('mentions', name)] };
  if (parser === undefined) return mentioned;
  const need = await understandQuery({ query: name }, { parser, market, locale, language }, signal);
  return need.constraints.some(namesKind) ? need : mentioned;
}

/**
 * The kinds of things that serve a purpose: those of what is found for it, the best first; where that is a single one, also those that
 * are bought with the best of it. Two departments of one name are one kind. None where nothing is tied to what was said.
 */
export async function foundParts(
  need: Need,
  context: TurnContext,
  signal: AbortSignal,
): Promise<readonly SetPart[]> {
  const { shop, language } = context;
  const wishing = await withPreferences({ ...context, state: { ...context.state, need } }, signal);
  const wanted = { need: wishing.state.need, mode: 'new', exclude: [] } as const;
  const { products: listed } = await listProducts(
    shop,
    { ...toListRequest(wanted, context), limit: LOOKED_AT },
    signal,
  );
  // What only happens to be popular serves no purpose.
  const serving = SERVES.flatMap((kinds) =>
    listed.filter(({ reasons }) => reasons.some(({ kind }) => kinds.has(kind))),
  );
  const [best] = serving;
  if (best === undefined) return [];
  const found = kindsOf(serving);
  const kinds = found.length > 1 ? found : [...new Set([...found, ...(await boughtWith(best, context))])];
  const parts = kinds.map((kind): SetPart => {
    const name = shop.vocabulary.labelOf('category', kind, language);
    return { name, need: { ...EMPTY_NEED, constraints: [wantedValue('category', kind)] }, refused: [] };
  });
  return parts
    .filter(({ name }, place) => parts.findIndex((part) => part.name === name) === place)
    .slice(0, MOST_FOUND);
}

/** Kinds of things that are bought with a product. */
async function boughtWith(
  { product }: Pick<ListedProduct, 'product'>,
  context: TurnContext,
): Promise<readonly string[]> {
  const companions = await findGoesWith(context.shop, {
    productId: product.productId,
    limit: COMPANIONS,
    view: viewContext(context),
    segments: context.audience.segments,
  });
  return kindsOf(companions.filter(({ reasons }) => reasons.some(({ kind }) => kind === 'bought-with')));
}

const kindsOf = (products: readonly Pick<ListedProduct, 'product'>[]): string[] => [
  ...new Set(products.map(({ product }) => categoryKey(product.category)).filter((key) => key !== '')),
];

/** What is wanted of one part: its own wishes, and of those for the whole set what things of its kind state at all. */
export async function wholeNeed(
  part: SetPart,
  shared: Need,
  context: TurnContext,
  signal: AbortSignal,
): Promise<Need> {
  const { recipient, occasion } = shared;
  const own: Need = {
    ...part.need,
    query: [part.need.query, shared.query].filter((words) => words !== '').join(' '),
    ...(recipient === undefined ? {} : { recipient }),
    ...(occasion === undefined ? {} : { occasion }),
  };
  const { preferences = [] } = context.state;
  const limits = shared.constraints.filter(({ attribute }) => attribute !== 'price' && !KINDS.has(attribute));
  const state = { ...context.state, need: own, preferences: [...preferences, ...limits] };
  return (await withPreferences({ ...context, state }, signal)).state.need;
}

const CEILINGS: ReadonlySet<string> = new Set(['lt', 'lte']);

/**
 * What all of it may cost: the last figure that was named, and every "cheaper" since; undefined without a limit.
 *
 * @returns `minor` is the most it may be, `said` the figure of it, both in minor units.
 */
export function ceilingOf({
  constraints,
}: Need): { readonly minor: number; readonly said: number } | undefined {
  const ceilings = constraints
    .filter(({ attribute, operator, known }) => known && attribute === 'price' && CEILINGS.has(operator))
    .map(({ operator, value, words }) => ({
      said: Number(value),
      minor: Math.max(0, Number(value) - (operator === 'lt' ? 1 : 0)),
      isNamed: words !== '',
    }));
  const named = ceilings.findLast(({ isNamed }) => isNamed);
  const pulled = ceilings.filter(({ isNamed }) => !isNamed);
  const [lowest] = [...(named === undefined ? [] : [named]), ...pulled].toSorted(
    (left, right) => left.minor - right.minor,
  );
  return lowest;
}
