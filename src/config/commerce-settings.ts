import * as z from 'zod';
import { shopifySettings } from './shopify-settings.ts';

const count = (fallback: number, max: number) => z.coerce.number().int().min(1).max(max).default(fallback);
const optionalText = z
  .string()
  .trim()
  .optional()
  .transform((value) => (value === '' ? undefined : value));

/** Baskets and orders: where they live, and what customers may do with them. */
export const commerceSettings = {
  COMMERCE: z
    .enum(['embedded', 'shopify'])
    .default('embedded')
    .describe(
      'Where baskets and orders live: "embedded" keeps them beside the catalogue, "shopify" in that shop',
    ),
  ORDER_RULES: optionalText.describe(
    'YAML file that says which orders may be cancelled, returned, exchanged or changed; empty: the rules that come with the program',
  ),
  CHECKOUT_URL: optionalText
    .refine(
      (value) =>
        value === undefined || /^https?:$/.test(URL.parse(value.replaceAll('{items}', ''))?.protocol ?? ''),
      'must be an address that begins with http:// or https://',
    )
    .describe(
      'Page of the shop where a basket is paid; "{items}" in it becomes "variant:quantity" of every line, separated by commas',
    ),
  ...shopifySettings,
  LIMIT_BASKET_LINES: count(100, 1_000).describe('Most lines of a basket'),
  LIMIT_BASKET_QUANTITY: count(99, 10_000).describe('Most pieces of one line of a basket'),
  LIMIT_BASKET_DAYS: count(30, 365).describe('Days after which a basket that nobody changed is forgotten'),
  LIMIT_RESERVATION_MINUTES: count(30, 10_080).describe(
    'Minutes that the pieces of a basket are held after it was changed',
  ),
};
