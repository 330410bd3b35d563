import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ReviewedShop, reviewedShop } from '../support/reviewed-shop.ts';

const ASKED = 'show me warm scarves';

let shop: ReviewedShop;
beforeAll(async () => {
  shop = await reviewedShop();
  await shop.review({ rules: [{ mode: 'review' }], holdSeconds: 120, afterwards: 'keep' });
});
afterAll(() => shop.close());

const idsOf = (products: readonly { readonly productId: string }[]) =>
  products.map(({ productId }) => productId);

describe('a reply in review mode', () => {
  it('is held, and nothing of it leaves before somebody approves it', async () => {
    const talk = await shop.shopper();
    const { turn, events } = await talk.hear(ASKED);
    expect(turn).toMatchObject({
      products: [],
      chips: [],
      claims: [],
      review: { heldUntil: expect.any(String) },
      text: expect.stringContaining('2 minutes'),
    });
    expect(turn).not.toHaveProperty('question');
    expect(turn).not.toHaveProperty('total');
    const draft = await talk.draft();
    expect(draft.proposed.products.length).toBeGreaterThan(2);
    expect(draft.alternatives.length).toBeGreaterThan(5);
    const everything = JSON.stringify([turn, events, await talk.history(), await talk.attended()]);
    for (const { productId, title } of [...draft.proposed.products, ...draft.alternatives]) {
      expect(everything).not.toContain(`"${productId}"`);
      expect(everything).not.toContain(title);
    }
    expect(everything).not.toContain(draft.proposed.text);
    const plain = await fetch(`${talk.path}/messages/${turn.messageId}/without-behaviour`, {
      headers: talk.headers,
    });
    expect(plain.status).toBe(404);
  });

  it('is what the agent makes of it, word by word and product by product, and is what is then talked about', async () => {
    const talk = await shop.shopper();
    await talk.say(ASKED);
    const draft = await talk.draft();
    const [first, second, third] = draft.proposed.products;
    const [other] = draft.alternatives;
    const chosen = [third, first, other].map((product) => ({ productId: product?.productId ?? '' }));
    const refinement = {
      products: chosen.map((product, at) => (at === 0 ? { ...product, note: 'My favourite' } : product)),
      banned: [{ productId: second?.productId ?? '', reason: 'scratchy' }],
      text: 'I would take one of <b>these</b>.',
      reason: 'softer ones first',
    };
    const entry = await talk.send({ version: draft.version, refinement, clientMessageId: 'send-1' });
    expect(entry.status).toBe(200);
    const { entries } = await talk.attended();
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      kind: 'approved',
      firstName: 'Anna',
      text: 'I would take one of <b>these</b>.',
    });
    expect(idsOf(entries[0]?.products ?? [])).toEqual(idsOf(chosen));
    expect(entries[0]?.listId).toBe(draft.messageId);
    expect(entries[0]?.products?.[0]?.reasons).toEqual(['My favourite']);

    await shop.review({ rules: [], holdSeconds: 120, afterwards: 'keep' });
    const about = await talk.say('tell me about the second one');
    expect(idsOf(about.products)).toEqual([first?.productId]);
    const again = await talk.say('do you have more?');
    expect(idsOf(again.products)).not.toContain(second?.productId);
    await shop.review({ rules: [{ mode: 'review' }], holdSeconds: 120, afterwards: 'keep' });
  });

  it('is sent once, however often it is sent', async () => {
    const talk = await shop.shopper();
    await talk.say(ASKED);
    const draft = await talk.draft();
    const refinement = {
      products: draft.proposed.products.map(({ productId }) => ({ productId })),
      banned: [],
    };
    const sending = { version: draft.version, refinement, clientMessageId: 'once' };
    const answers = await Promise.all(Array.from({ length: 6 }, () => talk.send(sending)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 200));
    const bodies = await Promise.all(answers.map((answer) => answer.json()));
    expect(new Set(bodies.map(({ number }) => number)).size).toBe(1);
    expect((await talk.attended()).entries).toHaveLength(1);
    const late = await talk.send({ ...sending, clientMessageId: 'another' });
    expect(late.status).toBe(409);
    expect((await talk.attended()).entries).toHaveLength(1);
  });

  it('is changed on what it is now: who comes second is told, with what the first one made of it', async () => {
    const talk = await shop.shopper();
    await talk.say(ASKED);
    const draft = await talk.draft();
    const products = draft.proposed.products.map(({ productId }) => ({ productId }));
    const byAnna = await talk.save({
      version: draft.version,
      refinement: { products: products.toReversed(), banned: [] },
    });
    expect(byAnna.status).toBe(200);
    const byBen = await talk.save(
      { version: draft.version, refinement: { products: products.slice(1), banned: [] } },
      shop.ben,
    );
    expect(byBen.status).toBe(409);
    const { current } = await byBen.json();
    expect(current).toMatchObject({ version: draft.version + 1, changedBy: { firstName: 'Anna' } });
    expect(idsOf(current.reply.products)).toEqual(idsOf(products.toReversed()));
    const sent = await talk.send(
      { version: draft.version, refinement: { products, banned: [] }, clientMessageId: 'b' },
      shop.ben,
    );
    expect(sent.status).toBe(409);
    expect((await talk.attended()).entries).toEqual([]);
  });

  it('is advised on, not held back, where words state what the shop does not', async () => {
    const talk = await shop.shopper();
    await talk.say(ASKED);
    const { proposed } = await talk.draft();
    const products = proposed.products.slice(0, 2).map(({ productId }) => ({ productId }));
    const check = async (text: string) => {
      const response = await talk.check({ refinement: { products, banned: [], text } });
      expect(response.status).toBe(200);
      return (await response.json()).advice;
    };
    const [first] = proposed.products;
    expect(await check(`Hello, this is Anna. ${first?.title} costs ${first?.price.formatted}.`)).toEqual([]);
    expect(await check('Hello, this is Anna. This one costs $1.99 and there are only 2 left.')).toEqual([
      { text: expect.stringContaining('$1.99'), reason: expect.any(String) },
    ]);
    expect(await check(proposed.text)).toEqual([]);
  });

  it('makes way for what the shopper says meanwhile, and goes on from what they said', async () => {
    const talk = await shop.shopper();
    await talk.say(ASKED);
    const before = await talk.draft();
    const { turn } = await talk.hear('under 40');
    expect(turn.need.hard).toEqual(expect.arrayContaining([expect.objectContaining({ attribute: 'price' })]));
    const draft = await talk.draft();
    expect(draft.messageId).toBe(turn.messageId);
    expect(draft.proposed.products.every(({ price }) => price.amountMinor <= 4_000)).toBe(true);
    const refinement = { products: [], banned: [], text: 'x' };
    const late = await talk.send({ version: before.version, refinement, clientMessageId: 'late' });
    expect(late.status).toBe(409);
    expect((await talk.attended()).entries).toEqual([]);
  });

  it('does not hide what happened: a basket is told at once', async () => {
    const talk = await shop.shopper();
    await shop.review({ rules: [], holdSeconds: 120, afterwards: 'keep' });
    await talk.say(ASKED);
    await shop.review({ rules: [{ mode: 'review' }], holdSeconds: 120, afterwards: 'keep' });
    let { turn } = await talk.hear('add the first one to my basket');
    for (let asked = 0; asked < 3 && turn.cart === undefined; asked += 1) {
      expect(turn).not.toHaveProperty('review');
      ({ turn } = await talk.hear(turn.chips[0]?.message ?? ''));
    }
    expect(turn).not.toHaveProperty('review');
    expect(turn.cart?.lines).toHaveLength(1);

    const both = await talk.hear('remove it from my basket and show me lamps');
    expect(both.turn).toMatchObject({ products: [], review: {}, cart: { lines: [] } });
    const draft = await talk.draft();
    expect(draft.proposed.products.length).toBeGreaterThan(1);
    expect(draft.proposed.text).not.toContain(both.turn.text);
  });

  it('calls a person at once', async () => {
    const talk = await shop.shopper();
    const { turn } = await talk.hear('I want to talk to a person');
    expect(turn.handoff).toBeDefined();
    expect(turn).not.toHaveProperty('review');
  });
});

describe('a rule of approval', () => {
  afterEach(() => shop.review({ rules: [{ mode: 'review' }], holdSeconds: 120, afterwards: 'keep' }));

  it('lets a reply whose reading is sure enough go at once, whole, and holds the others', async () => {
    const below = (belowConfidence: number) =>
      shop.review({ rules: [{ mode: 'review', belowConfidence }], holdSeconds: 60, afterwards: 'keep' });
    await below(0.01);
    const talk = await shop.shopper();
    const { turn, events } = await talk.hear(ASKED);
    expect(turn).not.toHaveProperty('review');
    expect(turn.products.length).toBeGreaterThan(2);
    for (const name of ['reply-start', 'products-available', 'reply-delta', 'reply-end'])
      expect(events).toContain(`event: ${name}`);
    expect(events.match(/event: reply-start/g)).toHaveLength(1);
    await below(1);
    expect((await talk.hear('show me lamps')).turn).toMatchObject({ products: [], review: {} });
  });

  it('holds by market and channel', async () => {
    await shop.review({ rules: [{ market: 'DE', mode: 'review' }], holdSeconds: 60, afterwards: 'keep' });
    expect(await (await shop.shopper()).say(ASKED)).not.toHaveProperty('review');
    const german = await shop.shopper({ locale: 'en-GB', market: 'DE' });
    expect(await german.say(ASKED)).toHaveProperty('review');
  });
});

describe('the time of a held reply', () => {
  it('is over with a word in the language of the shopper, once, and the reply goes on waiting', async () => {
    const talk = await shop.shopper({ locale: 'de-DE', market: 'DE' });
    await talk.say('zeig mir warme Schals');
    shop.pass(121);
    const { entries } = await talk.attended();
    expect(entries).toEqual([
      expect.objectContaining({ kind: 'lapsed', text: expect.stringContaining('Prüfung') }),
    ]);
    expect((await talk.attended()).entries).toHaveLength(1);
    const draft = await talk.draft();
    expect(draft.state).toBe('lapsed');
    const refinement = {
      products: draft.proposed.products.map(({ productId }) => ({ productId })),
      banned: [],
    };
    const sent = await talk.send({ version: draft.version, refinement, clientMessageId: 'late' });
    expect(sent.status).toBe(200);
  });

  it('ends with the reply as it is, said to be unchecked, where the shop wants that', async () => {
    await shop.review({ rules: [{ mode: 'review' }], holdSeconds: 60, afterwards: 'send' });
    const talk = await shop.shopper({ locale: 'fr-FR', market: 'FR' });
    await talk.say('montrez-moi des écharpes chaudes');
    const { proposed } = await talk.draft();
    shop.pass(61);
    const { entries } = await talk.attended();
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ kind: 'approved' });
    expect(entries[0]).not.toHaveProperty('firstName');
    expect(entries[0]?.text).toContain('sans vérification');
    expect(entries[0]?.text).toContain(proposed.text);
    expect(idsOf(entries[0]?.products ?? [])).toEqual(idsOf(proposed.products));
    await shop.review({ rules: [{ mode: 'review' }], holdSeconds: 120, afterwards: 'keep' });
  });
});
