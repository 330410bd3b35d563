import { expect, it, onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { createConversationStore } from '../../src/chat/conversation-store.ts';
import { forgetCustomer } from '../../src/customers/forget-customer.ts';
import { initialState } from '../../src/dialogue/record-list.ts';
import { NO_CONSENT } from '../../src/domain/customer.ts';
import { openModelLedger } from '../../src/usage/open-model-ledger.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const PLENTY = { tokens: 1e12, micros: 1e12 };

async function spendingOfThree() {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  onTestFinished(() => database.close());
  const store = createConversationStore(database);
  const ledger = await openModelLedger({
    database,
    budgets: {
      limits: { conversation: PLENTY, address: PLENTY, day: PLENTY, month: PLENTY },
      scarceAbove: 1,
    },
    rates: () => ({ inputPriceMicros: 0, outputPriceMicros: 0, activeParametersBillion: 8 }),
    clock: Date.now,
    newId: () => crypto.randomUUID(),
  });
  const spend = async (conversationId: string) => {
    const call = { model: 'test', purpose: 'reply', inputTokens: 5, outputTokens: 5 } as const;
    return await ledger.reserve({ ...call, spender: { conversationId } });
  };
  for (const conversationId of ['of-ada', 'also-of-ada', 'of-bert']) {
    const shopperId = conversationId === 'of-bert' ? 'customer:bert' : 'customer:ada';
    const place = { market: 'US', locale: 'en-US' };
    const who = { conversationId, shopperId, proved: true, consent: NO_CONSENT };
    await store.create({ ...who, ...place, state: initialState('en') }, 'token', 0);
    await (await spend(conversationId)).settle({ inputTokens: 2, outputTokens: 2 }, 'answered');
  }
  const spenders = async () =>
    (
      await database.query
        .selectFrom('modelBudgets')
        .select('subject')
        .where('budget', '=', 'conversation')
        .orderBy('subject')
        .execute()
    ).map(({ subject }) => subject);
  return { database, store, ledger, spend, spenders };
}

it('forgets what a conversation spent with the conversation, also when a call of it ends later', async () => {
  const { store, ledger, spend, spenders } = await spendingOfThree();
  const underWay = await spend('of-ada');
  await store.forget(await store.load({ conversationId: 'of-ada', token: 'token' }));
  expect(await spenders()).toEqual(['also-of-ada', 'of-bert']);
  await underWay.settle({ inputTokens: 1, outputTokens: 1 }, 'answered');
  expect(await spenders()).toEqual(['also-of-ada', 'of-bert']);
  expect((await ledger.budgets())[0]).toMatchObject({ spent: 14 });
});

it('forgets what conversations of a customer spent with the customer, and not what the shop did', async () => {
  const { database, ledger, spenders } = await spendingOfThree();
  await forgetCustomer(database, 'ada');
  expect(await spenders()).toEqual(['of-bert']);
  expect((await ledger.budgets())[0]).toMatchObject({ spent: 12 });
});
