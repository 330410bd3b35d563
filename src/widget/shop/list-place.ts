/** What a list shows, as its address says it: shared, bookmarked and gone back to. */
export interface ListPlace {
  readonly query: string;
  /** Values chosen of each attribute, alternatives of each other. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** In the market's currency, as typed; inclusive. */
  readonly minPrice?: string;
  readonly maxPrice?: string;
  readonly sort: Sort;
}

export const SORTS = ['relevance', 'price-asc', 'price-desc'] as const;
export type Sort = (typeof SORTS)[number];

const FILTER = /^f\.(.{1,60})$/u;
const AMOUNT = /^[0-9]{1,12}(?:\.[0-9]{1,4})?$/;

/** What cannot be read is left out. */
export function readListPlace(parameters: URLSearchParams): ListPlace {
  const filters: Record<string, string[]> = Object.create(null);
  for (const [name, value] of parameters) {
    const attribute = FILTER.exec(name)?.[1];
    if (attribute === undefined) continue;
    const values = filters[attribute] ?? [];
    filters[attribute] = values.includes(value) ? values : [...values, value];
  }
  const sort = SORTS.find((known) => known === parameters.get('sort')) ?? 'relevance';
  const [minPrice, maxPrice] = [readAmount(parameters.get('min')), readAmount(parameters.get('max'))];
  return {
    query: parameters.get('q') ?? '',
    filters,
    ...(minPrice !== undefined && { minPrice }),
    ...(maxPrice !== undefined && { maxPrice }),
    sort,
  };
}

/** A comma is a point where people write so. */
export function readAmount(typed: string | null): string | undefined {
  const amount = (typed ?? '').trim().replace(',', '.');
  return AMOUNT.test(amount) ? amount : undefined;
}

export function listAddress({ query, filters, minPrice, maxPrice, sort }: ListPlace): string {
  const parameters = new URLSearchParams();
  if (query !== '') parameters.set('q', query);
  for (const [attribute, values] of Object.entries(filters))
    for (const value of values) parameters.append(`f.${attribute}`, value);
  if (minPrice !== undefined) parameters.set('min', minPrice);
  if (maxPrice !== undefined) parameters.set('max', maxPrice);
  if (sort !== 'relevance') parameters.set('sort', sort);
  const search = parameters.toString();
  return search === '' ? '/' : `/?${search}`;
}

export const isChosen = ({ filters }: ListPlace, attribute: string, value: string): boolean =>
  filters[attribute]?.includes(value) ?? false;

/** The same list with a value chosen, or chosen no more. */
export function toggled(place: ListPlace, attribute: string, value: string): ListPlace {
  const before = place.filters[attribute] ?? [];
  const values = before.includes(value) ? before.filter((other) => other !== value) : [...before, value];
  const { [attribute]: _, ...others } = place.filters;
  return { ...place, filters: values.length === 0 ? others : { ...others, [attribute]: values } };
}

export function withPrices(place: ListPlace, min: string, max: string): ListPlace {
  const { minPrice: _min, maxPrice: _max, ...rest } = place;
  const [minPrice, maxPrice] = [readAmount(min), readAmount(max)];
  return {
    ...rest,
    ...(minPrice !== undefined && { minPrice }),
    ...(maxPrice !== undefined && { maxPrice }),
  };
}

/** A list rather than the front of the shop. */
export const isNarrowed = ({ query, filters, minPrice, maxPrice }: ListPlace): boolean =>
  query !== '' || Object.keys(filters).length > 0 || minPrice !== undefined || maxPrice !== undefined;
