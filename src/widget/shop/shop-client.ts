import type { Market } from '../../domain/market.ts';
import type { ProductDetail, ProductView } from '../../domain/turn.ts';
import { type Fetched, request } from '../request.ts';
import type { ListPlace } from './list-place.ts';
import type { ShopPlace } from './shop-place.ts';

export interface Found {
  readonly products: readonly ProductView[];
  readonly total: number;
  /** The query as it was read, when words of it were misspelt. */
  readonly corrected?: string;
  /** What was asked for and the shop does not know. */
  readonly dropped: readonly { readonly value: string }[];
  /** Cursor of the next page; absent after the last. */
  readonly next?: string;
  readonly facets: readonly Facet[];
}

/** Labels are in the language of the place. */
export interface Facet {
  readonly attribute: string;
  readonly label: string;
  readonly values: readonly { readonly value: string; readonly label: string; readonly count: number }[];
}

/** The shop page's view of the public API. */
export interface ShopClient {
  markets(): Promise<Fetched<{ readonly markets: readonly Market[] }>>;
  search(
    place: ShopPlace,
    wish: Partial<ListPlace> & {
      readonly limit: number;
      /** Of the page before. */
      readonly cursor?: string;
    },
  ): Promise<Fetched<Found>>;
  product(place: ShopPlace, productId: string): Promise<Fetched<ProductDetail>>;
  beside(
    place: ShopPlace,
    productId: string,
    relation: 'similar' | 'goes-with',
  ): Promise<Fetched<{ readonly products: readonly ProductView[] }>>;
}

export function createShopClient(): ShopClient {
  const at = (path: string, query: string[][] | Record<string, string>) =>
    request(`${path}?${new URLSearchParams(query)}`) as Promise<Fetched<never>>;
  const placed = ({ market, locale }: ShopPlace) => ({ market: market.country, locale });
  const product = (productId: string) => `/v1/products/${encodeURIComponent(productId)}`;
  return {
    markets: () => at('/v1/markets', {}),
    search: (place, { query = '', filters = {}, minPrice, maxPrice, sort, limit, cursor }) =>
      at('/v1/search', [
        ...Object.entries({
          ...placed(place),
          q: query,
          limit: String(limit),
          ...(minPrice !== undefined && { minPrice }),
          ...(maxPrice !== undefined && { maxPrice }),
          ...(sort !== undefined && { sort }),
          ...(cursor !== undefined && { cursor }),
        }),
        ...Object.entries(filters).flatMap(([attribute, values]) =>
          values.map((value) => [`filter[${attribute}]`, value]),
        ),
      ]),
    product: (place, productId) => at(product(productId), placed(place)),
    beside: (place, productId, relation) =>
      at(`${product(productId)}/${relation}`, { ...placed(place), limit: '4' }),
  };
}

/** The departments: the roots of the category tree, largest first. */
export function departmentsOf(found: Found): readonly string[] {
  const categories = found.facets.find(({ attribute }) => attribute === 'category')?.values ?? [];
  return categories.map(({ value }) => value).filter((value) => !value.includes('>'));
}
