import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenService } from '../../src/assembly/open-service.ts';
import { demoService, talk } from '../support/demo-service.ts';

let service: OpenService;

beforeAll(async () => {
  service = await demoService();
}, 60_000);

afterAll(() => service.close());

const PERSONAL = new Set(['taste', 'next', 'session']);
const signal = AbortSignal.timeout(60_000);

/** Two products that are recommended to nobody in particular, looked at in a conversation with consent. */
async function visit() {
  const talking = await talk(service, { locale: 'en-US', consent: { personalization: true } });
  const { conversationId, token } = talking;
  const popular = await service.departments.recommendations({ limit: 2 }, signal);
  const { shopperId, consent, market } = await service.chat.authorize(talking);
  const caller = {
    conversation: { conversationId, shopperId, market, personalization: consent.personalization },
  };
  const opened = popular.map(({ productId }) => productId);
  const events = opened.map((productId, index) => ({
    type: 'track',
    event: 'Product Viewed',
    messageId: `${conversationId}-${index}`,
    anonymousId: conversationId,
    properties: { product_id: productId },
  }));
  expect(await service.departments.recordEvents(events, caller)).toMatchObject({ accepted: 2 });
  return { ...talking, key: { conversationId, token }, opened };
}

const signalsOf = (products: readonly { readonly parts?: readonly { readonly signal: string }[] }[]) =>
  new Set(products.flatMap(({ parts = [] }) => parts.map((part) => part.signal)));

const personalSignals = (products: Parameters<typeof signalsOf>[0]) =>
  [...signalsOf(products)].filter((name) => PERSONAL.has(name));

describe('stop using my history', () => {
  it('leaves nothing personal in the very next turn, and none in recommendations', async () => {
    const { say, conversationId, key } = await visit();
    const before = await say('show me something nice');
    expect(personalSignals(before.products).length).toBeGreaterThan(0);
    const stopped = await say('stop using my history');
    expect(stopped.text).toContain('no longer tied to you');
    const after = await say('show me something nice');
    expect(after.products.length).toBeGreaterThan(0);
    expect(personalSignals(after.products)).toEqual([]);
    expect((await service.chat.authorize(key)).consent.personalization).toBe(false);
    const recommended = await service.departments.recommendations({ conversationId, limit: 8 }, signal);
    expect(personalSignals(recommended)).toEqual([]);
    const rows = await service.database.query
      .selectFrom('interactions')
      .select('interactionId')
      .where('sessionId', '=', conversationId)
      .execute();
    expect(rows).toEqual([]);
  });

  it('is taken back only by consent in words of its own', async () => {
    const { say, key } = await visit();
    await say('stop using my history');
    const asked = await say('use my history again');
    expect(asked.text).toContain('consent');
    expect((await service.chat.authorize(key)).consent.personalization).toBe(false);
    await say('I agree that you use my history');
    expect((await service.chat.authorize(key)).consent.personalization).toBe(true);
  });
});

it('forgets what was looked at in this visit, and keeps the consent', async () => {
  const { say, key } = await visit();
  expect((await say('what do you know about me?')).text).toMatch(/I know of 2 products/);
  await say('forget what I looked at');
  expect((await say('what do you know about me?')).text).toContain('I know of nothing');
  expect((await service.chat.authorize(key)).consent.personalization).toBe(true);
  expect(personalSignals((await say('show me something nice')).products)).toEqual([]);
});

it('tells why in words, and what would come first without that, which is true', async () => {
  const { conversationId, opened } = await visit();
  const request = { conversationId, limit: 8 };
  const recommended = await service.departments.recommendations(request, signal);
  const reasons = recommended.flatMap((product) => product.reasons ?? []);
  expect(reasons.some((reason) => reason.startsWith('because you looked at'))).toBe(true);
  const told = await service.departments.counterfactual(request, signal);
  expect(told.before?.productId).toBe(recommended[0]?.productId);
  expect(told.after?.productId).not.toBe(told.before?.productId);
  for (const { productId } of told.removed) expect(opened).toContain(productId);
});

it('says in chat what would come first instead', async () => {
  const { say } = await visit();
  const shown = await say('show me something nice');
  const why = await say('why this?');
  const chip = why.chips.find(({ message }) => message.includes('without that'));
  const told = await say(chip?.message ?? '');
  expect(told.commands).toEqual([{ type: 'without-reasons' }]);
  expect(told.text).toContain(shown.products[0]?.title ?? '?');
});

it('finds what goes with a product, of another kind and within the price, and bundles within a budget', async () => {
  const [tent] = (
    await service.departments.search({ query: 'tent', limit: 1, filters: {}, sort: 'relevance' }, signal)
  ).products;
  const productId = tent?.productId ?? '';
  const found = await service.departments.goesWith(productId, { limit: 5 }, signal);
  expect(found.length).toBeGreaterThan(0);
  for (const product of found) {
    expect(product.category).not.toEqual(tent?.category);
    expect(product.reasons).toHaveLength(1);
    const sum = (product.parts ?? []).reduce((total, { contribution }) => total + contribution, 0);
    expect(sum).toBeCloseTo(product.score ?? Number.NaN, 6);
  }
  const budgetMinor = (tent?.price.amountMinor ?? 0) + 10_000;
  const bundles = await service.departments.bundles(productId, { budgetMinor }, signal);
  expect(bundles.length).toBeGreaterThan(0);
  for (const { products, total } of bundles) {
    expect(products[0]?.productId).toBe(productId);
    expect(total.amountMinor).toBeLessThanOrEqual(budgetMinor);
    expect(products.slice(1).every(({ reasons }) => reasons?.length === 1)).toBe(true);
  }
  const { say } = await talk(service);
  await say('show me tents');
  const turn = await say('something to go with the first one');
  expect(turn.commands).toMatchObject([{ type: 'goes-with' }]);
  const cheap = await say('something to go with it under 50');
  expect(cheap.products.length).toBeGreaterThan(0);
  expect(cheap.products.map(({ category }) => category)).not.toContainEqual(tent?.category);
  for (const { price } of cheap.products) expect(price.amountMinor).toBeLessThanOrEqual(5_000);
  const why = await say('why the first one?');
  expect(why.text).toContain(cheap.products[0]?.reasons?.[0]);
});

it('keeps with a consent which text of the shop it was given to, until it is taken in other words', async () => {
  const talking = await talk(service, { consent: { personalization: true, textVersion: 2 } });
  const consent = async () => (await service.chat.authorize(talking)).consent;
  expect(await consent()).toEqual({ personalization: true, textVersion: 2 });
  await talking.say('I agree that you use my history');
  expect(await consent()).toEqual({ personalization: true, textVersion: 2 });
  await service.chat.setConsent(talking, { personalization: true, textVersion: 3 });
  expect(await consent()).toEqual({ personalization: true, textVersion: 3 });
  await talking.say('stop using my history');
  expect(await consent()).toEqual({ personalization: false });
});
