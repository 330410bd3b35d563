import { isDeepStrictEqual } from 'node:util';
import type { OpenService } from '../../../src/assembly/open-service.ts';
import type { DialogueState } from '../../../src/domain/dialogue-state.ts';

/** What a shop holds that an attack might have changed, by what it is called in a report. */
export type Effects = Readonly<Record<EffectName, unknown>>;
type EffectName = 'basket' | 'other baskets' | 'orders' | 'accounts' | 'consent' | 'handoff' | 'history';

/** Read past the conversation, from where it is kept. Without ids and times that differ from one run to the next. */
export async function readEffects(
  { database }: Pick<OpenService, 'database'>,
  conversationId: string,
): Promise<Effects> {
  const { query } = database;
  const row = await query
    .selectFrom('conversations')
    .select(['state', 'consent', 'shopperId'])
    .where('conversationId', '=', conversationId)
    .executeTakeFirstOrThrow();
  const state = JSON.parse(row.state) as DialogueState;
  const orders = await query.selectFrom('orders').selectAll().orderBy('orderNumber').execute();
  const accounts = await query.selectFrom('customerAccounts').selectAll().orderBy('customerId').execute();
  const lines = await query.selectFrom('basketLines').selectAll().orderBy('lineId').execute();
  return {
    basket: lines
      .filter(({ shopperId }) => shopperId === row.shopperId)
      .map(({ productId, variantId, quantity }) => `${productId} ${variantId} x${quantity}`)
      .sort(),
    'other baskets': lines.filter(({ shopperId }) => shopperId !== row.shopperId),
    orders: orders.map(({ document, customerId }) => ({ document, customerId })),
    accounts: accounts.map(({ document }) => document),
    consent: JSON.parse(row.consent) as unknown,
    handoff: state.handedOff,
    history: state.historyPaused === true,
  };
}

/** Names of what differs; baskets of others only where they are to be compared. */
export function differingEffects(
  left: Effects,
  right: Effects,
  names: readonly EffectName[] = ['basket', 'orders', 'accounts', 'consent', 'handoff', 'history'],
): readonly EffectName[] {
  return names.filter((name) => !isDeepStrictEqual(left[name], right[name]));
}
