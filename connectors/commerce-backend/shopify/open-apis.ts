import { createGraphqlClient, type GraphqlClient } from './graphql-client.ts';

/** Where a shop is, and what opens it. */
export interface ShopifyPlace {
  /** "https://shop.myshopify.com"; http on this machine alone. */
  readonly url: string;
  /** "2026-07". */
  readonly apiVersion: string;
  readonly storefrontToken: string;
  /** Without it there are baskets, and no orders. */
  readonly adminToken?: string;
  /** For one request. */
  readonly timeoutMs: number;
}

/** Baskets. Private tokens are told from public ones by how they begin; each has a header of its own. */
export const openStorefront = (place: ShopifyPlace): GraphqlClient =>
  openApi(
    place,
    '/api',
    place.storefrontToken.startsWith('shpat_')
      ? { 'Shopify-Storefront-Private-Token': place.storefrontToken }
      : { 'X-Shopify-Storefront-Access-Token': place.storefrontToken },
  );

/** Orders; undefined without a token for them. */
export const openAdmin = (place: ShopifyPlace): GraphqlClient | undefined =>
  place.adminToken === undefined
    ? undefined
    : openApi(place, '/admin/api', { 'X-Shopify-Access-Token': place.adminToken });

const openApi = (
  { url, apiVersion, timeoutMs }: ShopifyPlace,
  path: '/api' | '/admin/api',
  headers: Readonly<Record<string, string>>,
): GraphqlClient =>
  createGraphqlClient({ url: new URL(`${path}/${apiVersion}/graphql.json`, url).href, headers, timeoutMs });
