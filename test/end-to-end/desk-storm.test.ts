import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QueueItem } from '../../src/domain/desk/queue.ts';
import { demoServer, type LastingServer } from '../support/demo-server.ts';
import { type DeskReader, readDesk } from '../support/desk-reader.ts';
import { deskVisitor } from '../support/desk-visitor.ts';
import { type OpenConversation, postJson, startConversation } from '../support/http.ts';

const PASSWORD = 'a long enough one';
const TALKS = 500;
const AT_ONCE = 16;

let server: LastingServer;
let anna: ReturnType<typeof deskVisitor>;
let ben: Awaited<ReturnType<typeof anna.invite>>;
let talks: readonly OpenConversation[];

/** Works on many things, some at a time. */
async function forAll<T>(items: readonly T[], work: (item: T, index: number) => Promise<unknown>) {
  const left = items.entries();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const [index, item] of left) await work(item, index);
    }),
  );
}

const desk = ({ conversationId }: OpenConversation, action: string) =>
  `/v1/desk/conversations/${conversationId}/${action}`;

/** A message of the shopper, which a person answers: nothing is searched for. */
const say = (talk: OpenConversation, text: string) =>
  postJson(`${new URL(talk.path).pathname.replace(/^/, server.url)}/messages`, { text }, talk.headers);

/** Reads until it knows what the queue says now. */
async function expectRight(reader: DeskReader): Promise<void> {
  const fresh = await readDesk(server.url, anna);
  await fresh.close();
  const byId = (lines: DeskReader['lines']) =>
    [...lines.values()].toSorted((one, other) => (one.conversationId < other.conversationId ? -1 : 1));
  await expect.poll(() => byId(reader.lines), { timeout: 15_000 }).toEqual(byId(fresh.lines));
}

beforeAll(async () => {
  server = await demoServer({
    FLOORWALKER_LIMIT_REQUESTS_PER_MINUTE: '1000000',
    FLOORWALKER_LIMIT_MESSAGES_PER_MINUTE: '1000000',
    FLOORWALKER_LIMIT_CONVERSATIONS_PER_HOUR: '1000000',
  });
  anna = deskVisitor(server.url);
  const token = server.engines.join().match(/token (\S+) makes/)?.[1];
  await anna.setUp({ token, email: 'anna@shop.example', firstName: 'Anna', password: PASSWORD });
  ben = await anna.invite({ email: 'ben@shop.example', firstName: 'Ben', password: PASSWORD, role: 'agent' });
  const opened: OpenConversation[] = [];
  await forAll(Array.from({ length: TALKS }), async () => {
    const talk = await startConversation(server.url, { locale: 'en-US', market: 'US' });
    await anna.post(desk(talk, 'join'));
    opened.push(talk);
  });
  talks = opened;
}, 120_000);
afterAll(() => server.close());

describe('a storm of events at the desk', () => {
  it('leaves every reader with the state of the queue: a fast one, a slow one, and one who was cut', async () => {
    const fast = await readDesk(server.url, anna);
    const slow = await readDesk(server.url, anna);
    const cut = await readDesk(server.url, ben);
    slow.hold();
    await forAll(talks, (talk, index) => say(talk, `message one of ${index}`));
    await cut.close();
    await forAll(talks, async (talk, index) => {
      await anna.post(desk(talk, 'messages'), { text: 'One moment please', clientMessageId: 'one' });
      await say(talk, `message two of ${index}`);
    });
    const back = await readDesk(server.url, ben, cut);
    await forAll(talks.slice(0, 100), (talk) => anna.post(desk(talk, 'close'), { outcome: 'helped' }));
    slow.goOn();
    for (const reader of [fast, slow]) await expectRight(reader);
    const counts = (reader: DeskReader) => {
      const states = [...reader.lines.values()].map(({ state }) => state);
      return { closed: states.filter((state) => state === 'closed').length, all: states.length };
    };
    await expect.poll(() => counts(back), { timeout: 15_000 }).toEqual({ closed: 100, all: TALKS });

    const frames = fast.events.filter(({ type }) => type === 'conversations');
    const told = frames.flatMap((event) => (event.type === 'conversations' ? event.conversations : []));
    expect(
      Math.max(...frames.map((event) => ('conversations' in event ? event.conversations.length : 0))),
    ).toBeLessThanOrEqual(200);
    // Some 1,600 changes: told as states, never more often than they were made.
    expect(told.length).toBeLessThanOrEqual(3 * TALKS + 100);
    await Promise.all([fast, slow, back].map((reader) => reader.close()));
  }, 180_000);

  it('tells nothing that opens a conversation, or says who the shopper is elsewhere', async () => {
    const reader = await readDesk(server.url, anna);
    await forAll(talks.slice(0, 20), (talk) => say(talk, 'and one more'));
    await expectRight(reader);
    const [talk] = talks;
    if (talk === undefined) throw new TypeError('There are no conversations');
    const whole = await (await anna.get(`/v1/desk/conversations/${talk.conversationId}`)).text();
    const told = [reader.text(), JSON.stringify([...reader.lines]), whole].join('\n');
    for (const { token } of talks) expect(told).not.toContain(token);
    expect(told).not.toMatch(/tokenHash|shopperId|visitor:|floorwalker-desk/);
    await reader.close();
  }, 60_000);

  it('tells two agents of each other', async () => {
    const reader = await readDesk(server.url, anna);
    const [talk] = talks;
    if (talk === undefined) throw new TypeError('There are no conversations');
    await ben.send('PUT', desk(talk, 'presence'), { isEditing: true });
    await expect
      .poll(() => reader.viewers()[talk.conversationId])
      .toEqual([{ agentId: ben.agentId, firstName: 'Ben', isEditing: true }]);
    await ben.send('DELETE', desk(talk, 'presence'));
    await expect.poll(() => reader.viewers()[talk.conversationId]).toBeUndefined();
    await reader.close();
  }, 60_000);

  it('takes a forgotten conversation out of lists, searches and streams', async () => {
    const talk = talks.at(-1);
    if (talk === undefined) throw new TypeError('There are no conversations');
    await say(talk, 'my secret word is zanzibar');
    const search = async (): Promise<readonly QueueItem[]> =>
      (await (await anna.get('/v1/desk/queue?tab=mine&search=zanzibar')).json()).conversations;
    expect(await search()).toHaveLength(1);
    const reader = await readDesk(server.url, anna);
    expect(reader.lines.has(talk.conversationId)).toBe(true);
    expect((await fetch(talk.path, { method: 'DELETE', headers: talk.headers })).status).toBe(204);
    await expect.poll(() => reader.lines.has(talk.conversationId)).toBe(false);
    expect(await search()).toEqual([]);
    expect((await anna.get(`/v1/desk/conversations/${talk.conversationId}`)).status).toBe(404);
    await reader.close();
  }, 60_000);

  it('ends for who signs out elsewhere', async () => {
    const account = { email: 'cleo@shop.example', firstName: 'Cleo', password: PASSWORD, role: 'viewer' };
    const cleo = await anna.invite(account);
    const response = await fetch(`${server.url}/v1/desk/stream`, { headers: cleo.headers() });
    expect(response.status).toBe(200);
    await response.body?.cancel();
    await cleo.send('DELETE', '/v1/desk/session');
    expect((await fetch(`${server.url}/v1/desk/stream`, { headers: cleo.headers() })).status).toBe(401);
  }, 60_000);

  it('is survived by readers when the server begins again, and nothing is said twice', async () => {
    const before = await readDesk(server.url, anna);
    const [talk] = talks;
    if (talk === undefined) throw new TypeError('There are no conversations');
    await anna.post(desk(talk, 'join'));
    await anna.post(desk(talk, 'messages'), { text: 'Before', clientMessageId: 'm-1' });
    await server.restart();
    await before.close();
    const again = await anna.post(desk(talk, 'messages'), { text: 'Before', clientMessageId: 'm-1' });
    expect(again.status).toBe(200);
    const reader = await readDesk(server.url, anna, before);
    await expect.poll(() => reader.events.some(({ type }) => type === 'missed')).toBe(true);
    await expectRight(reader);
    const { entries } = await (await anna.get(`/v1/desk/conversations/${talk.conversationId}`)).json();
    expect(entries.filter(({ text }: { text?: string }) => text === 'Before')).toHaveLength(1);
    await reader.close();
  }, 120_000);
});
