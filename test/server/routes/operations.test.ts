import { describe, expect, it } from 'vitest';
import { postJson, startConversation, startTestServer } from '../../support/http.ts';
import { createScriptedDepartments } from '../../support/scripted-chat.ts';

describe('operations', () => {
  it('lives, and is ready when every component is', async () => {
    const departments = createScriptedDepartments();
    const { url } = await startTestServer({ departments });
    expect(await (await fetch(`${url}/livez`)).json()).toEqual({ status: 'ok', version: '0.0.0-test' });
    expect((await fetch(`${url}/readyz`)).status).toBe(200);

    departments.readiness = () => ({
      catalogue: { ready: true, detail: '6 products' },
      'product-index': { ready: false, detail: 'rebuilding' },
    });
    const response = await fetch(`${url}/readyz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      ready: false,
      components: { 'product-index': { ready: false } },
    });
    expect((await fetch(`${url}/livez`)).status).toBe(200);
  });

  it('counts requests by pattern and turns by who made them, naming nobody', async () => {
    const { url } = await startTestServer();
    const { path, headers, conversationId } = await startConversation(url);
    await postJson(`${path}/messages`, { text: 'a secret wish' }, headers);
    await fetch(`${url}/v1/products/some-id`);
    const response = await fetch(`${url}/metrics`);
    expect(response.headers.get('content-type')).toContain('text/plain');
    const text = await response.text();
    expect(text).toContain('route="/v1/conversations/{conversationId}/messages",status="200"');
    expect(text).toContain(
      'floorwalker_turns_total{understood_by="embedded",replied_by="embedded",degraded="none"} 1',
    );
    expect(text).toMatch(/floorwalker_turn_stage_seconds_count\{stage="rank"\} 1/);
    expect(text).toContain('nodejs_eventloop_lag_seconds');
    expect(text).not.toMatch(new RegExp(`some-id|secret wish|${conversationId}`));
  });

  it('logs one line for each request, without words, tokens, ids or the whole address', async () => {
    const { url, logLines } = await startTestServer();
    const { path, headers, token, conversationId } = await startConversation(url);
    await postJson(
      `${path}/messages?x=1`,
      { text: 'a secret wish' },
      { ...headers, 'X-Request-Id': 'my-own-request' },
    );
    await expect.poll(() => logLines.length).toBe(2);
    expect(logLines[1]).toMatchObject({
      requestId: 'my-own-request',
      method: 'POST',
      route: '/v1/conversations/{conversationId}/messages',
      status: 200,
      network: '127.0.0.0/24',
    });
    expect(JSON.stringify(logLines)).not.toMatch(
      new RegExp(`secret wish|${token}|${conversationId}|127\\.0\\.0\\.1`),
    );
  });
});
