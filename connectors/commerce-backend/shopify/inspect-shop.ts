import * as z from 'zod';
import type { OrderWrite } from '../../../src/domain/commerce.ts';
import { missingScopes, possibleWrites, readScopes } from './admin-scopes.ts';
import { openAdmin, openStorefront, type ShopifyPlace } from './open-apis.ts';

const INSPECT_SHOP = `
query InspectShop {
  shop { name }
  products(first: 1) { nodes { variants(first: 1) { nodes { quantityAvailable } } } }
}`;

const shape = z.object({ shop: z.object({ name: z.string() }) });

/**
 * Asks both APIs for what baskets and orders need of them.
 *
 * @param offered Writes that the shop's rules offer.
 * @returns The scopes the Admin token lacks for them.
 * @throws {AssistantError} As requests do; COMMERCE_FAILED with the code ACCESS_DENIED when the Storefront token may not see the stock.
 */
export async function inspectShop(
  place: ShopifyPlace,
  offered: readonly OrderWrite['type'][],
  signal: AbortSignal,
): Promise<{ readonly name: string; readonly missing: readonly string[] }> {
  const storefront = openStorefront(place);
  const { shop } = await storefront.read({ document: INSPECT_SHOP, variables: {}, shape, signal });
  const admin = openAdmin(place);
  if (admin === undefined) return { name: shop.name, missing: [] };
  const scopes = await readScopes(admin, signal);
  return { name: shop.name, missing: missingScopes(scopes, possibleWrites(offered)) };
}
