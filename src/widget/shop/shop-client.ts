import type { Market } from '../../domain/market.ts';
import type { ProductDetail, ProductView } from '../../domain/turn.ts';
import { type Fetched, request } from '../request.ts';
import type { ShopPlace } from './shop-place.ts';

export interface Found {
  readonly products: readonly ProductView[];
  readonly total: number;
  /** The query as it was read, when words of it were misspelt. */
  readonly corrected?: string;
  /** Cursor of the next page; absent after the last. */
  readonly next?: string;
  readonly facets: readonly {
    readonly attribute: string;
    readonly values: readonly { readonly value: string; readonly count: number }[];
  }[];
}

/** The shop page's view of the public API. */
export interface ShopClient {
  markets(): Promise<Fetched<{ readonly markets: readonly Market[] }>>;
  search(
    place: ShopPlace,
    wish: {
      readonly query?: string;
      readonly department?: string;
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
  const at = (path: string, query: Readonly<Record<string, string>>) =>
    request(`${path}?${new URLSearchParams(query)}`) as Promise<Fetched<never>>;
  const placed = ({ market, locale }: ShopPlace) => ({ market: market.country, locale });
  const product = (productId: string) => `/v1/products/${encodeURIComponent(productId)}`;
  return {
    markets: () => at('/v1/markets', {}),
    search: (place, { query = '', department, limit, cursor }) =>
      at('/v1/search', {
        ...placed(place),
        q: query,
        limit: String(limit),
        ...(department !== undefined && { 'filter[category]': department }),
        ...(cursor !== undefined && { cursor }),
      }),
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
