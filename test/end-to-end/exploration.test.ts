import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OpenService } from '../../src/assembly/open-service.ts';
import { createRandom } from '../../src/domain/random.ts';
import { DEMO_CLOCK_MS } from '../support/demo-clock.ts';
import { demoService } from '../support/demo-service.ts';

const { signal } = new AbortController();
const MINUTE_MS = 60_000;
const NEW_FOR_MS = 90 * 1_440 * MINUTE_MS;
const SHARE = 0.5;
const LISTS = 300;
/** Before much is learned no chance is so small that a single list would outweigh all others. */
const EARLY = 100;

let service: OpenService;
let nowMs = DEMO_CLOCK_MS;
/** By list, the share of its products that came in the last ninety days. */
const freshness = new Map<string, number>();

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

/** Somebody who likes new things, and tells nobody: the more of them are on a list, the likelier one is clicked. */
async function visit(listId: string, random: () => number) {
  const { departments } = service;
  const shown = await departments.recommendations({ market: 'US', limit: 8, listId }, signal);
  const ids = shown.map(({ productId }) => productId);
  const products = await service.shop.current().store.products(ids);
  const fresh = ids.filter((id) => (products.get(id)?.listedAtMs ?? 0) > DEMO_CLOCK_MS - NEW_FOR_MS);
  freshness.set(listId, fresh.length / ids.length);
  nowMs += MINUTE_MS;
  if (random() < (3 * fresh.length) / ids.length) await click(listId, fresh[0] ?? '');
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

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

it('finds out what shoppers like who never said so', async () => {
  const report = await service.exploration.report();
  expect(report).toMatchObject({ lists: LISTS, learned: LISTS, cap: SHARE });
  const log = await choices();
  const freshOf = (rows: typeof log) => meanOf(rows.map(({ listId }) => freshness.get(listId) ?? 0));
  const late = log.slice(-LISTS / 2).filter(({ explored }) => explored === 1);
  const byStrategy = [...Map.groupBy(log, ({ strategy }) => strategy).values()];
  const best = Math.max(...byStrategy.map(freshOf));
  expect(freshOf(late)).toBeGreaterThan(0.75 * best);
  expect(freshOf(late)).toBeGreaterThan(2 * freshOf(log.filter(({ strategy }) => strategy === 'usual')));
});

it('logs chances that agree with how often each strategy was chosen', async () => {
  const log = (await choices()).slice(0, EARLY);
  for (const [strategy, rows] of Map.groupBy(log, (row) => row.strategy)) {
    const weights = rows.map(({ propensity }) => 1 / propensity);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const deviation = Math.sqrt(weights.reduce((total, weight) => total + weight * (weight - 1), 0));
    expect(Math.abs(sum - EARLY), strategy).toBeLessThan(4 * deviation + 1e-9);
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
