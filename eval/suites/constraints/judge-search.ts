import type { OpenService } from '../../../src/assembly/open-service.ts';
import type { SearchAnswer, SearchRequest } from '../../../src/chat/departments.ts';
import { brokenLimits } from '../../../src/chat/desk/cases/breaks-limit.ts';
import type { Shop } from '../../../src/chat/shop.ts';
import { toMinorUnits } from '../../../src/domain/money.ts';
import type { Constraint } from '../../../src/domain/need.ts';
import { createRandom } from '../../../src/domain/random.ts';
import type { ConstraintSet } from './draw-sets.ts';

export interface SearchJudgement {
  readonly pages: number;
  readonly repeated: number;
  readonly missing: number;
  readonly broken: readonly string[];
  readonly facets: number;
  /** What was counted, and what choosing it gave. */
  readonly wrongFacets: readonly (readonly [string, string])[];
}

/** Facet values chosen for each set. */
const FACETS_CHOSEN = 8;

/** Asks the search page for a set: reads it to its end, holds every product to the filters, and chooses some of the facets. */
export async function judgeSearch(
  set: ConstraintSet,
  {
    shop,
    departments,
    seed,
  }: Pick<OpenService, 'departments'> & { readonly shop: Shop; readonly seed: number },
  signal: AbortSignal,
): Promise<SearchJudgement> {
  const request = toRequest(set, shop.vocabulary.labelOf);
  const pages: SearchAnswer[] = [];
  let cursor: string | undefined;
  do {
    const page = { ...request, ...(cursor === undefined ? {} : { cursor }) };
    const answer = await departments.search(page, signal);
    pages.push(answer);
    cursor = answer.next;
  } while (cursor !== undefined);

  const views = pages.flatMap(({ products }) => products);
  const distinct = new Set(views.map(({ productId }) => productId));
  const products = await shop.store.products([...distinct]);
  const limits = limitsOf(request);
  const broken = views.flatMap((view) => {
    const product = products.get(view.productId);
    return product === undefined ? [view.productId] : brokenLimits(view, product, limits);
  });
  const chosen = draw(
    (pages[0]?.facets ?? []).flatMap(({ attribute, values }) =>
      values.map(({ value, count }) => ({ attribute, value, count })),
    ),
    seed,
  );
  const wrongFacets: (readonly [string, string])[] = [];
  for (const { attribute, value, count } of chosen) {
    const filters = { ...request.filters, [attribute]: [value] };
    const { total } = await departments.search({ ...request, filters, limit: 1 }, signal);
    if (total !== count) wrongFacets.push([`${attribute}=${value}: ${count}`, String(total)]);
  }
  return {
    pages: pages.length,
    repeated: views.length - distinct.size,
    missing: Math.max(0, (pages[0]?.total ?? 0) - distinct.size),
    broken,
    facets: chosen.length,
    wrongFacets,
  };
}

function toRequest(
  { market, language, kind, wanted, minPrice, maxPrice, sort, pageLength }: ConstraintSet,
  labelOf: (attribute: string, value: string, language: string) => string,
): SearchRequest {
  const minor = (amount: number) => toMinorUnits(amount, market.currency);
  return {
    market: market.country,
    locale: `${language}-${market.country}`,
    query: kind === undefined ? '' : labelOf('type', kind, language),
    filters: Object.fromEntries(Object.entries(wanted).map(([attribute, value]) => [attribute, [value]])),
    ...(minPrice === undefined ? {} : { minPriceMinor: minor(minPrice) }),
    ...(maxPrice === undefined ? {} : { maxPriceMinor: minor(maxPrice) }),
    sort,
    limit: pageLength,
  };
}

function limitsOf({ filters, minPriceMinor, maxPriceMinor }: SearchRequest) {
  const limit = (attribute: string, operator: Constraint['operator'], value: string | number) => ({
    attribute,
    operator,
    value,
  });
  return [
    ...Object.entries(filters).flatMap(([attribute, values]) =>
      values.map((value) => limit(attribute, 'eq', value)),
    ),
    ...(minPriceMinor === undefined ? [] : [limit('price', 'gte', minPriceMinor)]),
    ...(maxPriceMinor === undefined ? [] : [limit('price', 'lte', maxPriceMinor)]),
  ];
}

function draw<T>(values: readonly T[], seed: number): T[] {
  const random = createRandom(seed);
  return values
    .map((value) => ({ value, order: random() }))
    .toSorted((left, right) => left.order - right.order)
    .slice(0, FACETS_CHOSEN)
    .map(({ value }) => value);
}
