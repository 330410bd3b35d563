import * as z from 'zod';

const optionalText = z
  .string()
  .trim()
  .optional()
  .transform((value) => (value === '' ? undefined : value));

/** A shop of Shopify that keeps baskets and orders. */
export const shopifySettings = {
  SHOPIFY_DOMAIN: optionalText
    .refine(
      (value) => value === undefined || /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/i.test(value),
      'must be the name.myshopify.com of the shop, without https://',
    )
    .describe('Shop of Shopify that keeps baskets and orders: "name.myshopify.com"'),
  SHOPIFY_URL: optionalText
    .refine(
      (value) => value === undefined || isSafeAddress(value),
      'must begin with https://, or http:// on this machine',
    )
    .describe(
      'Address of the shop when it is not https:// and its domain, as for a stand-in on this machine',
    ),
  SHOPIFY_STOREFRONT_TOKEN: optionalText.describe(
    'Token for the Storefront API, private ("shpat_...") or public: baskets',
  ),
  SHOPIFY_ADMIN_TOKEN: optionalText.describe(
    'Token for the Admin API: orders; without it nothing of orders is shown or done',
  ),
  SHOPIFY_API_VERSION: z
    .string()
    .trim()
    .regex(/^20\d\d-(01|04|07|10)$/, 'must be a version such as 2026-07')
    .default('2026-07')
    .describe("Version of Shopify's APIs"),
  SHOPIFY_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(1)
    .max(600_000)
    .default(5_000)
    .describe('Longest wait for one answer of Shopify'),
};

function isSafeAddress(address: string): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  const isHere = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isHere);
}

/** What must be told beside COMMERCE=shopify. @returns One line per fault. */
export function checkShopifySettings(
  given: Readonly<Partial<Record<string, string>>>,
  prefix: string,
): string[] {
  if (given.COMMERCE !== 'shopify') return [];
  const problems: string[] = [];
  if (given.SHOPIFY_DOMAIN === undefined && given.SHOPIFY_URL === undefined)
    problems.push(`${prefix}COMMERCE: "shopify" needs ${prefix}SHOPIFY_DOMAIN`);
  if (given.SHOPIFY_STOREFRONT_TOKEN === undefined)
    problems.push(`${prefix}COMMERCE: "shopify" needs ${prefix}SHOPIFY_STOREFRONT_TOKEN`);
  return problems;
}
