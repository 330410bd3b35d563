import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { deskVisitor } from '../support/desk-visitor.ts';
import { postJson, startConversation } from '../support/http.ts';

let server: DemoServer;
let lead: ReturnType<typeof deskVisitor>;
beforeAll(async () => {
  server = await demoServer({ FLOORWALKER_TONE: 'brief' });
  lead = deskVisitor(server.url);
  const token = server.engines.join().match(/token (\S+) makes/)?.[1];
  const account = { email: 'lea@shop.example', firstName: 'Lea', password: 'a long enough one' };
  await lead.setUp({ token, ...account });
});
afterAll(() => server.close());

const PATH = '/v1/desk/settings/house-rules';

async function thanked(): Promise<string> {
  const talk = await startConversation(server.url, { locale: 'de-DE', market: 'DE' });
  const answer = await postJson(`${talk.path}/messages`, { text: 'danke' }, talk.headers);
  return (await answer.json()).text;
}

it('has the assistant speak as the desk says from the next message on, and as configured until then', async () => {
  expect(await (await lead.get(PATH)).json()).toMatchObject({ version: 0, value: { tone: 'brief' } });
  expect(await thanked()).toBe('Gern geschehen.');
  const value = { tone: 'friendly', formality: { default: 'familiar' }, sentences: [] };
  expect((await lead.send('PUT', PATH, value)).status).toBe(200);
  expect(await thanked()).toMatch(/^Sehr gern, das freut mich/u);
  const told = async () => (await (await fetch(`${server.url}/v1/widget`)).json()).formality;
  expect(await told()).toMatchObject({ default: 'familiar', 'pt-BR': 'formal' });
  expect((await lead.post(`${PATH}/roll-back`, { version: 0 })).status).toBe(200);
  expect(await thanked()).toBe('Gern geschehen.');
  expect(await told()).toBeUndefined();
});

it('tells widgets the invitations and the words about consent that the desk set', async () => {
  const rule = { id: 'lost', when: { afterSeconds: 30 }, message: { en: 'May I help?' } };
  const invitations = { minIntervalSeconds: 60, rules: [rule] };
  expect((await lead.send('PUT', '/v1/desk/settings/invitations', invitations)).status).toBe(200);
  const texts = {
    de: { question: 'Darf ich mir das merken?', explanation: 'Zwölf Monate, bis du es löschst.' },
  };
  expect((await lead.send('PUT', '/v1/desk/settings/consent-texts', { texts })).status).toBe(200);
  expect(await (await fetch(`${server.url}/v1/widget`)).json()).toMatchObject({
    invitations: { minIntervalSeconds: 60, rules: [{ id: 'lost' }] },
    consentTexts: { version: 1, texts },
  });
  const talk = await startConversation(server.url, { consent: { personalization: false, textVersion: 1 } });
  const consent = async () => (await (await fetch(`${talk.path}/memory`, talk)).json()).consent;
  expect(await consent()).toEqual({ personalization: false, textVersion: 1 });
  const put = (body: unknown) =>
    fetch(`${talk.path}/consent`, {
      method: 'PUT',
      headers: { ...talk.headers, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  expect((await put({ personalization: true, textVersion: 0 })).status).toBe(400);
  const unread = await put({ personalization: true, textVersion: 2 });
  expect(unread.status).toBe(400);
  expect(await unread.json()).toMatchObject({
    code: 'UNKNOWN_CONSENT_TEXT',
    detail: expect.stringContaining('version 2'),
  });
  const started = await postJson(`${server.url}/v1/conversations`, {
    consent: { personalization: true, textVersion: 2 },
  });
  expect([started.status, (await started.json()).code]).toEqual([400, 'UNKNOWN_CONSENT_TEXT']);
  expect(await consent()).toEqual({ personalization: false, textVersion: 1 });
  expect((await put({ personalization: true, textVersion: 1 })).status).toBe(204);
  expect(await consent()).toEqual({ personalization: true, textVersion: 1 });
  // Taken back: from then on nothing is asked, but who answered the first text did read it.
  expect((await lead.send('PUT', '/v1/desk/settings/consent-texts', { texts: {} })).status).toBe(200);
  expect((await put({ personalization: true, textVersion: 2 })).status).toBe(400);
  expect((await put({ personalization: false, textVersion: 1 })).status).toBe(204);
  expect((await put({ personalization: false })).status).toBe(204);
});
