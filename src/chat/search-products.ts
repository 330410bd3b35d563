import type { Market } from '../domain/market.ts';
import { type Constraint, type Need, sameConstraint } from '../domain/need.ts';
import type { Reason } from '../domain/reason.ts';
import type { Parser } from '../understanding/parser.ts';
import { countFacets } from './count-facets.ts';
import type { SearchAnswer, SearchRequest } from './departments.ts';
import type { ServedList } from './impression-store.ts';
import { listProducts, type ProductList } from './list-products.ts';
import { readFilters } from './read-filters.ts';
import { withReasonTexts } from './reason-texts.ts';
import { readCursor, writeCursor } from './search-cursor.ts';
import type { Shop } from './shop.ts';
import { applyCorrections } from './tell-corrections.ts';
import { underRules, versionUnder } from './under-rules.ts';
import { understandQuery } from './understand-query.ts';
import { wantedValue } from './wanted-value.ts';

export interface SearchContext {
  readonly shop: Shop;
  readonly parser: Parser;
  readonly market: Market;
  readonly locale: string;
  readonly language: string;
  readonly nowMs: number;
  /** As the seed of `Audience`. */
  readonly requestId: string;
  /** As of `Audience`; a visitor when absent. */
  readonly segments?: readonly string[];
  /** Words reasons; without it products are given without any. */
  readonly reasonText?: (reason: Reason) => string;
  /** Hears what is about to be shown. */
  readonly onServed?: (served: Pick<ServedList, 'making' | 'products' | 'firstPosition'>) => void;
  /** Hears what was understood and how the list came about. */
  readonly onListed?: (need: Need, list: ProductList) => void;
}

/**
 * The search page: the same understanding, retrieval and ranking as the conversation, without a memory. Words like
 * "under 60" or "not red" in the query bind; filters of the request bind as well; nothing is relaxed silently.
 */
export async function searchProducts(
  request: SearchRequest,
  context: SearchContext,
  signal: AbortSignal,
): Promise<SearchAnswer> {
  const { market, language } = context;
  const audience = {
    surface: 'search' as const,
    seed: context.requestId,
    segments: context.segments ?? ['visitor'],
  };
  const shop = underRules(context.shop, { ...context, ...audience, market: market.country });
  const { filters, dropped } = readFilters(request.filters, shop.vocabulary);
  const understood = await understandQuery(request, context, signal);
  const limits = [...filters, ...priceLimits(request)];
  const need: Need = {
    ...understood,
    constraints: [
      ...understood.constraints.filter((constraint) => !limits.some((limit) => replaces(limit, constraint))),
      ...limits,
    ],
  };
  const view = { locale: context.locale, language, nowMs: context.nowMs };
  const base = {
    audience,
    need,
    intent: 'search' as const,
    market,
    view,
    exclude: [],
    history: [],
    opened: [],
    firm: limits,
  };
  const sort = request.sort === 'relevance' ? understood.sort : request.sort;
  const origin = {
    request,
    market: market.country,
    locale: context.locale,
    rankingVersion: versionUnder(shop, need),
  };
  const from = request.cursor === undefined ? 0 : readCursor(request.cursor, origin);
  const list = await listProducts(
    shop,
    {
      ...base,
      limit: request.limit,
      from,
      ...(sort === undefined ? {} : { sort }),
    },
    signal,
  );
  context.onListed?.(need, list);
  const facets = await countFacets(
    shop,
    {
      need,
      firm: limits,
      market,
      found: list,
      toLimit: (attribute, value) => toLimit(attribute, value, shop),
    },
    signal,
  );
  const isRelaxed = (limit: Constraint) => list.relaxed.some((relaxed) => sameConstraint(relaxed, limit));
  const { reasonText } = context;
  const products = list.products.map((listed) =>
    reasonText === undefined ? listed.view : withReasonTexts(listed, reasonText),
  );
  context.onServed?.({ making: list.making, products, firstPosition: from + 1 });
  return {
    products,
    total: list.total,
    facets: facets.map(({ attribute, values }) => ({
      attribute,
      label: shop.vocabulary.attributeLabel(attribute, language),
      values: values.map((value) => ({
        ...value,
        label: shop.vocabulary.labelOf(attribute, value.value, language),
      })),
    })),
    applied: need.constraints
      .filter((limit) => limit.known && limit.strength === 'hard' && !isRelaxed(limit))
      .map(toApplied),
    dropped: [
      ...dropped,
      ...list.relaxed.map((limit) => ({
        ...toApplied(limit),
        reason: 'nothing in the shop fulfils it together with the rest',
      })),
      ...need.constraints
        .filter(({ known }) => !known)
        .map((limit) => ({ ...toApplied(limit), reason: 'the catalogue does not know it' })),
    ],
    ...(list.corrections.length === 0
      ? {}
      : { corrected: applyCorrections(request.query, list.corrections) }),
    ...(list.next === undefined ? {} : { next: writeCursor(list.next, origin) }),
  };
}

const toApplied = ({ attribute, operator, value }: Constraint) => ({
  attribute,
  value: operator === 'eq' ? String(value) : `${operator} ${value}`,
});

/** A filter of the request speaks for its attribute: what words of the query want of the same one gives way, not what they refuse. */
const replaces = (limit: Constraint, constraint: Constraint): boolean =>
  limit.attribute === constraint.attribute &&
  constraint.operator !== 'ne' &&
  (limit.attribute !== 'price' || limit.operator.slice(0, 2) === constraint.operator.slice(0, 2));

function priceLimits({ minPriceMinor, maxPriceMinor }: SearchRequest): Constraint[] {
  return [
    ...(minPriceMinor === undefined ? [] : [wantedValue('price', minPriceMinor, { operator: 'gte' })]),
    ...(maxPriceMinor === undefined ? [] : [wantedValue('price', maxPriceMinor, { operator: 'lte' })]),
  ];
}

/** A value as a filter of the request binds it. */
const toLimit = (attribute: string, value: string, { vocabulary }: Shop): Constraint =>
  wantedValue(attribute, vocabulary.canonicalValue(attribute, value) ?? value);
