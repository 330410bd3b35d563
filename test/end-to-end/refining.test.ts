import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { DATABASE_FILE } from '../../connectors/database/sqlite.ts';
import { postJson } from '../support/http.ts';
import { type ReviewedShop, reviewedShop } from '../support/reviewed-shop.ts';

let shop: ReviewedShop;
beforeAll(async () => {
  shop = await reviewedShop();
});
afterAll(() => shop.close());

type Talk = Awaited<ReturnType<ReviewedShop['shopper']>>;

const idsOf = (products: readonly { readonly productId: string }[]) =>
  products.map(({ productId }) => productId);
const listOf = (...productIds: readonly (string | undefined)[]) =>
  productIds.map((productId) => ({ productId: productId ?? '' }));

let sent = 0;
/** Puts a list in the place of the last one. */
async function correct(talk: Talk, refinement: object) {
  const { messageId, version } = await talk.draft();
  sent += 1;
  const answer = await talk.correct({ messageId, version, refinement, clientMessageId: `c-${sent}` });
  expect(answer.status, await answer.clone().text()).toBe(200);
  return await answer.json();
}

describe('a list that the shopper has', () => {
  it('is replaced by the agent’s, said by name, and is then what is talked about', async () => {
    const talk = await shop.shopper();
    const shown = idsOf((await talk.say('show me warm scarves')).products);
    const entry = await correct(talk, { products: listOf(...shown.toReversed()), reason: 'warmest first' });
    expect(entry).toMatchObject({ kind: 'corrected', firstName: 'Anna' });
    expect(entry.text).toContain('Anna');
    expect(idsOf(entry.products)).toEqual(shown.toReversed());
    expect((await talk.attended()).entries.map(({ kind }) => kind)).toEqual(['corrected']);
    expect(idsOf((await talk.say('tell me about the first one')).products)).toEqual([shown.at(-1)]);
  });

  it('is named, so that a click on a product of it, and what goes into the basket from it, are known to be of what was shown', async () => {
    const talk = await shop.shopper({ locale: 'en-US', market: 'US', consent: { personalization: true } });
    const shown = idsOf((await talk.say('show me warm scarves')).products);
    const sent = await correct(talk, { products: listOf(...shown.toReversed()) });
    const [entry] = (await talk.attended()).entries;
    const listId = entry?.listId ?? '';
    expect(listId).toBe(sent.listId);
    const chosen = shown.at(-1);
    const click = {
      ...{ type: 'track', event: 'Product Clicked', messageId: 'click-on-corrected' },
      properties: { product_id: chosen, position: 1, list_id: listId },
      context: { conversationId: talk.conversationId },
    };
    const headers = { ...talk.headers, 'X-Conversation-Id': talk.conversationId };
    expect(await (await postJson(`${shop.server.url}/v1/events`, click, headers)).json()).toMatchObject({
      accepted: 1,
    });
    const detail = await fetch(`${shop.server.url}/v1/products/${chosen}?market=US&locale=en-US`);
    const [{ variantId }] = (await detail.json()).variants;
    const wish = { productId: chosen, variantId, listId };
    const put = await postJson(`${talk.path}/basket`, wish, talk.headers);
    expect(put.status, await put.text()).toBe(200);
    const kept = new DatabaseSync(join(shop.server.directory, DATABASE_FILE), { readOnly: true });
    onTestFinished(() => kept.close());
    const joined = kept
      .prepare(
        `select deed.type, shown.position, shown.productId from interactions deed join impressions shown
         on shown.messageId = deed.listId and shown.productId = deed.productId
         where deed.sessionId = ? order by deed.type`,
      )
      .all(talk.conversationId);
    expect(joined.map((row) => ({ ...row }))).toEqual(
      ['add-to-cart', 'click'].map((type) => ({ type, position: 1, productId: chosen })),
    );
  });

  it('keeps the order in further lists of the same need, as far as they fit', async () => {
    const talk = await shop.shopper();
    const shown = idsOf((await talk.say('show me warm scarves')).products);
    await correct(talk, { products: listOf(...shown.toReversed()) });
    const cheaper = (await talk.say('under 60')).products;
    const order = shown.toReversed().filter((id) => idsOf(cheaper).includes(id));
    expect(order.length).toBeGreaterThan(1);
    expect(idsOf(cheaper).slice(0, order.length)).toEqual(order);
    for (const { score = 0, parts = [] } of cheaper)
      expect(parts.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(score, 6);
    const lamps = (await talk.say('show me lamps instead')).products;
    expect(idsOf(lamps).some((id) => shown.includes(id))).toBe(false);
  });

  it('keeps a pinned product at its place, also one that was not in question', async () => {
    const talk = await shop.shopper();
    const shown = idsOf((await talk.say('show me warm scarves')).products);
    const { alternatives } = await talk.draft();
    const pinned = alternatives.at(-1)?.productId ?? '';
    const [first, second, third] = shown;
    await correct(talk, {
      products: [...listOf(first), { productId: pinned, isPinned: true }, ...listOf(second, third)],
    });
    expect(idsOf((await talk.say('show me warm scarves')).products)[1]).toBe(pinned);
    const why = await talk.say('why the second one?');
    expect(idsOf(why.products)).toEqual([pinned]);
  });

  it('shows a banned product in none of ten further turns', async () => {
    const talk = await shop.shopper();
    const shown = await talk.say('show me warm scarves');
    const [gone, ...kept] = shown.products;
    const bannedId = gone?.productId ?? '';
    await correct(talk, {
      products: listOf(...idsOf(kept)),
      banned: [{ productId: bannedId, reason: 'it is being recalled' }],
    });
    for (const text of [
      'show me more',
      'show me warm scarves',
      gone?.title ?? '',
      'something like the first one',
      `compare ${gone?.title} with ${kept[0]?.title}`,
      'compare the first and the second',
      'what goes with the first one?',
      'what is the cheapest scarf?',
      'put together a winter outfit with a scarf under 300',
      'start over',
      'scarves',
    ]) {
      const { products, comparison } = await talk.say(text);
      expect([text, idsOf(products)]).not.toEqual([text, expect.arrayContaining([bannedId])]);
      expect([text, JSON.stringify(comparison ?? '')]).toEqual([text, expect.not.stringContaining(bannedId)]);
    }
    const response = await fetch(
      `${shop.server.url}/v1/recommendations?limit=20&conversationId=${talk.conversationId}`,
      { headers: talk.headers },
    );
    const recommended = idsOf((await response.json()).products);
    expect(recommended.length).toBeGreaterThan(10);
    expect(recommended).not.toContain(bannedId);
  });

  it('is looked up as it is sent: what is not sold there is refused, a broken limit is told', async () => {
    const talk = await shop.shopper();
    const { products } = await talk.say('warm scarves under 40');
    const { version, messageId } = await talk.draft();
    await talk.say('start over');
    const dear = (await talk.say('the dearest scarves')).products.find(
      ({ price }) => price.amountMinor > 4_000,
    );
    expect(dear).toBeDefined();
    const late = await talk.correct({
      ...{ messageId, version, clientMessageId: 'late' },
      refinement: { products: listOf(...idsOf(products)) },
    });
    expect(late.status).toBe(409);

    const again = await shop.shopper();
    await again.say('warm scarves under 40');
    const draft = await again.draft();
    const refinement = { products: listOf(dear?.productId, draft.proposed.products[0]?.productId) };
    const saved = await (await again.save({ version: draft.version, refinement })).json();
    expect(saved.warnings).toEqual([
      { productId: dear?.productId, kind: 'limit', words: expect.stringContaining('40') },
    ]);
    const unsold = await again.correct({
      ...{ messageId: draft.messageId, version: saved.version, clientMessageId: 'unsold' },
      refinement: { products: listOf('no-such-product') },
    });
    expect(unsold.status).toBe(400);
    expect((await unsold.json()).detail).toContain('no-such-product');
    expect((await again.attended()).entries).toEqual([]);
  });

  it('is a correction that is learned from, and is forgotten with the conversation', async () => {
    const talk = await shop.shopper();
    const shown = (await talk.say('show me warm scarves')).products;
    const { alternatives } = await talk.draft();
    await correct(talk, { products: listOf(...idsOf(shown).toReversed()), reason: 'warmest first' });
    const view = await (await shop.anna.get(`${talk.desk}`)).json();
    expect(view.corrections).toEqual([
      expect.objectContaining({
        by: expect.objectContaining({ firstName: 'Anna' }),
        reason: 'warmest first',
        listed: shown.length,
        proposed: [...shown, ...alternatives].map(({ productId, score }) =>
          expect.objectContaining({ productId, score }),
        ),
        chosen: idsOf(shown).toReversed(),
        scope: ['type=scarf'],
      }),
    ]);
    expect((await fetch(talk.path, { method: 'DELETE', headers: talk.headers })).status).toBe(204);
    expect((await shop.anna.get(`${talk.desk}/draft`)).status).toBe(404);
  });

  it('carries no script: words and notes reach the shopper as text', async () => {
    const talk = await shop.shopper();
    const shown = idsOf((await talk.say('show me warm scarves')).products);
    const payload = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    await correct(talk, {
      products: [{ productId: shown[0], note: payload }],
      text: payload,
    });
    const response = await fetch(`${talk.path}/entries`, { headers: talk.headers });
    expect(response.headers.get('content-type')).toContain('application/json');
    const { entries } = await response.json();
    expect(entries[0]).toMatchObject({ text: payload, products: [{ reasons: [payload] }] });
  });

  it('is nobody’s to change who does not answer: not a stranger’s, not beside another person', async () => {
    const talk = await shop.shopper();
    const shown = idsOf((await talk.say('show me warm scarves')).products);
    await shop.anna.post(`${talk.desk}/join`);
    const { messageId, version } = await talk.draft();
    const refinement = { products: listOf(...shown.toReversed()) };
    const body = { messageId, version, refinement, clientMessageId: 'ben' };
    expect((await talk.correct(body, shop.ben)).status).toBe(409);
    expect((await talk.correct(body)).status).toBe(200);
  });
});

describe('a suggestion to a person who answers', () => {
  it('is what the assistant would say, has no effect, and is said with its list as the agent leaves it', async () => {
    const talk = await shop.shopper();
    await talk.say('show me warm scarves');
    const basket = await talk.say('what is in my basket?');
    await shop.anna.post(`${talk.desk}/join`);
    const passed = await talk.say('show me lamps under 100');
    expect(passed.products).toEqual([]);
    const suggest = () => shop.anna.post(`${talk.desk}/suggestion`);
    const draft = await (await suggest()).json();
    expect(draft).toMatchObject({ state: 'suggested', messageId: passed.messageId });
    expect(draft).not.toHaveProperty('heldUntil');
    expect(draft.changedBy).toEqual({ agentId: expect.any(String), firstName: 'Anna' });
    expect(draft.proposed.products.length).toBeGreaterThan(2);
    const { text, claims } = draft.proposed;
    expect(claims.length).toBeGreaterThan(0);
    for (const claim of claims) expect(text).toContain(claim.text);
    const advise = async (words: string, messageId: string) => {
      const refinement = { products: listOf(...idsOf(draft.proposed.products)), banned: [], text: words };
      return await talk.check({ messageId, refinement });
    };
    expect((await (await advise(text, draft.messageId)).json()).advice).toEqual([]);
    const dear = await (await advise('The first one costs $1.23.', draft.messageId)).json();
    expect(dear.advice).toMatchObject([{ text: 'The first one costs $1.23.' }]);
    expect((await advise(text, 'another')).status).toBe(404);
    expect((await talk.attended()).entries.map(({ kind }) => kind)).toEqual(['joined']);

    const newer = await (await suggest()).json();
    expect(idsOf(newer.proposed.products)).toEqual(idsOf(draft.proposed.products));
    const [first, second] = idsOf(newer.proposed.products);
    const body = {
      messageId: newer.messageId,
      refinement: { products: listOf(second, first), banned: [], text: 'These two.' },
      clientMessageId: 'said',
    };
    const path = `${talk.desk}/suggestion/send`;
    expect((await shop.anna.post(path, { ...body, version: draft.version })).status).toBe(409);
    expect((await shop.ben.post(path, { ...body, version: newer.version })).status).toBe(409);
    const said = await shop.anna.post(path, { ...body, version: newer.version });
    expect(said.status, await said.clone().text()).toBe(200);
    expect(await said.json()).toEqual(
      await (await shop.anna.post(path, { ...body, version: newer.version })).json(),
    );
    const { entries } = await talk.attended();
    expect(entries.map(({ kind }) => kind)).toEqual(['joined', 'said']);
    expect(entries[1]).toMatchObject({ text: 'These two.', firstName: 'Anna' });
    expect(idsOf(entries[1]?.products ?? [])).toEqual([second, first]);

    await shop.anna.post(`${talk.desk}/leave`);
    expect(idsOf((await talk.say('tell me about the first one')).products)).toEqual([second]);
    expect((await talk.say('what is in my basket?')).cart?.lines ?? []).toEqual(basket.cart?.lines ?? []);
  });
});
