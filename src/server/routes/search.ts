import { randomUUID } from 'node:crypto';
import type { Departments, SearchRequest } from '../../chat/departments.ts';
import { toMinorUnits } from '../../domain/money.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import { requestSignal } from '../request-signal.ts';
import { defineRoute, nothing, type Route } from '../route.ts';
import { searchQuery } from '../schemas/place.ts';
import { marketListSchema, searchAnswerSchema } from '../schemas/product.ts';
import { placeOf } from './products.ts';

const SORT = {
  relevance: 'relevance',
  'price-asc': 'price-ascending',
  'price-desc': 'price-descending',
  rating: 'rating-descending',
} as const;

export function searchRoutes(departments: Departments): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/v1/search',
      summary: 'Search the catalogue; without words it is browsed',
      tag: 'Catalogue',
      security: 'none',
      schemas: { path: nothing, query: searchQuery, body: nothing },
      responses: { 200: { description: 'Found', content: { 'application/json': searchAnswerSchema } } },
      async handle({ query, response }) {
        const listId = randomUUID();
        const request: SearchRequest = {
          ...placeOf(query),
          listId,
          query: query.q,
          limit: query.limit,
          filters: query.filter,
          sort: SORT[query.sort],
          ...(query.cursor !== undefined && { cursor: query.cursor }),
          ...priceLimits(departments, query),
        };
        return {
          kind: 'json',
          status: 200,
          body: { listId, ...(await departments.search(request, requestSignal(response))) },
        };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/v1/markets',
      summary: 'The countries the shop sells to, with their currencies and languages',
      tag: 'Catalogue',
      security: 'none',
      schemas: { path: nothing, query: nothing, body: nothing },
      responses: { 200: { description: 'The markets', content: { 'application/json': marketListSchema } } },
      async handle() {
        return { kind: 'json', status: 200, body: { markets: departments.markets() } };
      },
    }),
  ];
}

/** Decimal limits in minor units of the market's currency. */
function priceLimits(
  departments: Departments,
  query: { readonly market?: string; readonly minPrice?: number; readonly maxPrice?: number },
): Pick<SearchRequest, 'minPriceMinor' | 'maxPriceMinor'> {
  const { minPrice, maxPrice } = query;
  if (minPrice === undefined && maxPrice === undefined) return {};
  if (minPrice !== undefined && maxPrice !== undefined && minPrice > maxPrice) {
    throw new AssistantError('INVALID_ARGUMENT', 'minPrice must not be above maxPrice');
  }
  const markets = departments.markets();
  const market =
    query.market === undefined ? markets[0] : markets.find(({ country }) => country === query.market);
  if (market === undefined)
    throw new AssistantError('UNKNOWN_MARKET', 'The shop does not sell to this market');
  return {
    ...(minPrice !== undefined && { minPriceMinor: toMinorUnits(minPrice, market.currency) }),
    ...(maxPrice !== undefined && { maxPriceMinor: toMinorUnits(maxPrice, market.currency) }),
  };
}
