import { randomInt } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { startFakeOpenAi } from '../support/fake-openai/server.ts';
import { postJson, startConversation } from '../support/http.ts';
import { importedShop } from '../support/imported-shop.ts';
import { serveProcess, startProcess } from '../support/served-process.ts';

const KILLS = 4;
const WRITERS = 3;
/** Without it no event is kept with the visit it is of. */
const CONSENTED = { consent: { personalization: true } };

/** What one writer was promised. Whatever was cut is sent again under its key until it is answered. */
interface Ledger {
  readonly name: string;
  conversation?: { readonly conversationId: string; readonly token: string };
  /** Client message id to the message id of the answer, in order. */
  readonly messages: Map<string, string>;
  events: number;
}

async function write(url: string, ledger: Ledger): Promise<void> {
  const { name } = ledger;
  for (;;) {
    if (ledger.conversation === undefined) {
      const key = { 'Idempotency-Key': `start-${name}` };
      ledger.conversation = await (await postJson(`${url}/v1/conversations`, CONSENTED, key)).json();
      continue;
    }
    const { conversationId, token } = ledger.conversation;
    const headers = { Authorization: `Bearer ${token}`, 'X-Conversation-Id': conversationId };
    const clientMessageId = `${name}-${ledger.messages.size}`;
    const message = { text: `a scarf under ${20 + ledger.messages.size}`, clientMessageId };
    const path = `${url}/v1/conversations/${conversationId}/messages`;
    const turn = await (
      await postJson(path, message, { ...headers, 'Idempotency-Key': clientMessageId })
    ).json();
    ledger.messages.set(clientMessageId, turn.messageId);
    // The quantity numbers the events of a writer.
    const event = {
      type: 'track',
      event: 'Product Added',
      messageId: `${name}-${ledger.events + 1}`,
      properties: { product_id: 'SC-1', quantity: ledger.events + 1 },
    };
    const receipt = await (await postJson(`${url}/v1/events`, event, headers)).json();
    expect(receipt).toEqual({ accepted: 1, rejected: [] });
    ledger.events += 1;
  }
}

it('loses nothing it acknowledged and does nothing twice, killed four times in the middle of its work', {
  timeout: 90_000,
}, async () => {
  const directory = await importedShop();
  const ledgers: Ledger[] = Array.from({ length: WRITERS }, (_, index) => ({
    name: `writer-${index}`,
    messages: new Map(),
    events: 0,
  }));
  for (let round = 0; round < KILLS; round += 1) {
    const server = await serveProcess(directory);
    const writers = ledgers.map((ledger) => write(server.url, ledger));
    const afterMs = randomInt(150, 1_000);
    setTimeout(() => server.child.kill('SIGKILL'), afterMs);
    const cut = await Promise.allSettled(writers);
    // Every writer ends by a broken connection, none by an answer it did not expect.
    for (const result of cut)
      expect(result).toMatchObject({ status: 'rejected', reason: { name: 'TypeError' } });
    expect(await server.ended).toBe('SIGKILL');
  }

  const server = await serveProcess(directory);
  for (const { conversation, messages, name } of ledgers) {
    expect(conversation).toBeDefined();
    const key = { 'Idempotency-Key': `start-${name}` };
    const again = await (await postJson(`${server.url}/v1/conversations`, CONSENTED, key)).json();
    expect(again).toEqual(conversation);
    const path = `${server.url}/v1/conversations/${conversation?.conversationId}/messages`;
    const history = await fetch(path, { headers: { Authorization: `Bearer ${conversation?.token}` } });
    const kept: { messageId: string; clientMessageId: string }[] = (await history.json()).messages;
    const keptIds = kept.map(({ clientMessageId }) => clientMessageId);
    expect(new Set(keptIds).size).toBe(keptIds.length);
    // One that was cut may stand after them: done, and not yet told.
    expect(kept.length - messages.size).toBeLessThanOrEqual(1);
    expect(
      kept.slice(0, messages.size).map(({ clientMessageId, messageId }) => [clientMessageId, messageId]),
    ).toEqual([...messages]);
  }
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);

  const database = await openSqliteDatabase({ directory });
  for (const { conversation, events } of ledgers) {
    const rows = await database.query
      .selectFrom('interactions')
      .select('quantity')
      .where('sessionId', '=', conversation?.conversationId ?? '')
      .orderBy('quantity')
      .execute();
    expect(events).toBeGreaterThan(0);
    expect(rows.length - events).toBeOneOf([0, 1]);
    expect(rows.map(({ quantity }) => quantity)).toEqual(rows.map((_, index) => index + 1));
  }
  await database.close();
});

it('refuses a second process on the same data at once, by name, and leaves the first alone', async () => {
  const directory = await importedShop();
  const first = await serveProcess(directory);
  const second = startProcess(['serve', '--port', '0', '--data', directory]);
  expect(await second.ended).toBe(1);
  expect(second.standardError()).toContain(`process ${first.child.pid}`);
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
});

it('finishes what is under way when it is told to stop, and exits with 0', async () => {
  const fake = await startFakeOpenAi({ mode: { kind: 'slow', answer: '{}', delayMs: 500 } });
  onTestFinished(() => fake.close());
  const server = await serveProcess(await importedShop(), {
    environment: { FLOORWALKER_CHAT_MODEL: 'openai:slow', FLOORWALKER_CHAT_BASE_URL: fake.baseUrl },
  });
  const { path, headers } = await startConversation(server.url);
  const answer = postJson(`${path}/messages`, { text: 'a scarf under 50' }, headers);
  await expect.poll(() => fake.requests.length).toBe(1);
  server.child.kill('SIGTERM');
  // Twice within a moment, as a terminal and a launcher send it.
  server.child.kill('SIGINT');
  const turn = await (await answer).json();
  expect(turn.products.length).toBeGreaterThan(0);
  expect(await server.ended).toBe(0);
});
