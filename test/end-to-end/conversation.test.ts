import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenService } from '../../src/assembly/open-service.ts';
import type { Turn } from '../../src/domain/turn.ts';
import { demoService, talk } from '../support/demo-service.ts';

let service: OpenService;
beforeAll(async () => {
  service = await demoService();
});
afterAll(() => service.close());

const prices = (turn: Turn) => turn.products.map(({ price }) => price.amountMinor);
const words = (turn: Turn) =>
  turn.products.map(({ title, description = '' }) => `${title} ${description}`.toLowerCase());
const dearest = (turn: Turn) => Math.max(...prices(turn));

const SCARF = [
  {
    locale: 'en-US',
    language: 'en',
    text: 'a warm scarf for my mother, under 60, not red',
    title: /scar(f|ves)|shawl/i,
    red: /\b(red|crimson|burgundy)\b/,
  },
  {
    locale: 'de-DE',
    language: 'de',
    text: 'ein warmer Schal für meine Mutter, unter 60 Euro, nicht rot',
    title: /schal|tuch/i,
    red: /\b(rot|rote[rsnm]?)\b/,
  },
  {
    locale: 'fr-FR',
    language: 'fr',
    text: 'une écharpe chaude pour ma mère, moins de 60 euros, pas rouge',
    title: /écharpe|foulard|étole/i,
    red: /\brouges?\b/,
  },
  {
    locale: 'es-ES',
    language: 'es',
    text: 'una bufanda para mi madre por menos de 60 euros que no sea roja',
    title: /bufanda|pañuelo|chal/i,
    red: /\broj[ao]s?\b/,
  },
] as const;

describe.each(SCARF)('a scarf in $language', ({ locale, language, text, title, red }) => {
  it('gives scarves within the limits, in that language, with true facts', async () => {
    const turn = await (await talk(service, { locale, market: locale === 'en-US' ? 'US' : 'DE' })).say(text);
    expect(turn.language).toBe(language);
    expect(turn.products.length).toBeGreaterThanOrEqual(3);
    expect(turn.products.filter((product) => !title.test(product.title))).toEqual([]);
    expect(dearest(turn)).toBeLessThan(6_000);
    expect(words(turn).filter((product) => red.test(product))).toEqual([]);
    const first = turn.products[0];
    expect(turn.text).toContain(first?.price.formatted);
  });
});

it('tells each product with a score that its parts add up to, and a reason', async () => {
  const turn = await (await talk(service)).say('a blue backpack');
  expect(turn.products.length).toBeGreaterThan(0);
  expect(turn.products.length).toBe(Math.min(8, turn.total ?? 0));
  for (const { score = 0, parts = [], reasons = [] } of turn.products) {
    expect(parts.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(score, 6);
    for (const { weight, value, contribution } of parts) expect(weight * value).toBeCloseTo(contribution, 6);
    expect(reasons.length).toBeGreaterThan(0);
  }
});

it('follows a conversation: something like the second, cheaper, more, why', async () => {
  const { say } = await talk(service);
  const first = await say('a scarf under 100');
  const [, second] = first.products;
  const similar = await say('something like the second but cheaper');
  expect(similar.products.map(({ productId }) => productId)).not.toContain(second?.productId);
  expect(dearest(similar)).toBeLessThan(second?.price.amountMinor ?? 0);
  const cheaper = await say('cheaper');
  expect(dearest(cheaper)).toBeLessThan(dearest(similar));
  const fresh = await say('show me lamps');
  const more = await say('more');
  const seen = new Set(fresh.products.map(({ productId }) => productId));
  expect(more.products.filter(({ productId }) => seen.has(productId))).toEqual([]);
  const why = await say('why the first one?');
  expect(why.products[0]?.productId).toBe(more.products[0]?.productId);
  expect(why.text.length).toBeGreaterThan(20);
});

it('never answers empty: it gives up the softest wish and says which', async () => {
  const turn = await (await talk(service)).say('a purple tent under 1 dollar');
  expect(turn.products.length).toBeGreaterThan(0);
  expect(turn.relaxed?.length).toBeGreaterThan(0);
});

it('counts on every chip what tapping it gives', async () => {
  for (const [wish, locale] of [
    ['a jacket', 'en-US'],
    ['eine Lampe', 'de-DE'],
    ['un sac', 'fr-FR'],
    ['zapatos', 'es-ES'],
  ] as const) {
    const probe = await (await talk(service, { locale, market: 'DE' })).say(wish);
    expect(probe.chips.length).toBeGreaterThan(0);
    for (const chip of probe.chips) {
      const { say } = await talk(service, { locale, market: 'DE' });
      await say(wish);
      const tapped = await say(chip.message);
      expect([chip.message, tapped.total]).toEqual([chip.message, chip.count]);
    }
  }
});

it('changes the next list when a product was opened', async () => {
  const conversation = await talk(service, { locale: 'en-US', consent: { personalization: true } });
  const before = await conversation.say('what do you recommend?');
  const other = await service.departments.search(
    { query: 'tent', limit: 3, filters: {}, sort: 'relevance' },
    new AbortController().signal,
  );
  const { shopperId } = await service.chat.authorize(conversation);
  const caller = {
    conversation: {
      conversationId: conversation.conversationId,
      shopperId,
      personalization: true,
      market: 'US',
    },
  };
  const events = other.products.map(({ productId }, index) => ({
    type: 'track',
    event: 'Product Clicked',
    messageId: `m${index}`,
    properties: { product_id: productId },
  }));
  expect(await service.departments.recordEvents(events, caller)).toMatchObject({ accepted: 3, rejected: [] });
  const after = await conversation.say('what do you recommend?');
  expect(after.products.map(({ productId }) => productId)).not.toEqual(
    before.products.map(({ productId }) => productId),
  );
});

it('answers the same client message once', async () => {
  const conversation = await talk(service);
  const { signal } = new AbortController();
  const request = { ...conversation, text: 'a lamp', clientMessageId: 'same' };
  const [one, two] = await Promise.all([
    service.chat.handle(request, { signal }),
    service.chat.handle(request, { signal }),
  ]);
  expect(two).toEqual(one);
  expect(await service.chat.history(conversation)).toHaveLength(1);
});

it('forgets a conversation whole and keeps it from everybody else', async () => {
  const conversation = await talk(service);
  await conversation.say('a lamp');
  await expect(service.chat.history({ ...conversation, token: 'other' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await service.chat.forget(conversation);
  await expect(service.chat.history(conversation)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const left = await service.database.query
    .selectFrom('turns')
    .selectAll()
    .where('conversationId', '=', conversation.conversationId)
    .execute();
  expect(left).toEqual([]);
});
