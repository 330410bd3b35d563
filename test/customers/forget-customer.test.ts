import { expect, it } from 'vitest';
import { forgetCustomer } from '../../src/customers/forget-customer.ts';
import type { Database } from '../../src/ports/database.ts';
import { loadModels } from '../../src/recommendation/model-store.ts';
import { createRecommender } from '../../src/recommendation/recommender.ts';
import { storeInteractions } from '../../src/recommendation/store-interactions.ts';
import { trainModels } from '../../src/recommendation/train-models.ts';
import { NOW_MS, openShop } from '../recommendation/open-shop.ts';

const bought = (shopperId: string, productId: string, sessionId?: string) => ({
  interactionId: `${shopperId} ${productId} ${sessionId}`,
  type: 'purchase' as const,
  productId,
  shopperId,
  ...(sessionId === undefined ? {} : { sessionId }),
  occurredAtMs: NOW_MS,
  receivedAtMs: NOW_MS,
});

async function addTalk(database: Database, conversationId: string, shopperId: string): Promise<void> {
  await database.transaction(async (query) => {
    await query
      .insertInto('conversations')
      .values({
        conversationId,
        shopperId,
        tokenHash: '',
        proved: 1,
        consent: '{"personalization":true}',
        market: 'US',
        locale: 'en-US',
        state: '{}',
        createdAtMs: 0,
        updatedAtMs: 0,
      })
      .execute();
    await query
      .insertInto('turns')
      .values({
        conversationId,
        number: 1,
        messageId: `${conversationId}-1`,
        utterance: 'a secret wish',
        turn: '{}',
        createdAtMs: 0,
      })
      .execute();
    await query
      .insertInto('impressions')
      .values(
        [conversationId, ''].map((talk, index) => ({
          messageId: `${shopperId}-${index}`,
          position: 1,
          conversationId: talk,
          shopperId: talk === '' ? shopperId : null,
          productId: 'a',
          score: 1,
          propensity: 1,
          rankingVersion: 'v',
          shownAtMs: 0,
        })),
      )
      .execute();
  });
}

it('deletes all that is kept of a customer, and nothing of anybody else', async () => {
  const database = await openShop([]);
  await addTalk(database, 'talk-ann', 'customer:ann');
  await addTalk(database, 'talk-bob', 'customer:bob');
  await storeInteractions(database, [
    bought('customer:ann', 'a'),
    bought('claimed:ann', 'b'),
    bought('visitor:x', 'c', 'talk-ann'),
    bought('customer:bob', 'a'),
    bought('visitor:ann', 'a'),
  ]);
  expect(await forgetCustomer(database, 'ann')).toEqual({
    conversations: 1,
    interactions: 3,
    impressions: 2,
  });
  expect(await forgetCustomer(database, 'ann')).toEqual({
    conversations: 0,
    interactions: 0,
    impressions: 0,
  });

  const left = await Promise.all([
    database.query.selectFrom('interactions').select('shopperId').orderBy('shopperId').execute(),
    database.query.selectFrom('turns').select('conversationId').execute(),
    database.query.selectFrom('impressions').select('messageId').execute(),
    database.query.selectFrom('conversations').select('shopperId').execute(),
  ]);
  expect(left).toEqual([
    [{ shopperId: 'customer:bob' }, { shopperId: 'visitor:ann' }],
    [{ conversationId: 'talk-bob' }],
    [{ messageId: 'customer:bob-0' }, { messageId: 'customer:bob-1' }],
    [{ shopperId: 'customer:bob' }],
  ]);
});

it('leaves no trace of a customer in the next models', async () => {
  const products = ['a', 'b', 'c', 'd'];
  const database = await openShop(products);
  const crowd = Array.from({ length: 12 }, (_, index) => `customer:s${index}`);
  await storeInteractions(database, [
    ...crowd.flatMap((shopper) => [bought(shopper, 'a'), bought(shopper, 'b')]),
    bought('customer:ann', 'a'),
    bought('customer:ann', 'd'),
  ]);
  const neighboursOf = async (productId: string) => {
    await trainModels({ database, clock: () => NOW_MS, force: true });
    const recommender = createRecommender(await loadModels(database));
    return recommender.goesWith(productId, 10).map((candidate) => candidate.productId);
  };
  expect(await neighboursOf('d')).toContain('a');
  await forgetCustomer(database, 'ann');
  expect(await neighboursOf('d')).toEqual([]);
  expect(await neighboursOf('a')).toEqual(['b']);
});
