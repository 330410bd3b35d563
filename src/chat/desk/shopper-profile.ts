import type { CatalogueStore } from '../../catalog/catalogue-store.ts';
import type { ReadMarks } from '../../desk/read-marks.ts';
import type { Consent } from '../../domain/customer.ts';
import type { ShopperProfile } from '../../domain/desk/conversation.ts';
import type { DialogueState } from '../../domain/dialogue-state.ts';
import { productText } from '../../domain/product.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import type { Database } from '../../ports/database.ts';

const MOST_RECENT = 20;

export interface ShopperProfileOptions {
  readonly database: Pick<Database, 'query'>;
  readonly marks: Pick<ReadMarks, 'profile'>;
  readonly products: CatalogueStore['products'];
}

/**
 * What is known of the shopper of a conversation, and no more than they consented to. Audited before it is told.
 *
 * @param reason Why it is looked at.
 * @throws {AssistantError} NOT_FOUND
 */
export type ReadProfile = (
  agentId: string,
  conversationId: string,
  reason: string,
) => Promise<ShopperProfile>;

export function createShopperProfile({ database, marks, products }: ShopperProfileOptions): ReadProfile {
  const { query } = database;
  return async (agentId, conversationId, reason) => {
    await marks.profile(agentId, conversationId, reason);
    const talk = await query
      .selectFrom('conversations')
      .select(['proved', 'consent', 'shopperId', 'state'])
      .where('conversationId', '=', conversationId)
      .executeTakeFirst();
    if (talk === undefined) throw new AssistantError('NOT_FOUND', 'There is no such conversation');
    const { language, historyPaused } = JSON.parse(talk.state) as DialogueState;
    const hasConsented = (JSON.parse(talk.consent) as Consent).personalization;
    const about = { isCustomer: talk.proved === 1, hasConsented };
    if (!hasConsented || historyPaused === true) return { ...about, recent: [] };
    const rows = await query
      .selectFrom('interactions')
      .select(['productId', 'type', 'occurredAtMs'])
      .where('shopperId', '=', talk.shopperId)
      .orderBy('occurredAtMs', 'desc')
      .orderBy('interactionId')
      .limit(MOST_RECENT)
      .execute();
    const known = await products(rows.map(({ productId }) => productId));
    const titleOf = (productId: string) => {
      const product = known.get(productId);
      return product === undefined ? productId : productText(product, language).title;
    };
    return {
      ...about,
      recent: rows.map(({ productId, type, occurredAtMs }) => ({
        productId,
        title: titleOf(productId),
        action: type,
        at: new Date(Number(occurredAtMs)).toISOString(),
      })),
    };
  };
}
