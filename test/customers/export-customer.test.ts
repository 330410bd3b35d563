import { deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { exportCustomer } from '../../src/customers/export-customer.ts';
import { forgetCustomer } from '../../src/customers/forget-customer.ts';
import type { Database, Query } from '../../src/ports/database.ts';
import { storeInteractions } from '../../src/recommendation/store-interactions.ts';
import { exportSchema } from '../../src/server/schemas/customer.ts';
import { NOW_MS, openShop } from '../recommendation/open-shop.ts';

/** Puts a word of a customer into every table that keeps anything of people. */
async function leaveTraces(database: Database, customerId: string, word: string): Promise<void> {
  const shopperId = `customer:${customerId}`;
  const conversationId = `talk-${customerId}`;
  await database.transaction(async (query) => {
    await keepTalk(query, conversationId, shopperId, word);
    const basket = { shopperId, position: 0, lineId: word, productId: 'a', variantId: 'a', quantity: 1 };
    await query
      .insertInto('basketLines')
      .values({ ...basket, heldUntilMs: NOW_MS, updatedAtMs: NOW_MS })
      .execute();
    await query
      .insertInto('customerAccounts')
      .values({ customerId, document: JSON.stringify({ name: word }), sourceHash: '', updatedAtMs: NOW_MS })
      .execute();
    await query
      .insertInto('orders')
      .values({
        ...{
          orderNumber: `order-${word}`,
          customerId,
          placedAtMs: NOW_MS,
          sourceHash: '',
          updatedAtMs: NOW_MS,
        },
        document: JSON.stringify({ orderNumber: `order-${word}`, address: {}, shipments: [], payments: [] }),
      })
      .execute();
    await query
      .insertInto('commerceWrites')
      .values({ key: `write-${word}`, shopperId, writeHash: '', preview: `["${word}"]`, createdAtMs: NOW_MS })
      .execute();
    await query
      .insertInto('choices')
      .values({
        ...{
          listId: `list-${word}`,
          surface: 'chat',
          intent: 'find',
          strategy: 's',
          explored: 0,
          propensity: 1,
        },
        ...{ among: '[]', context: '[]', policyVersion: 'v', products: '["a"]', conversationId, shopperId },
        ...{ deeds: '{}', reward: 0, learned: null, shownAtMs: NOW_MS },
      })
      .execute();
    await query
      .insertInto('modelBudgets')
      .values({ budget: 'conversation', subject: conversationId, period: '2026-01-01', tokens: 7, micros: 0 })
      .execute();
  });
  await storeInteractions(database, [
    {
      ...{ interactionId: `event-${word}`, type: 'purchase', productId: 'a', shopperId },
      ...{ occurredAtMs: NOW_MS, receivedAtMs: NOW_MS },
    },
  ]);
}

async function keepTalk(
  query: Query,
  conversationId: string,
  shopperId: string,
  word: string,
): Promise<void> {
  await query
    .insertInto('conversations')
    .values({
      ...{
        conversationId,
        shopperId,
        tokenHash: 'the hash of a token',
        proved: 1,
        market: 'US',
        locale: 'en-US',
      },
      ...{
        consent: '{"personalization":true,"textVersion":3}',
        state: JSON.stringify({ word }),
        createdAtMs: 0,
        updatedAtMs: 0,
      },
    })
    .execute();
  const messageId = `message-${word}`;
  await query
    .insertInto('turns')
    .values({ conversationId, number: 1, messageId, utterance: word, turn: '{}', createdAtMs: 0 })
    .execute();
  await query
    .insertInto('impressions')
    .values({
      ...{ messageId, position: 1, conversationId, shopperId: null, productId: 'a', score: 1, propensity: 1 },
      ...{ rankingVersion: 'v', shownAtMs: 0 },
    })
    .execute();
  const document = deflateRawSync(JSON.stringify({ word }));
  await query.insertInto('traces').values({ messageId, conversationId, document, createdAtMs: 0 }).execute();
  await query
    .insertInto('entries')
    .values({
      ...{ conversationId, number: 1, afterMessageId: null, kind: 'said', agentId: null, firstName: null },
      ...{ text: word, listId: null, clientMessageId: null, createdAtMs: 0 },
    })
    .execute();
  await query
    .insertInto('translations')
    .values({ conversationId, textKey: messageId, language: 'de', text: word })
    .execute();
  await query
    .insertInto('notes')
    .values({ noteId: word, conversationId, agentId: 'ada', firstName: 'Ada', text: word, createdAtMs: 0 })
    .execute();
  await query
    .insertInto('satisfactions')
    .values({ conversationId, askedAtMs: 0, score: 5, comment: word, answeredAtMs: 1 })
    .execute();
  await query
    .insertInto('drafts')
    .values({
      ...{ messageId, conversationId, version: 1, state: 'waiting', heldUntilMs: 0, createdAtMs: 0 },
      ...{ turn: JSON.stringify({ word }), alternatives: '[]', making: '{}', dialogue: '{}', reply: null },
      ...{ agentId: null, firstName: null },
    })
    .execute();
  await query
    .insertInto('corrections')
    .values({
      ...{ correctionId: word, conversationId, messageId, agentId: 'ada', firstName: 'Ada', reason: null },
      ...{ wants: word, scope: '[]', proposed: '[]', listed: 0, chosen: '[]', banned: '[]', createdAtMs: 0 },
      ...{ undoneAtMs: null, undoneBy: null, undoneFirstName: null },
    })
    .execute();
  const place = { conversationId, market: 'DE', language: 'en', channel: 'web' as const, atMs: 0 };
  await query
    .insertInto('turnFacts')
    .values({
      ...{ ...place, messageId, number: 1, repliedBy: 'embedded', totalMs: 1, costMicros: 0 },
      ...{ inputTokens: 0, outputTokens: 0, wattHoursLow: 0, wattHoursMid: 0, wattHoursHigh: 0 },
    })
    .execute();
  await query
    .insertInto('conversationMarks')
    .values({ ...place, kind: 'unknown', attribute: 'type', value: word, budgetMinor: null, currency: null })
    .execute();
}

async function read(database: Database, customerId: string, isForShop = true) {
  const lists = exportCustomer(database, customerId, isForShop).map(
    async ({ name, rows }) => [name, await Array.fromAsync(rows)] as const,
  );
  return Object.fromEntries(await Promise.all(lists));
}

it('holds what stands of a customer in every store, and nothing of anybody else', async () => {
  const database = await openShop([]);
  await leaveTraces(database, 'ann', 'heliotrope');
  await leaveTraces(database, 'bob', 'saxifrage');

  const exported = await read(database, 'ann');

  expect(Object.entries(exported).filter(([, rows]) => rows.length !== 1)).toEqual([]);
  expect(exported.messages).toMatchObject([{ utterance: 'heliotrope', number: 1 }]);
  expect(exported.traces).toMatchObject([{ trace: { word: 'heliotrope' } }]);
  expect(exported.conversations).toMatchObject([
    { consent: { personalization: true, textVersion: 3 }, proved: true },
  ]);
  const text = JSON.stringify(exported);
  expect(text).not.toMatch(/saxifrage|bob/);
  expect(text).not.toContain('the hash of a token');
});

it('tells the shop alone what colleagues noted', async () => {
  const database = await openShop([]);
  await leaveTraces(database, 'ann', 'heliotrope');
  const own = await read(database, 'ann', false);
  for (const name of ['notes', 'drafts', 'corrections']) expect(own).not.toHaveProperty(name);
  expect((await read(database, 'ann')).notes).toMatchObject([{ text: 'heliotrope' }]);
});

it('is described list by list', async () => {
  const database = await openShop([]);
  const frame = { customerId: 'ann', exportedAt: '2026-11-23T10:00:00Z' };
  for (const isForShop of [true, false])
    exportSchema.strict().parse({ ...frame, ...(await read(database, 'ann', isForShop)) });
});

it('is empty of somebody who is not known, or was forgotten', async () => {
  const database = await openShop([]);
  await leaveTraces(database, 'ann', 'heliotrope');
  await forgetCustomer(database, 'ann');
  for (const customerId of ['ann', 'nobody'])
    expect(Object.values(await read(database, customerId)).flat()).toEqual([]);
});

it('holds every row of many, each once', async () => {
  const database = await openShop([]);
  await leaveTraces(database, 'ann', 'heliotrope');
  const count = 1_000;
  await storeInteractions(
    database,
    Array.from({ length: count }, (_, index) => ({
      ...{ interactionId: `many-${index}`, type: 'view' as const, productId: 'a', shopperId: 'claimed:ann' },
      ...{ occurredAtMs: NOW_MS, receivedAtMs: NOW_MS },
    })),
  );
  await database.transaction(async (query) => {
    for (let number = 2; number <= count; number += 1)
      await query
        .insertInto('turns')
        .values({
          ...{ conversationId: 'talk-ann', number, messageId: `m-${number}`, utterance: '', turn: '{}' },
          createdAtMs: 0,
        })
        .execute();
  });
  const { events = [], messages = [] } = await read(database, 'ann');
  expect(new Set(events.map((event) => JSON.stringify(event))).size).toBe(count + 1);
  expect(messages.map((message) => 'number' in message && message.number)).toEqual(
    Array.from({ length: count }, (_, index) => index + 1),
  );
});
