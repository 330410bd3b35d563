import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { type OpenConversation, postJson, startConversation } from '../support/http.ts';

let shop: DemoServer;
beforeAll(async () => {
  shop = await demoServer();
});
afterAll(() => shop.close());

interface Item {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly reason: string;
  readonly isUsed: boolean;
  readonly productId?: string;
}

const get = async (path: string, headers: Readonly<Record<string, string>>) => {
  const response = await fetch(path, { headers });
  return { status: response.status, body: await response.json() };
};

const itemsOf = async ({ path, headers }: OpenConversation): Promise<readonly Item[]> =>
  (await get(`${path}/memory`, headers)).body.items;

const forget = ({ path, headers }: OpenConversation, id: string) =>
  fetch(`${path}/memory/${encodeURIComponent(id)}`, { method: 'DELETE', headers });

const say = async ({ path, headers }: OpenConversation, text: string) =>
  await (await postJson(`${path}/messages`, { text }, headers)).json();

const look = async (talk: OpenConversation, productId: string) => {
  const answer = await postJson(
    `${shop.url}/v1/events`,
    {
      type: 'track',
      event: 'Product Viewed',
      messageId: crypto.randomUUID(),
      properties: { product_id: productId },
      context: { conversationId: talk.conversationId },
    },
    talk.headers,
  );
  expect(await answer.json()).toMatchObject({ accepted: 1 });
};

const english = (consent = {}) => startConversation(shop.url, { locale: 'en-US', consent });
const told = (items: readonly Item[]) => items.map(({ kind, label }) => [kind, label]);

it('lists what was said and what was looked at, each with its reason', async () => {
  const talk = await english();
  expect(await itemsOf(talk)).toEqual([]);
  const { products } = await say(talk, 'a warm scarf under 60');
  const [first, second] = products;
  await look(talk, first.productId);
  await look(talk, second.productId);
  const items = await itemsOf(talk);
  expect(told(items)).toContainEqual(['viewed', first.title]);
  const price = items.find(({ kind, label }) => kind === 'wish' && label.includes('60'));
  expect(price?.reason).toMatch(/^You said so on \w+ \d+, \d{4}\.$/);
  expect(items.every(({ isUsed, reason }) => isUsed && reason !== '')).toBe(true);
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
});

it('forgets exactly the one that is named, also in the next list', async () => {
  const talk = await english({ personalization: true });
  const { products } = await say(talk, 'a warm scarf under 60');
  for (const { productId } of products.slice(0, 2)) await look(talk, productId);
  const before = await itemsOf(talk);
  const gone = before.find(({ productId }) => productId === products[0].productId);
  expect((await forget(talk, gone?.id ?? '')).status).toBe(204);
  const after = await itemsOf(talk);
  expect(told(after)).toEqual(
    told(before).filter(([kind, label]) => label !== gone?.label && kind !== 'interest'),
  );
  expect((await forget(talk, gone?.id ?? '')).status).toBe(404);

  const price = after.find(({ kind, label }) => kind === 'wish' && label.includes('60'));
  expect((await forget(talk, price?.id ?? '')).status).toBe(204);
  const turn = await say(talk, 'show me more');
  expect(JSON.stringify(turn.need)).not.toContain('6000');
});

it('lists whom it is for and what for, and forgets either', async () => {
  const talk = await startConversation(shop.url, { locale: 'de-DE', market: 'DE' });
  await say(talk, 'ein Schal für meine Mutter zum Geburtstag');
  const before = await itemsOf(talk);
  const mother = before.find(({ label }) => label === 'Mutter');
  expect(told(before)).toEqual(
    expect.arrayContaining([
      ['wish', 'Mutter'],
      ['wish', 'Geburtstag'],
    ]),
  );
  expect((await forget(talk, mother?.id ?? '')).status).toBe(204);
  expect(told(await itemsOf(talk))).toEqual(told(before).filter(([, label]) => label !== 'Mutter'));
});

it('knows nothing of what was done once consent is withdrawn', async () => {
  const talk = await english({ personalization: true });
  const { products } = await say(talk, 'scarves');
  await look(talk, products[0].productId);
  expect((await itemsOf(talk)).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['history', 'shown']));
  await fetch(`${talk.path}/consent`, {
    method: 'PUT',
    headers: { ...talk.headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ personalization: false }),
  });
  const kinds = (await itemsOf(talk)).map(({ kind }) => kind);
  expect(kinds).not.toContain('history');
  expect(kinds).not.toContain('shown');
});

it('lets nothing count that was done as soon as the shopper says so, and again when they say so', async () => {
  const talk = await english({ personalization: true });
  const { products } = await say(talk, 'scarves');
  await look(talk, products[0].productId);
  const pause = (isPaused: boolean) =>
    fetch(`${talk.path}/memory`, {
      method: 'PATCH',
      headers: { ...talk.headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ isPaused }),
    });
  expect((await pause(true)).status).toBe(204);
  await look(talk, products[1].productId);
  const paused = (await get(`${talk.path}/memory`, talk.headers)).body;
  expect(paused).toMatchObject({ isPaused: true, consent: { personalization: false } });
  expect(paused.items.filter(({ productId }: Item) => productId !== undefined)).toEqual([]);
  await pause(false);
  await look(talk, products[1].productId);
  expect(told(await itemsOf(talk))).toContainEqual(['viewed', products[1].title]);
});

it('honours Global Privacy Control, says so, and withdraws a consent given before', async () => {
  const talk = await english({ personalization: true });
  const { products } = await say(talk, 'scarves');
  await look(talk, products[0].productId);
  const optingOut = { ...talk, headers: { ...talk.headers, 'Sec-GPC': '1' } };
  const { body } = await get(`${talk.path}/memory`, optingOut.headers);
  expect(body).toMatchObject({
    consent: { personalization: false },
    privacy: { globalPrivacyControl: 'honored' },
  });
  expect(body.items.map(({ kind }: Item) => kind)).not.toContain('history');
  expect((await get(`${talk.path}/memory`, talk.headers)).body).toMatchObject({
    consent: { personalization: false },
  });
  const agreed = await fetch(`${talk.path}/consent`, {
    method: 'PUT',
    headers: { ...optingOut.headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ personalization: true }),
  });
  expect([agreed.status, (await agreed.json()).code]).toEqual([409, 'CONFLICT']);
});

it('makes a list again without what was looked at, with the parts of its scores', async () => {
  const talk = await english();
  const { products } = await say(talk, 'scarves');
  await look(talk, products.at(-1).productId);
  const { messageId, products: shown } = await say(talk, 'scarves please');
  const { status, body } = await get(`${talk.path}/messages/${messageId}/without-behaviour`, talk.headers);
  expect([status, body.messageId, body.leftOut]).toEqual([200, messageId, 1]);
  expect(body.products.length).toBe(shown.length);
  const signals = (list: readonly { readonly parts: readonly { readonly signal: string }[] }[]) =>
    new Set(list.flatMap(({ parts }) => parts.map(({ signal }) => signal)));
  expect([...signals(body.products)]).toEqual(expect.not.arrayContaining(['interest', 'session']));
  expect((await get(`${talk.path}/messages/nothing/without-behaviour`, talk.headers)).status).toBe(404);
});

it('gives the same list without behaviour when there was none', async () => {
  const talk = await english();
  const { messageId } = await say(talk, 'red scarves');
  const { body } = await get(`${talk.path}/messages/${messageId}/without-behaviour`, talk.headers);
  expect(body).toMatchObject({ isSame: true, leftOut: 0 });
});

it('answers a stranger as if there were no such conversation, to the letter', async () => {
  const mine = await english();
  const other = await english();
  const { messageId } = await say(mine, 'scarves');
  const [item] = await itemsOf(mine);
  const paths = ['/memory', `/memory/${item?.id}`, `/messages/${messageId}/without-behaviour`];
  for (const path of paths) {
    const method = path === `/memory/${item?.id}` ? 'DELETE' : 'GET';
    const answers = [];
    for (const id of [mine.conversationId, 'nothing']) {
      const answer = await fetch(`${shop.url}/v1/conversations/${id}${path}`, {
        method,
        headers: other.headers,
      });
      const { requestId: _, ...body } = await answer.json();
      answers.push([answer.status, body]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.[0]).toBe(404);
  }
  expect(await itemsOf(mine)).toContainEqual(item);
});
