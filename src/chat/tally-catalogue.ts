import type { Act } from '../domain/act.ts';
import type { Money } from '../domain/money.ts';
import { type Constraint, hardConstraints, type Need } from '../domain/need.ts';
import type { TallyStep } from '../domain/reply-plan.ts';
import type { IndexFilter, IndexScope } from '../ports/product-index.ts';
import { countWider } from './count-facets.ts';
import { type ListedProduct, listProducts, type ProductList } from './list-products.ts';
import { SHOWN_LIMIT, toListRequest, withReasons } from './list-request.ts';
import { nearestOffer } from './nearest-offer.ts';
import { findMeasureExtreme } from './tally-measure.ts';
import type { TurnContext } from './turn-context.ts';
import { wantedValue } from './wanted-value.ts';

type TallyAct = Extract<Act, { type: 'tally' }>;

export interface Tally {
  readonly step: TallyStep;
  /** The products of the answer, for the dialogue to point at. */
  readonly listed: readonly ListedProduct[];
  readonly lists: readonly ProductList[];
}

/** The cheapest with what comes next. */
const EXTREMES_SHOWN = 4;
const MOST_VALUES = 1_000;

/** What a question is about: everything that fulfils all of it, without giving anything up. */
interface Subject {
  readonly need: Need;
  readonly scope: IndexScope;
  readonly total: number;
  /** Words that nothing of it holds. */
  readonly relaxed: readonly string[];
}

/**
 * Answers a question about the whole shop by counting over the index: numbers, values and prices of everything that fulfils
 * it, the cheapest and the dearest of all of it. Where there is none, that is said, with what comes nearest.
 */
export async function tallyCatalogue(
  act: TallyAct,
  context: TurnContext,
  signal: AbortSignal,
): Promise<Tally> {
  await context.shop.refreshPrices(context.nowMs);
  const subject = await findSubject(act, context, signal);
  const { need, scope, total, relaxed } = subject;
  const unknown = act.need.constraints.filter(({ known }) => !known);
  const step: TallyStep = {
    act: 'tally',
    question: act.question,
    need,
    total,
    soldOut: total > 0 && !scope.filters.some(({ kind }) => kind === 'availability'),
    relaxed,
    unknown: wordsOf(unknown.filter(({ attribute }) => attribute !== 'price')),
    foreignPrices: wordsOf(unknown.filter(({ attribute }) => attribute === 'price')),
    products: [],
    nearestWithout: [],
  };
  if (total === 0) return await withNearest(step, act, context, signal);
  switch (act.question) {
    case 'cheapest':
    case 'dearest':
      return await withExtremes(step, subject, context, signal);
    case 'least':
    case 'most':
      return await withMeasure(step, subject, { act, question: act.question }, context, signal);
    case 'exists':
      return await withProducts(step, subject, context, signal);
    case 'price-range':
      return { step: { ...step, ...(await pricesOf(scope, context, signal)) }, listed: [], lists: [] };
    case 'values':
    case 'departments': {
      const attribute = act.question === 'departments' ? 'category' : (act.attribute ?? 'category');
      return {
        step: { ...step, ...(await valuesOf(attribute, scope, context, signal)) },
        listed: [],
        lists: [],
      };
    }
    case 'count':
      return { step, listed: [], lists: [] };
  }
}

const wordsOf = (constraints: readonly Constraint[]): string[] => [
  ...new Set(constraints.map(({ words }) => words).filter((words) => words !== '')),
];

/**
 * A thing that the shop does not know is nowhere in it. Words that no text holds are said and left out where products are
 * asked for; a number of them is none, and so are products with words that stand with others alone.
 */
async function findSubject(
  { need, question }: TallyAct,
  { shop, market, language }: TurnContext,
  signal: AbortSignal,
): Promise<Subject> {
  const resolve = (wanted: Need) =>
    shop.retriever.resolve(
      { need: wanted, firm: wanted.constraints, market: market.country, onlyAvailable: true },
      signal,
    );
  const whole = await resolve(need);
  const isUnheardOf = need.constraints.some(
    ({ known, attribute, operator }) => !known && attribute !== 'price' && operator === 'eq',
  );
  if (isUnheardOf) return { need, scope: whole.scope, total: 0, relaxed: [] };
  const mentions = need.constraints.filter(({ attribute }) => attribute === 'mentions');
  const isNumber = question === 'count' || question === 'exists';
  if (whole.total > 0 || mentions.length === 0 || isNumber) return { ...whole, need, relaxed: [] };
  const [said, ...others] = mentions;
  const kept = need.constraints.filter((limit) => !mentions.includes(limit));
  if (said === undefined || others.length > 0 || kept.length === 0) return { ...whole, need, relaxed: [] };
  // Word after word as far as something is left.
  let found = { need: { ...need, constraints: kept }, words: [] as string[] };
  const unsaid: string[] = [];
  for (const word of said.words.split(' ')) {
    const words = [...found.words, word];
    const limit = { ...said, value: words.join(' ').toLowerCase(), words: words.join(' ') };
    const narrower = { ...need, constraints: [...kept, limit] };
    const { named, described } = shop.vocabulary.usageOf(word, language);
    if ((await resolve(narrower)).total > 0) found = { need: narrower, words };
    else if (named > 0 || described) return { ...whole, need, relaxed: [] };
    else unsaid.push(word);
  }
  const resolved = await resolve(found.need);
  return resolved.total > 0
    ? { ...resolved, need: found.need, relaxed: unsaid }
    : { ...whole, need, relaxed: [] };
}

/** None: what comes nearest, when something of what was asked about is left in it. */
async function withNearest(
  step: TallyStep,
  { need }: TallyAct,
  context: TurnContext,
  signal: AbortSignal,
): Promise<Tally> {
  const { sort: _, ...wanted } = need;
  const known = hardConstraints(wanted);
  if (known.length === 0) return { step, listed: [], lists: [] };
  const request = toListRequest({ need: wanted, mode: 'new', exclude: [] }, context);
  const list = await listProducts(context.shop, request, signal);
  if (list.products.length === 0 || list.relaxed.length >= known.length) {
    return { step, listed: [], lists: [list] };
  }
  const nearest = await nearestOffer(list, wanted, context, signal);
  return {
    step: {
      ...step,
      products: list.products.map((listed) => withReasons(listed, context)),
      nearestWithout: wordsOf(list.relaxed),
      ...(nearest === undefined ? {} : { nearest }),
    },
    listed: list.products,
    lists: [list],
  };
}

async function withExtremes(
  step: TallyStep,
  { need, scope }: Subject,
  context: TurnContext,
  signal: AbortSignal,
): Promise<Tally> {
  const { shop } = context;
  const request = toListRequest({ need, mode: 'new', exclude: [] }, context);
  const list = await listProducts(
    shop,
    { ...request, firm: need.constraints, limit: EXTREMES_SHOWN },
    signal,
  );
  const price = list.products[0]?.view.price.amountMinor;
  const atPrice: IndexFilter[] =
    price === undefined ? [] : [{ kind: 'price', minMinor: price, maxMinor: price }];
  const [tied = 0] = await shop.index.count([{ ...scope, filters: [...scope.filters, ...atPrice] }], signal);
  return {
    step: { ...step, products: list.products.map((listed) => withReasons(listed, context)), tied },
    listed: list.products,
    lists: [list],
  };
}

/** The products that have the least or the most of what is measured, those that state it compared. */
async function withMeasure(
  step: TallyStep,
  { need, scope }: Subject,
  { act, question }: { readonly act: TallyAct; readonly question: 'least' | 'most' },
  context: TurnContext,
  signal: AbortSignal,
): Promise<Tally> {
  const found = await findMeasureExtreme({ named: act.attribute ?? '', question }, scope, context, signal);
  if (found === undefined) return { step, listed: [], lists: [] };
  const operator = question === 'least' ? 'lte' : 'gte';
  const bound = wantedValue(found.attribute, found.value, { operator });
  const extreme: Need = { ...need, constraints: [...need.constraints, bound] };
  const request = toListRequest({ need: extreme, mode: 'new', exclude: [] }, context);
  const list = await listProducts(
    context.shop,
    { ...request, firm: extreme.constraints, limit: EXTREMES_SHOWN },
    signal,
  );
  const products = list.products.map((listed) => withReasons(listed, context));
  return {
    step: { ...step, products, tied: list.total, measure: found.measure },
    listed: list.products,
    lists: [list],
  };
}

async function withProducts(
  step: TallyStep,
  { need }: Subject,
  context: TurnContext,
  signal: AbortSignal,
): Promise<Tally> {
  const request = toListRequest({ need, mode: 'new', exclude: [] }, context);
  const list = await listProducts(
    context.shop,
    { ...request, firm: need.constraints, limit: SHOWN_LIMIT },
    signal,
  );
  const products = list.products.map((listed) => withReasons(listed, context));
  return { step: { ...step, products }, listed: list.products, lists: [list] };
}

async function pricesOf(
  scope: IndexScope,
  { shop, market }: TurnContext,
  signal: AbortSignal,
): Promise<Pick<TallyStep, 'prices'>> {
  const range = await shop.index.priceRange(scope, signal);
  if (range === undefined) return {};
  const [lowest, , median, , highest] = range;
  const money = (amountMinor: number): Money => ({ amountMinor, currency: market.currency });
  return { prices: { lowest: money(lowest), median: money(median), highest: money(highest) } };
}

async function valuesOf(
  attribute: string,
  scope: IndexScope,
  { shop, language }: TurnContext,
  signal: AbortSignal,
): Promise<Pick<TallyStep, 'values'>> {
  const facets = await shop.index.facets(scope, [attribute], MOST_VALUES, signal);
  // Of the category tree, the departments: everything else stands below one.
  const present = (facets.get(attribute) ?? []).filter(
    ({ value }) => attribute !== 'category' || !value.includes('>'),
  );
  const toLimit = (_: string, value: string) => wantedValue(attribute, value);
  const leading = await countWider(shop, { scope, toLimit }, { attribute, values: present }, signal);
  const counts = [
    ...leading.toSorted((left, right) => right.count - left.count),
    ...present.slice(leading.length),
  ];
  return {
    values: {
      attribute,
      attributeLabel: shop.vocabulary.attributeLabel(attribute, language),
      counts: counts.map(({ value, count }) => ({
        value,
        label: shop.vocabulary.labelOf(attribute, value, language),
        count,
      })),
    },
  };
}
