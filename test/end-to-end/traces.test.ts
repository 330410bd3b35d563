import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { HouseRules } from '../../src/domain/desk/setting-kinds.ts';
import { traceSchema } from '../../src/server/schemas/trace.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { demoService, talk } from '../support/demo-service.ts';
import { postJson, startConversation } from '../support/http.ts';

const TOKEN = 'administration-token-of-this-test';
let server: DemoServer;
beforeAll(async () => {
  server = await demoServer({ FLOORWALKER_ADMIN_TOKEN: TOKEN });
});
afterAll(() => server.close());

const read = (path: string, token = TOKEN) => fetch(path, { headers: { authorization: `Bearer ${token}` } });

it('tells those who look after the shop how a turn came about, as the description says', async () => {
  const { path, headers, token } = await startConversation(server.url, { locale: 'en-US', market: 'US' });
  const said = await postJson(`${path}/messages`, { text: 'a warm scarf under 60, not red' }, headers);
  const { messageId } = await said.json();
  const response = await read(`${path}/messages/${messageId}/trace`);
  expect(response.status).toBe(200);
  const trace = await response.json();
  expect(traceSchema.strict().safeParse(trace).error).toBeUndefined();
  expect(trace).toMatchObject({ messageId, utterance: 'a warm scarf under 60, not red' });
  expect(JSON.stringify(trace)).not.toContain(token);
});

it('is closed to shoppers, and a foreign message and an absent one are the same', async () => {
  const mine = await startConversation(server.url, { locale: 'en-US', market: 'US' });
  const other = await startConversation(server.url, { locale: 'en-US', market: 'US' });
  const { messageId } = await (await postJson(`${mine.path}/messages`, { text: 'hi' }, mine.headers)).json();
  const shopper = await read(`${mine.path}/messages/${messageId}/trace`, mine.token);
  expect([shopper.status, shopper.headers.get('content-type')]).toEqual([
    401,
    expect.stringContaining('application/problem+json'),
  ]);
  const bodies = await Promise.all(
    [`${other.path}/messages/${messageId}/trace`, `${mine.path}/messages/nobody/trace`].map(async (path) => {
      const { status, body } = await read(path).then(async (answer) => ({
        status: answer.status,
        body: await answer.json(),
      }));
      const { instance: _instance, requestId: _requestId, ...same } = body;
      return { status, same };
    }),
  );
  expect(bodies[0]?.status).toBe(404);
  expect(bodies[0]).toEqual(bodies[1]);
});

const { signal } = new AbortController();
const how = { askModel: false, signal };
/** Of a trace on the disk, bytes. */
const LARGEST = 10_000;

const stagesOf = ({ stages }: { stages: readonly { stage: string }[] }) => stages.map(({ stage }) => stage);

it('says that nothing changed while nothing did, turn after turn of a conversation', async () => {
  const service = await demoService();
  onTestFinished(service.close);
  const { say } = await talk(service);
  const turns = [];
  for (const text of [
    'a warm scarf under 60, not red',
    'in wool',
    'something like the second but cheaper',
    'why the first?',
    'compare the first two',
    'how many scarves do you have?',
  ])
    turns.push(await say(text));
  for (const { messageId } of turns)
    expect(await service.replays.replay(messageId, how)).toMatchObject({ stages: [] });
  expect(await service.replays.newest({ limit: 2 })).toHaveLength(2);
});

it('names the ranking when a weight changed, and understanding or retrieval when words did', async () => {
  const service = await demoService();
  onTestFinished(service.close);
  const { say } = await talk(service);
  const { messageId } = await say('I am looking for a blorp or winter boots');
  await service.weights.desk.replace({ changes: { every: { popularity: 50 } } });
  const weighed = await service.replays.replay(messageId, how);
  expect(stagesOf(weighed)[0]).toBe('rank');
  expect(weighed.stages[0]?.changes.map(({ what }) => what)).toContainEqual(
    expect.stringMatching(/^popularity of /),
  );
  await service.weights.desk.rollBack({ version: 0 });
  expect(stagesOf(await service.replays.replay(messageId, how))).toEqual([]);

  await service.synonyms.replace({
    rules: [{ kind: 'one-way', locale: '*', from: ['blorp'], to: ['gloves'] }],
  });
  expect(['understand', 'retrieve']).toContain(stagesOf(await service.replays.replay(messageId, how))[0]);
});

async function openTraced() {
  const service = await demoService();
  onTestFinished(service.close);
  const count = async () =>
    (await service.database.query.selectFrom('traces').select('messageId').execute()).length;
  return { ...service, count };
}

it('keeps a turn with its commands, need, sources, parts, plan and versions, and little of the disk', async () => {
  const { database, readTrace, ...service } = await openTraced();
  const { conversationId, say } = await talk(service);
  const { messageId, products, text, commands } = await say('a warm scarf under 60, not red');
  const trace = await readTrace(conversationId, messageId);
  expect(trace.readings.followed.commands).toEqual(commands);
  expect(trace.need.after.constraints.map(({ words }) => words)).toContain('under 60');
  expect(trace.lists[0]?.shown.map(({ productId }) => productId)).toEqual(
    products.map(({ productId }) => productId),
  );
  expect(trace.lists[0]?.next.length).toBeGreaterThan(0);
  for (const { score, parts } of trace.lists[0]?.shown ?? [])
    expect(parts.reduce((sum, [, weight, value]) => sum + weight * value, 0)).toBeCloseTo(score, 2);
  expect(trace.lists[0]?.sources.map(({ source }) => source)).toContain('terms');
  expect(trace.steps.map(({ kind }) => kind)).toEqual(['show']);
  expect(trace.draft.startsWith(text.slice(0, 40))).toBe(true);
  expect(trace.versions.ranking).toContain('catalogue:');
  const row = await database.query.selectFrom('traces').select('document').executeTakeFirstOrThrow();
  expect(row.document.byteLength).toBeLessThan(LARGEST);
});

it('names the house rules that it was said under, and what is in force when it is replayed', async () => {
  const { desk, replays, readTrace, ...service } = await openTraced();
  const { conversationId, say } = await talk(service);
  const { messageId } = await say('thank you');
  const lea = { agentId: 'lea', firstName: 'Lea' };
  const rules: HouseRules = { tone: 'friendly', formality: { default: 'familiar' }, sentences: [] };
  await desk.settings.write('house-rules', rules, { by: lea }, signal);
  const { versions, stages } = await replays.replay(messageId, how);
  expect([versions.before.houseRules, versions.after.houseRules]).toEqual([0, 1]);
  expect(stages.map(({ stage }) => stage)).toEqual(['reply']);
  const later = await say('thank you');
  expect((await readTrace(conversationId, later.messageId)).versions.houseRules).toBe(1);
});

it('forgets with the conversation, with the customer and with withdrawn consent', async () => {
  const { chat, count } = await openTraced();
  const start = () => chat.start({ locale: 'en-US', consent: { personalization: true } });
  const [left, withdrawn] = [await start(), await start()];
  for (const key of [left, withdrawn]) await chat.handle({ ...key, text: 'a red scarf' }, { signal });
  expect(await count()).toBe(2);
  await chat.forget(left);
  expect(await count()).toBe(1);
  await chat.setConsent(withdrawn, { personalization: false });
  expect(await count()).toBe(0);
});
