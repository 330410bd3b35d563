import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { deskVisitor } from '../support/desk-visitor.ts';
import { postJson, startConversation } from '../support/http.ts';

let server: DemoServer;
let lead: ReturnType<typeof deskVisitor>;
let caseId: string;
/** The first and the last of the list that the case is about. */
let first: string;
let last: string;
const written = () => ({
  id: 'red-scarves-under-sixty-are-found',
  group: 'frozen',
  locale: 'en-US',
  market: 'US',
  turns: [
    {
      say: 'red scarves under 60',
      expect: {
        commands: ['find type=scarf color=red price<60'],
        all: ['color=red', 'price<60'],
        products: { min: 1, has: [first] },
        relaxed: false,
      },
    },
  ],
});

const TOKEN = 'the-token-of-the-shop-itself';
/** As a program of the shop comes. */
const program = (method: string, path: string, body?: object) =>
  fetch(`${server.url}${path}`, {
    method,
    headers: { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

beforeAll(async () => {
  server = await demoServer({ FLOORWALKER_ADMIN_TOKEN: TOKEN });
  lead = deskVisitor(server.url);
  const token = server.engines.join().match(/token (\S+) makes/)?.[1];
  const account = { email: 'lea@shop.example', firstName: 'Lea', password: 'a long enough one' };
  await lead.setUp({ token, ...account });
  const talk = await startConversation(server.url, { locale: 'en-US', market: 'US' });
  const say = async (text: string) =>
    await (await postJson(`${talk.path}/messages`, { text }, talk.headers)).json();
  const { products } = await say('red scarves under 60');
  first = products[0].productId;
  last = products.at(-1).productId;
  const made = await (await lead.post(`/v1/desk/conversations/${talk.conversationId}/freeze`)).json();
  caseId = made.caseId;
  expect(made.written.turns[0].expect).toMatchObject({ relaxed: false, products: { min: 1 } });
  const kept = await lead.send('PUT', `/v1/desk/cases/${caseId}`, { state: 'kept', written: written() });
  expect(kept.status).toBe(200);
  expect(JSON.stringify(await kept.json())).not.toContain(talk.conversationId);
});
afterAll(() => server.close());

const hidden = (productId: string) => ({
  action: { kind: 'exclude' },
  target: { productIds: [productId] },
  until: '2027-01-01',
  owner: 'lea',
});
const actions = async (): Promise<string[]> => {
  const { entries } = await (await lead.get('/v1/desk/audit')).json();
  return entries.map(({ action }: { action: string }) => action);
};

describe('publishing from the desk', () => {
  it('goes on where every kept case holds, and has its author', async () => {
    const { misses } = await (await lead.get(`/v1/desk/cases/${caseId}`)).json();
    expect(misses).toEqual([]);
    expect((await lead.send('PUT', '/v1/rules/not-the-last', hidden(last))).status).toBe(200);
    const { changes } = await (await lead.get('/v1/rules/not-the-last/history')).json();
    expect(changes).toMatchObject([{ author: 'Lea' }]);
    expect((await lead.send('PUT', '/v1/weights', { changes: {} })).status).toBe(200);
  });

  it('is refused where a case breaks, and says which and how; nothing is in force', async () => {
    const refused = await lead.send('PUT', '/v1/rules/not-the-first', hidden(first));
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      code: 'GATE_FAILED',
      gate: { played: 1, unplayed: 0, broken: [{ caseId, id: written().id }], failing: [] },
    });
    const { rules } = await (await lead.get('/v1/rules')).json();
    expect(rules.map(({ id }: { id: string }) => id)).toEqual(['not-the-last']);
    expect((await lead.get('/v1/rules/not-the-first/history')).status).toBe(404);
  });

  it('tries synonyms that nobody else searches by meanwhile', async () => {
    const turned = { rules: [{ kind: 'one-way', locale: '*', from: ['red'], to: ['blue'] }] };
    const harmless = { rules: [{ kind: 'one-way', locale: '*', from: ['gizmo'], to: ['lamp'] }] };
    expect((await lead.send('PUT', '/v1/synonyms', harmless)).status).toBe(200);
    expect((await lead.send('PUT', '/v1/synonyms', turned)).status).toBeLessThan(500);
    expect((await lead.post('/v1/synonyms/rollback', { version: 1 })).status).toBe(200);
    const { versions } = await (await lead.get('/v1/synonyms/history')).json();
    expect(versions[0]).toMatchObject({ author: 'Lea', rules: harmless.rules });
  });

  it('is refused to a program of the shop alike, until it says why', async () => {
    const refused = await program('PUT', '/v1/rules/of-a-program', hidden(first));
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ code: 'GATE_FAILED', gate: { broken: [{ caseId }] } });
    const path = '/v1/rules/of-a-program?publishAnyway=sold%20out%20in%20the%20till';
    expect((await program('PUT', path, hidden(first))).status).toBe(200);
    const { entries } = await (await lead.get('/v1/desk/audit?action=gate.override')).json();
    expect(entries[0]).toMatchObject({
      actor: 'admin-token',
      details: { reason: 'sold out in the till', broken: '1' },
    });
    const { changes } = await (await lead.get('/v1/rules/of-a-program/history')).json();
    expect(changes[0].author).toBeUndefined();
    expect((await program('DELETE', '/v1/rules/of-a-program')).status).toBe(204);
  });

  it('goes through with a reason, which is kept with who gave it', async () => {
    const path = '/v1/rules/not-the-first?publishAnyway=recall%20of%20red%20dye';
    expect((await lead.send('PUT', path, hidden(first))).status).toBe(200);
    expect(await actions()).toContain('gate.override');
    const { failing, misses } = {
      failing: await (await lead.send('PUT', '/v1/rules/still-not-the-last', hidden(last))).json(),
      misses: (await (await lead.get(`/v1/desk/cases/${caseId}`)).json()).misses,
    };
    // What fails already does not hold anything else up.
    expect(failing).toMatchObject({ rule: { id: 'still-not-the-last' } });
    expect(misses).not.toEqual([]);
  });

  it('goes back to a rule as it was, through the gate as well', async () => {
    expect((await lead.send('DELETE', '/v1/rules/not-the-first')).status).toBe(204);
    const { changes } = await (await lead.get('/v1/rules/not-the-first/history')).json();
    const [, written] = changes;
    const again = await lead.post('/v1/rules/not-the-first/rollback', { version: written.version });
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({ code: 'GATE_FAILED' });
  });

  it('has the way to speak go through the gate too', async () => {
    const value = { tone: 'friendly', formality: { default: 'familiar' }, sentences: [] };
    expect((await lead.send('PUT', '/v1/desk/settings/house-rules', value)).status).toBe(200);
    expect(await (await lead.get('/v1/desk/gate')).json()).toEqual({ done: 0, of: 0 });
  });
});

describe('a case', () => {
  it('is changed on the version that was read, and refuses what is of a person', async () => {
    const stale = await lead.send('PUT', `/v1/desk/cases/${caseId}`, { state: 'kept', written: written() });
    expect(stale.status).toBe(200);
    const personal = { ...written(), turns: [{ say: 'write to ada@shop.example about red scarves' }] };
    const refused = await lead.send('PUT', `/v1/desk/cases/${caseId}`, { state: 'kept', written: personal });
    expect(refused.status).toBe(400);
    const dropped = await lead.send('PUT', `/v1/desk/cases/${caseId}`, {
      state: 'dropped',
      written: written(),
    });
    expect(await dropped.json()).toMatchObject({ state: 'dropped', reviewedBy: { firstName: 'Lea' } });
    expect((await (await lead.get('/v1/desk/cases?state=kept')).json()).cases).toEqual([]);
  });

  it('that is proposed goes with its conversation', async () => {
    const talk = await startConversation(server.url, { locale: 'en-US', market: 'US' });
    await postJson(`${talk.path}/messages`, { text: 'lamps' }, talk.headers);
    const made = await (await lead.post(`/v1/desk/conversations/${talk.conversationId}/freeze`)).json();
    const again = await (await lead.post(`/v1/desk/conversations/${talk.conversationId}/freeze`)).json();
    expect(again.caseId).toBe(made.caseId);
    await fetch(talk.path, { method: 'DELETE', headers: talk.headers });
    expect((await lead.get(`/v1/desk/cases/${made.caseId}`)).status).toBe(404);
  });
});
