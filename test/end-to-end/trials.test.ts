import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_CLOCK_MS } from '../support/demo-clock.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { deskVisitor } from '../support/desk-visitor.ts';
import { postJson, startConversation } from '../support/http.ts';

const MINUTE_MS = 60_000;
let nowMs = DEMO_CLOCK_MS;
let server: DemoServer;
let lead: ReturnType<typeof deskVisitor>;
/** Of the list that both a conversation and searches asked for. */
let shown: readonly string[];

const QUESTION = 'How much does gift wrapping cost?';
const search = async (words: string) => {
  const response = await fetch(
    `${server.url}/v1/search?market=US&locale=en-US&q=${encodeURIComponent(words)}`,
  );
  return await response.json();
};
const trial = async (kind: string, value: object, size: object = {}) => {
  const response = await lead.post('/v1/desk/previews', { kind, value, ...size });
  expect(response.status).toBe(200);
  return await response.json();
};
const hidden = (productId: string, more: object = {}) => ({
  ...{ action: { kind: 'exclude' }, target: { productIds: [productId] } },
  ...{ until: '2027-01-01', owner: 'lea', ...more },
});

beforeAll(async () => {
  server = await demoServer({}, () => nowMs);
  lead = deskVisitor(server.url);
  const token = server.engines.join().match(/token (\S+) makes/)?.[1];
  const account = { email: 'lea@shop.example', firstName: 'Lea', password: 'a long enough one' };
  await lead.setUp({ token, ...account });
  const talk = await startConversation(server.url, { locale: 'en-US', market: 'US' });
  const say = async (text: string) =>
    await (await postJson(`${talk.path}/messages`, { text }, talk.headers)).json();
  await say('red scarves under 60');
  await say(QUESTION);
  for (let time = 0; time < 3; time += 1) {
    const { products } = await search('red scarf');
    shown = products.map(({ productId }: { productId: string }) => productId);
    await search('write to ada@shop.example');
    await search(`whatever ${time}`);
    nowMs += MINUTE_MS;
  }
});
afterAll(() => server.close());

describe('a trial of a rule', () => {
  it('tells what it does to messages and to searches that came several times, with places, and writes nothing', async () => {
    const [first = ''] = shown;
    const value = { id: 'tried', rule: hidden(first) };
    const { turns, searches, titles } = await trial('rule', value);
    expect(searches).toMatchObject({ played: 1, unplayed: 0 });
    const [changed] = searches.changed;
    expect(changed).toMatchObject({ words: 'red scarf', market: 'US', language: 'en', times: 3 });
    expect(changed.out).toEqual([{ productId: first, place: 1 }]);
    expect(changed.change).toBeGreaterThan(0);
    expect(turns.played).toBe(2);
    expect(turns.changed).toMatchObject([{ utterance: 'red scarves under 60' }]);
    expect(titles[first]).toEqual(expect.any(String));
    expect((await lead.get('/v1/rules/tried/history')).status).toBe(404);
    expect((await search('red scarf')).products[0].productId).toBe(first);
  });

  it('is as if it had begun, though what was asked was asked before', async () => {
    const from = new Date(nowMs + 60 * MINUTE_MS).toISOString();
    const value = { id: 'tried', rule: hidden(shown[0] ?? '', { from }) };
    expect((await trial('rule', value)).searches.changed).toHaveLength(1);
  });

  it('runs no more than it is asked to', async () => {
    const value = { id: 'tried', rule: hidden(shown[0] ?? '') };
    const { turns, searches } = await trial('rule', value, { turns: 1, searches: 0 });
    expect([turns.played, searches.played]).toEqual([1, 0]);
  });
});

describe('a trial of synonyms and of weights', () => {
  it('makes the searches again', async () => {
    const rules = [{ kind: 'one-way', locale: '*', from: ['red'], to: ['blue'] }];
    expect((await trial('synonyms', { rules })).searches.played).toBe(1);
    const changes = { every: { popularity: 40 } };
    const { searches } = await trial('weights', { changes });
    expect(searches.changed[0]?.moved.length).toBeGreaterThan(0);
  });
});

describe('a trial of house rules', () => {
  it('tells the words then and now, and makes no search', async () => {
    const value = { tone: 'brief', formality: {}, sentences: [] };
    const { turns, searches } = await trial('house-rules', value);
    expect(searches).toBeUndefined();
    expect(turns.changed[0]).toMatchObject({
      in: [],
      out: [],
      moved: [],
      words: { before: expect.any(String) },
    });
  });
});

describe('a trial of a document', () => {
  const documentId = 'desk/gift-wrapping';
  const text = '# Gift wrapping\n\nGift wrapping costs 4 dollars per parcel.';
  const draft = { format: 'markdown', language: 'en', text };

  it('tells what questions would be answered, and from where', async () => {
    const { turns, searches } = await trial('document', { documentId, draft });
    expect(searches).toBeUndefined();
    expect(turns).toMatchObject({ played: 1, unplayed: 0 });
    const [changed] = turns.changed;
    expect(changed).toMatchObject({
      utterance: QUESTION,
      sources: {
        before: [],
        after: [{ title: 'Gift wrapping', passage: expect.stringContaining('4 dollars') }],
      },
    });
    expect(changed.words.after).toContain('4 dollars per parcel');
    expect((await lead.get('/v1/desk/documents/desk%2Fgift-wrapping')).status).toBe(404);
  });

  it('tells what would be answered no more without it, and nothing of a draft that says nothing to anybody', async () => {
    expect((await lead.send('PUT', '/v1/desk/documents/desk%2Fgift-wrapping', draft)).status).toBe(200);
    const talk = await startConversation(server.url, { locale: 'en-US', market: 'US' });
    await postJson(`${talk.path}/messages`, { text: QUESTION }, talk.headers);
    const { turns } = await trial('document', { documentId, draft: null });
    expect(turns.changed[0].sources).toMatchObject({ before: [{ title: 'Gift wrapping' }], after: [] });
    expect((await trial('document', { documentId, draft })).turns.changed).toEqual([]);
  });

  it('refuses a draft that could not be published', async () => {
    const value = { documentId, draft: { ...draft, text: '#' } };
    const refused = await lead.post('/v1/desk/previews', { kind: 'document', value });
    expect(await refused.json()).toMatchObject({ code: 'DOCUMENTS_REFUSED' });
    const elsewhere = { documentId: 'documents/en/none.md', draft };
    expect((await lead.post('/v1/desk/previews', { kind: 'document', value: elsewhere })).status).toBe(404);
  });
});

it('a trial that nobody waits for any more ends, and the next one runs', async () => {
  const stop = new AbortController();
  const value = { id: 'tried', rule: hidden(shown[0] ?? '') };
  const left = fetch(`${server.url}/v1/desk/previews`, {
    method: 'POST',
    headers: { ...lead.headers(), 'Content-Type': 'application/json' },
    body: JSON.stringify({ kind: 'rule', value }),
    signal: stop.signal,
  });
  stop.abort();
  await expect(left).rejects.toThrow();
  expect((await trial('rule', value)).turns.played).toBeGreaterThan(0);
});
