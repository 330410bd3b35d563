import { describe, expect, it } from 'vitest';
import { startedSchema } from '../../../src/server/schemas/conversation.ts';
import { postJson, startConversation, startTestServer } from '../../support/http.ts';
import { createScriptedDepartments } from '../../support/scripted-chat.ts';

const click = {
  type: 'track',
  event: 'Product Clicked',
  properties: { product_id: 'scarf-1', anything: { else: 1 } },
};

describe('POST /v1/events', () => {
  it('takes one event or a batch, and tells which were rejected', async () => {
    const departments = createScriptedDepartments();
    const { url } = await startTestServer({ departments });
    const one = await postJson(`${url}/v1/events`, click);
    expect(one.status).toBe(202);
    expect(await one.json()).toEqual({ accepted: 1, rejected: [] });
    const many = await postJson(`${url}/v1/events`, { batch: [click, 'junk', click], sentAt: 'now' });
    expect(await many.json()).toEqual({ accepted: 2, rejected: [{ index: 1, reason: 'no type' }] });
    expect(departments.recorded.map(({ caller }) => caller)).toEqual([{}, {}]);
  });

  it('binds events to the conversation whose token was sent', async () => {
    const departments = createScriptedDepartments();
    const { url } = await startTestServer({ departments });
    const { conversationId, headers } = await startConversation(url);
    const bound = {
      conversation: expect.objectContaining({ conversationId, personalization: false, market: 'US' }),
    };

    await postJson(`${url}/v1/events`, click, { ...headers, 'X-Conversation-Id': conversationId });
    await postJson(`${url}/v1/events`, { ...click, context: { conversationId } }, headers);
    expect(departments.recorded.map(({ caller }) => caller)).toEqual([bound, bound]);
  });

  it('refuses a token that names no conversation, several, or another one', async () => {
    const { url } = await startTestServer();
    const mine = await startConversation(url);
    const other = await startConversation(url);
    const status = async (body: unknown, more: Record<string, string> = {}) =>
      (await postJson(`${url}/v1/events`, body, { ...mine.headers, ...more })).status;
    const inside = (conversationId: string) => ({ ...click, context: { conversationId } });
    expect(await status(click)).toBe(401);
    expect(await status(click, { 'X-Conversation-Id': other.conversationId })).toBe(401);
    expect(await status({ batch: [inside(mine.conversationId), inside(other.conversationId)] })).toBe(401);
    expect(await status(click, { Authorization: 'Token x' })).toBe(401);
  });

  it('refuses more events, or bytes, than the limits allow, and a batch that is none', async () => {
    const { url } = await startTestServer({
      settings: { FLOORWALKER_LIMIT_EVENT_BATCH: '3', FLOORWALKER_LIMIT_EVENT_BODY_BYTES: '2000' },
    });
    const status = async (body: unknown) => (await postJson(`${url}/v1/events`, body)).status;
    expect(await status({ batch: [click, click, click] })).toBe(202);
    expect(await status({ batch: [1, 2, 3, 4] })).toBe(413);
    expect(await status({ batch: ['x'.repeat(2_000)] })).toBe(413);
    expect(await status({ batch: 'x' })).toBe(400);
    expect(await status({ batch: [] })).toBe(202);
  });

  it('hands on that the browser asks not to be profiled, and keeps no consent of such a conversation', async () => {
    const departments = createScriptedDepartments();
    const { url } = await startTestServer({ departments });
    await postJson(`${url}/v1/events`, click, { 'Sec-GPC': '1' });
    await postJson(`${url}/v1/events`, click, { 'Sec-GPC': '0' });
    expect(departments.recorded.map(({ caller }) => caller)).toEqual([{ optsOut: true }, {}]);

    const consent = { personalization: true };
    const started = await postJson(`${url}/v1/conversations`, { consent }, { 'Sec-GPC': '1' });
    const told = startedSchema.parse(await started.json());
    expect(told.privacy).toEqual({ globalPrivacyControl: 'honored' });
    await postJson(`${url}/v1/events`, click, {
      Authorization: `Bearer ${told.token}`,
      'X-Conversation-Id': told.conversationId,
    });
    expect(departments.recorded.at(-1)?.caller.conversation?.personalization).toBe(false);
  });

  it('gives every event what the batch says for all of them, and lets its own word go first', async () => {
    const departments = createScriptedDepartments();
    const { url } = await startTestServer({ departments });
    const sentAt = '2026-03-01T00:00:00Z';
    const own = { ...click, sentAt: '2026-02-01T00:00:00Z', context: { market: 'DE' } };
    await postJson(`${url}/v1/events`, {
      batch: [click, own, 7],
      sentAt,
      context: { market: 'US', page: {} },
    });
    expect(departments.recorded[0]?.batch).toEqual([
      { ...click, sentAt, context: { market: 'US', page: {} } },
      { ...own, context: { market: 'DE', page: {} } },
      7,
    ]);
  });
});
