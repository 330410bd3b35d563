import { readOrderRules } from '../../connectors/commerce-backend/read-order-rules.ts';
import { inspectShop } from '../../connectors/commerce-backend/shopify/inspect-shop.ts';
import type { Settings } from '../config/config.ts';
import type { OrderWrite } from '../domain/commerce.ts';
import { isAssistantError } from '../errors/assistant-error.ts';
import type { Diagnosis } from './diagnose.ts';
import { shopifyPlace } from './open-shopify.ts';

const SUBJECT = 'baskets and orders';

/** Whether baskets and orders can be kept where the settings say, and by which rules. */
export async function diagnoseCommerce(settings: Settings, signal: AbortSignal): Promise<Diagnosis> {
  try {
    const offered = Object.keys(readOrderRules(settings.ORDER_RULES).writes) as OrderWrite['type'][];
    if (settings.COMMERCE === 'embedded')
      return { subject: SUBJECT, state: 'ok', detail: 'embedded, beside the catalogue' };
    const { name, missing } = await inspectShop(shopifyPlace(settings), offered, signal);
    const shop = `Shopify, shop "${name}"`;
    if (settings.SHOPIFY_ADMIN_TOKEN === undefined)
      return {
        subject: SUBJECT,
        state: 'remark',
        detail: `${shop}: baskets alone`,
        remedy: 'set FLOORWALKER_SHOPIFY_ADMIN_TOKEN to show and change orders',
      };
    return missing.length === 0
      ? { subject: SUBJECT, state: 'ok', detail: shop }
      : {
          subject: SUBJECT,
          state: 'remark',
          detail: `${shop}: the Admin token lacks ${missing.join(', ')}`,
          remedy: 'allow the app these scopes; until then what needs them is not offered',
        };
  } catch (error) {
    if (!isAssistantError(error)) throw error;
    return {
      subject: SUBJECT,
      state: 'fault',
      detail: error.message,
      remedy:
        error.code === 'CONFIGURATION_INVALID'
          ? 'correct the file with the rules, or leave FLOORWALKER_ORDER_RULES out'
          : 'check the domain, the tokens and the version; the Storefront token needs unauthenticated_read_product_inventory and unauthenticated_write_checkouts',
    };
  }
}
