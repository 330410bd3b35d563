import { expect, it, onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { createConversationStore } from '../../src/chat/conversation-store.ts';
import { teachBasket } from '../../src/chat/teach-basket.ts';
import { initialState } from '../../src/dialogue/record-list.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const HAPPENED = [{ type: 'add-to-cart', productId: 'lamp', quantity: 2, key: 'talk.message.0' }] as const;

async function taught(personalization: boolean) {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  onTestFinished(() => database.close());
  const conversation = {
    conversationId: 'talk',
    shopperId: 'visitor:1',
    proved: false,
    consent: { personalization },
    market: 'US',
    locale: 'en-US',
    state: initialState('en'),
  };
  await createConversationStore(database).create(conversation, 'token', 0);
  const visit = { conversationId: 'talk', shopperId: 'visitor:1', market: 'US', nowMs: 1 };
  await teachBasket({ database }, HAPPENED, visit);
  await teachBasket({ database }, HAPPENED, visit);
  return await database.query.selectFrom('interactions').selectAll().execute();
}

it('keeps once what went into a basket, and whose it was with consent', async () => {
  const kept = { type: 'add-to-cart', productId: 'lamp', quantity: 2, market: 'US' };
  expect(await taught(true)).toMatchObject([{ ...kept, shopperId: 'visitor:1', sessionId: 'talk' }]);
});

it('knows nobody by it without consent', async () => {
  expect(await taught(false)).toMatchObject([{ type: 'add-to-cart', shopperId: null, sessionId: null }]);
});
