import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { type OpenConversation, postJson, readEvents, startConversation } from '../support/http.ts';

const CHECKOUT = 'https://pay.example/cart/{items}';

let server: DemoServer;
beforeAll(async () => {
  server = await demoServer({ FLOORWALKER_CHECKOUT_URL: CHECKOUT });
});
afterAll(() => server.close());

interface Line {
  readonly lineId: string;
  readonly productId: string;
  readonly variantId: string;
  readonly quantity: number;
  readonly options: readonly { readonly attribute: string; readonly value: string }[];
  readonly unitPrice: { readonly amountMinor: number };
  readonly total: { readonly amountMinor: number };
}

interface Cart {
  readonly lines: readonly Line[];
  readonly pieces: number;
  readonly total?: { readonly amountMinor: number };
  readonly changedLineIds: readonly string[];
  readonly checkoutUrl?: string;
}

interface Said {
  readonly text: string;
  readonly products: readonly { readonly productId: string; readonly title: string }[];
  readonly chips: readonly { readonly label: string; readonly message: string }[];
  readonly claims: readonly { readonly text: string; readonly evidence: string }[];
  readonly cart?: Cart;
}

async function shopper(locale: string, market = 'DE') {
  const talk = await startConversation(server.url, { locale, market });
  const say = async (text: string, more: object = {}): Promise<Said> => {
    const response = await postJson(`${talk.path}/messages`, { text, ...more }, talk.headers);
    expect(response.status).toBe(200);
    return await response.json();
  };
  return { ...talk, say };
}

const cartOf = async ({ path, headers }: OpenConversation): Promise<Cart> =>
  await (await fetch(`${path}/basket`, { headers })).json();

/** Answers which variant it shall be with the first that is offered, until it is in the basket. */
async function untilAdded(said: Said, say: (text: string) => Promise<Said>): Promise<Said> {
  let answer = said;
  for (let asked = 0; answer.cart === undefined && asked < 3; asked += 1) {
    const [first] = answer.chips;
    expect(first, answer.text).toBeDefined();
    answer = await say(first?.message ?? '');
  }
  return answer;
}

/** Every amount of a reply stands in its claims, and the basket adds up. */
function expectTrue({ text, claims, cart }: Said): void {
  for (const { text: claimed } of claims) expect(text).toContain(claimed);
  if (cart === undefined) return;
  const sum = cart.lines.reduce((total, line) => total + line.quantity * line.unitPrice.amountMinor, 0);
  expect(cart.total?.amountMinor ?? 0).toBe(sum);
}

const JOURNEYS = {
  en: {
    find: 'jumpers',
    addSecond: 'add the second in size M',
    three: 'make it three',
    size: 'change it to size L',
    add: 'add the first',
    show: 'show my basket',
    pay: "I'd like to check out",
    remove: 'remove it',
    clear: 'empty my basket',
    yes: 'yes',
    addThis: 'add this to my basket',
  },
  de: {
    find: 'Pullover',
    addSecond: 'leg den zweiten in Größe M in den Warenkorb',
    three: 'mach drei draus',
    size: undefined,
    add: 'leg den ersten in den Warenkorb',
    show: 'Warenkorb anzeigen',
    pay: 'zur Kasse',
    remove: 'nimm ihn wieder raus',
    clear: 'Warenkorb leeren',
    yes: 'ja',
    addThis: 'leg das in den Warenkorb',
  },
  ja: {
    find: 'セーター',
    addSecond: '2番目をMサイズでカートに入れて',
    three: 'やっぱり3つで',
    size: undefined,
    add: '1番目をカートに入れて',
    show: 'カートを見せて',
    pay: 'レジに進む',
    remove: 'それをカートから削除して',
    clear: 'カートを空にして',
    yes: 'はい',
    addThis: 'これをカートに入れて',
  },
} as const;

describe.each(Object.entries(JOURNEYS))('a shopper speaking "%s"', (language, words) => {
  it('fills, changes, reads, empties and pays a basket, told truly at every step', async () => {
    const talk = await shopper(`${language}-DE`);
    const { say } = talk;
    const listed = await say(words.find);
    const second = listed.products[1]?.productId;

    const added = await untilAdded(await say(words.addSecond), say);
    expectTrue(added);
    expect(added.cart?.lines).toMatchObject([{ productId: second, quantity: 1 }]);
    expect(added.cart?.changedLineIds).toHaveLength(1);
    const [line] = added.cart?.lines ?? [];
    expect(line?.options.find(({ attribute }) => attribute === 'size')?.value).toBe('M');

    const three = await say(words.three);
    expectTrue(three);
    expect(three.cart).toMatchObject({ pieces: 3, lines: [{ productId: second, quantity: 3 }] });

    if (words.size !== undefined) {
      const large = await untilAdded(await say(words.size), say);
      const [changed] = large.cart?.lines ?? [];
      expect(changed?.options.find(({ attribute }) => attribute === 'size')?.value).toBe('L');
    }

    const shown = await say(words.show);
    expectTrue(shown);
    expect(shown.cart).toEqual(await cartOf(talk));
    expect(shown.cart?.changedLineIds).toEqual([]);

    const paying = await say(words.pay);
    expectTrue(paying);
    expect(paying.cart?.checkoutUrl).toMatch(/^https:\/\/pay\.example\/cart\//u);
    expect(paying.text).not.toContain('pay.example');

    const removed = await say(words.remove);
    expect(removed.cart?.lines).toEqual([]);
    expect(removed.cart?.changedLineIds).toHaveLength(1);

    await untilAdded(await say(words.add), say);
    const asked = await say(words.clear);
    expect(asked.cart?.pieces).toBe(1);
    const emptied = await say(words.yes);
    expect(emptied.cart?.lines).toEqual([]);
    expect(await cartOf(talk)).toMatchObject({ lines: [], pieces: 0 });
  });

  it('puts in what is on the page', async () => {
    const talk = await shopper(`${language}-DE`);
    const other = await shopper(`${language}-DE`);
    const [, , third] = (await other.say(words.find)).products;
    const page = { page: { productId: third?.productId } };
    const added = await untilAdded(await talk.say(words.addThis, page), (text) => talk.say(text, page));
    expect(added.cart?.lines).toMatchObject([{ productId: third?.productId, quantity: 1 }]);
  });
});

describe('the basket of a conversation', () => {
  it('takes two products of one message, and looks for one that was not shown', async () => {
    const talk = await shopper('en-US', 'US');
    await talk.say('lamps');
    const both = await talk.say('add the first and the second');
    expect(both.cart).toMatchObject({ pieces: 2, changedLineIds: [expect.any(String), expect.any(String)] });
    const search = await talk.say('add a candle to my basket');
    expect(search.cart).toBeUndefined();
    expect(search.products.length).toBeGreaterThan(0);
    expect((await cartOf(talk)).pieces).toBe(2);
  });

  it('says which sizes there are where the one that was asked for is not made', async () => {
    const { say } = await shopper('en-US', 'US');
    await say('jumpers');
    const { text, chips, cart } = await say('add the second in size 7XL');
    expect([text, cart]).toEqual([expect.stringMatching(/not available|choose/u), undefined]);
    expect(chips.length).toBeGreaterThan(1);
  });

  it('is told once on a stream when it changed, also to a listener who comes back', async () => {
    const talk = await shopper('en-US', 'US');
    await talk.say('lamps');
    const headers = { ...talk.headers, Accept: 'text/event-stream' };
    const stream = await postJson(`${talk.path}/messages`, { text: 'add the first' }, headers);
    const events = readEvents(await stream.text());
    const names = events.map(({ name }) => name);
    expect(names.filter((name) => name === 'cart-changed')).toHaveLength(1);
    expect(names.indexOf('cart-changed')).toBeLessThan(names.indexOf('reply-end'));
    const [start] = events;
    const resumed = await fetch(`${talk.path}/messages`, {
      headers: { ...headers, 'Last-Event-ID': start?.id ?? '' },
    });
    const again = readEvents(await resumed.text()).map(({ name }) => name);
    expect(again.filter((name) => name === 'cart-changed')).toHaveLength(1);
  });

  it('has one effect for a message that is sent again', async () => {
    const talk = await shopper('en-US', 'US');
    await talk.say('lamps');
    const message = { clientMessageId: 'once' };
    const [first, second] = [
      await talk.say('add the first', message),
      await talk.say('add the first', message),
    ];
    expect(second.text).toBe(first.text);
    expect((await cartOf(talk)).pieces).toBe(1);
  });
});

describe('the routes of the basket', () => {
  const json = { 'Content-Type': 'application/json' };

  it('put in, change and take out, once per key, and answer with what is there', async () => {
    const talk = await shopper('en-US', 'US');
    const [lamp] = (await talk.say('lamps')).products;
    const headers = { ...talk.headers, 'Idempotency-Key': 'add-1' };
    const wish = { productId: lamp?.productId, quantity: 2 };
    const answers = await Promise.all(
      Array.from(
        { length: 20 },
        async () => await (await postJson(`${talk.path}/basket`, wish, headers)).json(),
      ),
    );
    for (const answer of answers)
      expect(answer).toMatchObject({
        pieces: 2,
        lines: [{ quantity: 2, imageUrl: expect.stringContaining('/') }],
      });
    const { lineId } = answers[0].lines[0];
    const changed = await fetch(`${talk.path}/basket/lines/${lineId}`, {
      method: 'PATCH',
      headers: { ...talk.headers, ...json },
      body: JSON.stringify({ quantity: 1 }),
    });
    expect(await changed.json()).toMatchObject({ pieces: 1, changedLineIds: [lineId] });
    const paid = await fetch(`${talk.path}/checkout`, { method: 'POST', headers: talk.headers });
    expect(await paid.json()).toEqual({ url: expect.stringContaining('https://pay.example/cart/') });
    expect((await talk.say('show my basket')).cart?.pieces).toBe(1);
    const gone = await fetch(`${talk.path}/basket/lines/${lineId}`, {
      method: 'DELETE',
      headers: talk.headers,
    });
    expect(await gone.json()).toMatchObject({ lines: [], pieces: 0, changedLineIds: [lineId] });
  });

  it('refuse what the shop does not sell, what is not said, and other people', async () => {
    const talk = await shopper('en-US', 'US');
    const [jumper] = (await talk.say('jumpers')).products;
    const [lamp] = (await talk.say('lamps')).products;
    const add = async (body: object, headers = talk.headers) => {
      const response = await postJson(`${talk.path}/basket`, body, headers);
      const { code, refusal } = await response.json();
      return { status: response.status, code, refusal };
    };
    expect(await add({ productId: 'nothing' })).toEqual({ status: 404, code: 'NOT_FOUND' });
    expect(await add({ productId: jumper?.productId })).toEqual({ status: 400, code: 'INVALID_ARGUMENT' });
    const foreign = { productId: jumper?.productId, variantId: lamp?.productId };
    expect(await add(foreign)).toEqual({ status: 400, code: 'INVALID_ARGUMENT' });
    expect((await add({ productId: lamp?.productId, quantity: 0 })).status).toBe(400);
    expect(await add({ productId: lamp?.productId, quantity: 999 })).toEqual({
      status: 409,
      code: 'WRITE_REFUSED',
      refusal: expect.stringMatching(/^(out-of-stock|not-offered)$/),
    });
    const stranger = await shopper('en-US', 'US');
    expect((await add({ productId: lamp?.productId }, stranger.headers)).status).toBe(404);
    const line = await fetch(`${talk.path}/basket/lines/none`, { method: 'DELETE', headers: talk.headers });
    expect(line.status).toBe(404);
    const empty = await fetch(`${talk.path}/checkout`, { method: 'POST', headers: talk.headers });
    expect(empty.status).toBe(404);
    expect((await cartOf(talk)).pieces).toBe(0);
  });
});
