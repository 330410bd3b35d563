import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Attended } from '../../src/chat/person-desk.ts';
import type { DeskConversation } from '../../src/domain/desk/conversation.ts';
import type { OfficeHours } from '../../src/domain/desk/settings.ts';
import type { Turn } from '../../src/domain/turn.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { deskVisitor } from '../support/desk-visitor.ts';
import { postJson, startConversation } from '../support/http.ts';

const PASSWORD = 'a long enough one';
const CANARY = 'zanzibar-note';

let server: DemoServer;
let anna: ReturnType<typeof deskVisitor>;
beforeAll(async () => {
  server = await demoServer();
  anna = deskVisitor(server.url);
  const token = server.engines.join().match(/token (\S+) makes/)?.[1];
  await anna.setUp({ token, email: 'anna@shop.example', firstName: 'Anna', password: PASSWORD });
});
afterAll(() => server.close());

async function shopper(start: object = { locale: 'en-US', market: 'US' }) {
  const talk = await startConversation(server.url, start);
  const path = `/v1/desk/conversations/${talk.conversationId}`;
  return {
    ...talk,
    path: talk.path,
    desk: path,
    say: async (text: string): Promise<Turn> =>
      await (await postJson(`${talk.path}/messages`, { text }, talk.headers)).json(),
    attended: async (): Promise<Attended> =>
      await (await fetch(`${talk.path}/entries`, { headers: talk.headers })).json(),
    rate: (answer: object) => postJson(`${talk.path}/satisfaction`, answer, talk.headers),
    seen: async (): Promise<DeskConversation> => await (await anna.get(path)).json(),
  };
}

describe('closing a conversation', () => {
  it('asks the shopper how it was, once, and goes on when they say something', async () => {
    const talk = await shopper();
    await talk.say('a warm scarf');
    await talk.say('thank you');
    expect((await talk.rate({ score: 5 })).status).toBe(409);
    await anna.post(`${talk.desk}/close`, { outcome: 'helped' });
    const { askSatisfaction, entries } = await talk.attended();
    expect([askSatisfaction, entries.map(({ kind }) => kind)]).toEqual([true, ['closed']]);
    expect((await talk.rate({ score: 6 })).status).toBe(400);
    expect((await talk.rate({ score: 4, comment: 'quick' })).status).toBe(204);
    expect((await talk.attended()).askSatisfaction).toBeUndefined();
    expect(await talk.seen()).toMatchObject({
      item: { state: 'closed', outcome: 'helped', satisfaction: 4 },
      satisfaction: { score: 4, comment: 'quick' },
    });
    expect((await talk.say('show me lamps')).products.length).toBeGreaterThan(0);
    expect((await talk.seen()).item).toMatchObject({ state: 'assistant', satisfaction: 4 });
    await anna.post(`${talk.desk}/close`, { outcome: 'bought' });
    expect((await talk.attended()).askSatisfaction).toBeUndefined();
  });
});

describe('correcting what is looked for', () => {
  it('is what the next answer goes on from, and is said to nobody but colleagues', async () => {
    const talk = await shopper();
    const first = await talk.say('a scarf');
    const { currency } = first.products[0]?.price ?? { currency: '' };
    const maxMinor = Math.max(...first.products.map(({ price }) => price.amountMinor)) - 1;
    const answer = await anna.send('PUT', `${talk.desk}/need`, { budget: { maxMinor } });
    const changed: DeskConversation = await answer.json();
    expect(changed.need.budget?.max).toEqual({ amountMinor: maxMinor, currency });
    expect(changed.item.wants).toContain(`at most $${(maxMinor / 100).toFixed(2)}`);
    expect(changed.entries.map(({ kind }) => kind)).toEqual(['need-changed']);
    expect((await talk.attended()).entries).toEqual([]);
    const next = await talk.say('the cheapest ones first');
    expect(next.products.length).toBeGreaterThan(0);
    for (const { price } of next.products) expect(price.amountMinor).toBeLessThanOrEqual(maxMinor);
    expect(next.need.budget?.max?.amountMinor).toBe(maxMinor);
    const unknown = { add: [{ attribute: 'color', value: 'loudest', strength: 'hard' }] };
    expect((await anna.send('PUT', `${talk.desk}/need`, unknown)).status).toBe(400);
    const reversed = { budget: { minMinor: 500, maxMinor: 100 } };
    expect((await anna.send('PUT', `${talk.desk}/need`, reversed)).status).toBe(400);
  });
});

describe('what is for colleagues', () => {
  it('is in no answer that a shopper gets, and goes with the conversation', async () => {
    const talk = await shopper();
    const { messageId } = await talk.say('a scarf');
    await anna.post(`${talk.desk}/notes`, { noteId: 'n-1', text: CANARY });
    await anna.send('PUT', `${talk.desk}/need`, { budget: { maxMinor: 987_654 } });
    const paths = [
      ...['', '/messages', '/entries', '/memory', '/basket'].map((end) => `${talk.path}${end}`),
      `${talk.path}/messages/${messageId}/without-behaviour`,
      `${server.url}/v1/recommendations?conversationId=${talk.conversationId}`,
    ];
    const told = await Promise.all(
      paths.map(async (path) => (await fetch(path, { headers: talk.headers })).text()),
    );
    expect(told.join('\n')).not.toMatch(/zanzibar|need-changed|≤ \$9,876\.54/);
    expect((await talk.seen()).notes).toMatchObject([{ text: CANARY, by: { firstName: 'Anna' } }]);
    await fetch(talk.path, { method: 'DELETE', headers: talk.headers });
    expect((await anna.get(`${talk.desk}/notes`)).status).toBe(404);
    expect((await anna.get(talk.desk)).status).toBe(404);
  });
});

describe('a person who writes in another language', () => {
  it('is told that their words were sent as they are where no model is there', async () => {
    const talk = await shopper({ locale: 'de-DE', market: 'DE' });
    await anna.post(`${talk.desk}/join`);
    const message = { text: 'Good day', language: 'en' };
    const said = await (await anna.post(`${talk.desk}/messages`, message)).json();
    expect(said).toMatchObject({ kind: 'said', text: 'Good day', translation: 'no-model' });
  });
});

describe('asking for a person', () => {
  it('is answered with when somebody is there, outside of office hours alone', async () => {
    const set = (hours: OfficeHours) => anna.send('PUT', '/v1/desk/settings/office-hours', hours);
    const asked = async (start: object, words: string) => (await (await shopper(start)).say(words)).text;
    const german = { locale: 'de-DE', market: 'DE' };
    const usual = await asked(german, 'Ich möchte mit einem Menschen sprechen');
    const hours = { timeZone: 'Europe/Berlin', closedOn: [] };
    // The clock of the demo shop stands at one o'clock in the afternoon there, on a Sunday.
    const sunday = [...Array.from({ length: 6 }, () => []), [{ from: '10:00', to: '12:00' }]];
    expect((await set({ ...hours, week: sunday })).status).toBe(200);
    const outside = await asked(german, 'Ich möchte mit einem Menschen sprechen');
    expect(outside).toContain(usual);
    expect(outside).toMatch(/wieder da: Sonntag, .* um 10:00 ME(?:S)?Z\.$/);
    expect(await asked({ locale: 'en-US', market: 'US' }, 'I want to talk to a person')).toMatch(
      /is here again: Sunday, .* at 10:00.AM GMT\+[12]\.$/,
    );
    const always = Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]);
    await set({ ...hours, week: always });
    expect(await asked(german, 'Ich möchte mit einem Menschen sprechen')).toBe(usual);
  });
});
