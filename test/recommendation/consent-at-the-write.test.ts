import { expect, it } from 'vitest';
import { recordEvents } from '../../src/recommendation/record-events.ts';
import { NOW_MS, openShop, viewed } from './open-shop.ts';

/** What was true when the request was authorised. */
const conversation = { conversationId: 'c1', shopperId: 'visitor:v1', personalization: true, market: 'DE' };

async function storedPerson(consentNow: boolean | 'forgotten') {
  const database = await openShop(['a']);
  if (consentNow !== 'forgotten') {
    const consent = JSON.stringify({ personalization: consentNow });
    const row = {
      conversationId: 'c1',
      tokenHash: '',
      shopperId: 'visitor:v1',
      proved: 0,
      consent,
      market: 'DE',
      locale: 'de-DE',
    };
    await database.transaction(async (query) => {
      await query
        .insertInto('conversations')
        .values({ ...row, state: '{}', createdAtMs: 0, updatedAtMs: 0 })
        .execute();
    });
  }
  const batch = [viewed('a')];
  await recordEvents({
    database,
    batch,
    caller: { conversation },
    isKnownProduct: () => true,
    clock: () => NOW_MS,
  });
  return await database.query
    .selectFrom('interactions')
    .select(['productId', 'shopperId', 'sessionId'])
    .execute();
}

it('keeps the person of an event whose conversation still consents when it is written', async () => {
  expect(await storedPerson(true)).toEqual([{ productId: 'a', shopperId: 'visitor:v1', sessionId: 'c1' }]);
});

it.each([false, 'forgotten'] as const)(
  'keeps the event without its person when consent is %s by then',
  async (consentNow) => {
    expect(await storedPerson(consentNow)).toEqual([{ productId: 'a', shopperId: null, sessionId: null }]);
  },
);
