import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OpenService } from '../../src/assembly/open-service.ts';
import { createRandom } from '../../src/domain/random.ts';
import { DEMO_CLOCK_MS } from '../support/demo-clock.ts';
import { demoService } from '../support/demo-service.ts';

const { signal } = new AbortController();
const MINUTE_MS = 60_000;
const SHARE = 0.5;
const LISTS = 240;
/** What the shoppers of this test like, and tell nobody. */
const LIKED = 'more-new';

let service: OpenService;
let nowMs = DEMO_CLOCK_MS;

beforeAll(async () => {
  service = await demoService(
    { FLOORWALKER_EXPLORATION: 'thompson', FLOORWALKER_EXPLORATION_SHARE: String(SHARE) },
    () => nowMs,
  );
  const random = createRandom(7);
  for (let list = 0; list < LISTS; list += 1) await visit(`list ${list}`, random);
  nowMs += 60 * MINUTE_MS;
});

afterAll(async () => await service.close());

/** Somebody who clicks on most lists of one strategy, and on few others. */
async function visit(listId: string, random: () => number) {
  const { departments, behaviour, database } = service;
  const [first] = await departments.recommendations({ market: 'US', limit: 8, listId }, signal);
  await behaviour.impressions.flush();
  const { strategy } = await database.query
    .selectFrom('impressions')
    .select('strategy')
    .where('messageId', '=', listId)
    .executeTakeFirstOrThrow();
  nowMs += MINUTE_MS;
  if (random() < (strategy === LIKED ? 0.8 : 0.1)) await click(listId, first?.productId ?? '');
}

async function click(listId: string, productId: string) {
  const event = {
    type: 'track',
    event: 'Product Clicked',
    messageId: `click on ${listId}`,
    anonymousId: `visitor of ${listId}`,
    context: { consent: { categoryPreferences: { personalization: true } } },
    properties: { product_id: productId, list_id: listId },
  };
  await service.departments.recordEvents([event], {});
}

const choices = async () =>
  await service.database.query.selectFrom('choices').selectAll().orderBy('shownAtMs').execute();

it('finds out what shoppers like who never said so', async () => {
  const report = await service.exploration.report();
  expect(report).toMatchObject({ lists: LISTS, learned: LISTS, cap: SHARE });
  const late = (await choices()).slice(-LISTS / 3).filter(({ explored }) => explored === 1);
  const liked = late.filter(({ strategy }) => strategy === LIKED).length;
  expect(liked / late.length).toBeGreaterThan(0.5);
});

it('logs chances that agree with how often the usual and the liked strategy were chosen', async () => {
  const log = await choices();
  for (const strategy of ['usual', LIKED]) {
    const weights = log.filter((row) => row.strategy === strategy).map(({ propensity }) => 1 / propensity);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const deviation = Math.sqrt(weights.reduce((total, weight) => total + weight * (weight - 1), 0));
    expect(Math.abs(sum - LISTS), strategy).toBeLessThan(4 * deviation + 1e-9);
  }
});

it('ventures no more than its share', async () => {
  const { exploredShare } = await service.exploration.report();
  expect(exploredShare).toBeLessThan(SHARE + 4 * Math.sqrt((SHARE * (1 - SHARE)) / LISTS));
  expect(exploredShare).toBeGreaterThan(SHARE / 2);
});

it('logs the strategy with every product that was shown, in the conversation as well', async () => {
  await service.behaviour.impressions.flush();
  const shown = await service.database.query
    .selectFrom('impressions')
    .innerJoin('choices', 'choices.listId', 'impressions.messageId')
    .select(['impressions.strategy as logged', 'choices.strategy', 'impressions.propensity as chance'])
    .select('choices.propensity')
    .execute();
  expect(shown.length).toBeGreaterThan(LISTS);
  for (const row of shown) expect([row.logged, row.chance]).toEqual([row.strategy, row.propensity]);
});

it('ties a list of a conversation to it, rewards it for a click with its token, and lets go when it is forgotten', async () => {
  const { chat, departments, database } = service;
  const key = await chat.start({ market: 'US', locale: 'en-US' });
  const { conversationId } = key;
  const turn = await chat.handle({ ...key, text: 'a warm jacket' }, { signal });
  const rowOf = async () =>
    await database.query
      .selectFrom('choices')
      .selectAll()
      .where('listId', '=', turn.messageId)
      .executeTakeFirstOrThrow();
  expect(await rowOf()).toMatchObject({ conversationId, surface: 'chat', reward: 0 });
  const event = {
    type: 'track',
    event: 'Product Clicked',
    messageId: 'a click in a conversation',
    anonymousId: 'somebody',
    properties: { product_id: turn.products[0]?.productId },
  };
  const conversation = { ...(await chat.authorize(key)), conversationId, personalization: false };
  await departments.recordEvents([event, event], { conversation });
  expect(await rowOf()).toMatchObject({ reward: 0.1, shopperId: null });
  await chat.forget(key);
  expect(await rowOf()).toMatchObject({ conversationId: null, products: '[]', deeds: '{}', reward: 0.1 });
});
