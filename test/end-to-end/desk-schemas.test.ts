import { afterAll, beforeAll, expect, it } from 'vitest';
import { SETTING_KINDS } from '../../src/domain/desk/setting-kinds.ts';
import { publishedSchemas } from '../support/published-schemas.ts';
import { type ReviewedShop, reviewedShop } from '../support/reviewed-shop.ts';

const TALK = '/v1/desk/conversations/{conversationId}';
const PERIOD = 'from=2026-11-01&to=2026-11-30&timeZone=Europe/Berlin';

let shop: ReviewedShop;
let schemas: Awaited<ReturnType<typeof publishedSchemas>>;
beforeAll(async () => {
  shop = await reviewedShop();
  schemas = await publishedSchemas(shop.server.url);
});
afterAll(() => shop.close());

interface Asking {
  readonly ids?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: object;
}

it('answers every question of the desk, and what agents send, as openapi.json says', async () => {
  const faults: string[] = [];
  const asked = new Set<string>();
  // biome-ignore lint/suspicious/noExplicitAny: whatever is answered, the schemas look at it
  async function ask(operation: string, { ids = {}, query, body }: Asking = {}): Promise<any> {
    const [method = '', template = ''] = operation.split(' ');
    const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ids[name] ?? ''));
    const response = await shop.anna.send(
      method.toUpperCase(),
      query === undefined ? path : `${path}?${query}`,
      body,
    );
    asked.add(operation);
    const answer = await response.clone().json();
    expect([operation, response.ok, answer]).toEqual([operation, true, answer]);
    faults.push(...(await schemas.faultsOf(method, template, response)));
    return answer;
  }

  const talk = await shop.shopper({ locale: 'en-US', market: 'US', consent: { personalization: true } });
  const ids = { conversationId: talk.conversationId };
  const { products } = await talk.say('show me warm scarves');
  const refinement = {
    products: products.toReversed().map(({ productId }) => ({ productId })),
    banned: [],
    reason: 'warmest first',
  };
  const draft = await ask(`get ${TALK}/draft`, { ids });
  const { version } = await ask(`put ${TALK}/draft`, { ids, body: { version: draft.version, refinement } });
  await ask(`post ${TALK}/draft/check`, {
    ids,
    body: { refinement: { ...refinement, text: 'It costs $1.' } },
  });
  const corrected = { messageId: draft.messageId, version, refinement, clientMessageId: 'c-1' };
  await ask(`post ${TALK}/corrections`, { ids, body: corrected });
  await ask(`get ${TALK}/draft`, { ids });
  await ask(`put ${TALK}/presence`, { ids, body: { isEditing: true } });
  await ask(`post ${TALK}/notes`, { ids, body: { noteId: 'n-1', text: 'wants wool' } });
  await ask(`get ${TALK}/notes`, { ids });
  await ask(`post ${TALK}/freeze`, { ids });
  await ask(`post ${TALK}/join`, { ids });
  await ask(`post ${TALK}/messages`, { ids, body: { text: 'Hello', clientMessageId: 'm-1' } });
  await talk.say('show me lamps under 100');
  const suggested = await ask(`post ${TALK}/suggestion`, { ids });
  const said = { ...corrected, messageId: suggested.messageId, version: suggested.version };
  await ask(`post ${TALK}/suggestion/send`, { ids, body: { ...said, clientMessageId: 's-1' } });
  await ask(`get ${TALK}`, { ids });
  await ask(`get ${TALK}/profile`, { ids, query: 'reason=they%20asked' });
  for (const tab of ['waiting', 'mine', 'assistant', 'others', 'closed'])
    await ask('get /v1/desk/queue', { query: `tab=${tab}` });
  for (const path of ['agents', 'audit', 'session', 'sign-in', 'passkeys', 'reads', 'settings', 'gate'])
    await ask(`get /v1/desk/${path}`);
  await shop.review({ rules: [], holdSeconds: 120, afterwards: 'keep' });
  for (const kind of SETTING_KINDS) {
    await ask(`get /v1/desk/settings/${kind}`);
    await ask('get /v1/desk/settings/{kind}/history', { ids: { kind } });
  }
  await ask('get /v1/desk/lessons');
  const { corrections } = await ask('get /v1/desk/corrections');
  await ask('get /v1/desk/corrections/{correctionId}/undo', {
    ids: { correctionId: corrections[0].correctionId },
  });
  const { cases } = await ask('get /v1/desk/cases');
  await ask('get /v1/desk/cases/{caseId}', { ids: { caseId: cases[0].caseId } });
  const { documents } = await ask('get /v1/desk/documents');
  const { documentId } = documents[0];
  await ask('get /v1/desk/documents/{documentId}', { ids: { documentId } });
  await ask('get /v1/desk/documents/{documentId}/history', { ids: { documentId } });
  await ask('get /v1/desk/catalogue/health');
  await ask('post /v1/desk/search-test', { body: { market: 'US', locale: 'en-US', query: 'warm scarves' } });
  await ask('get /v1/desk/reports', { query: PERIOD });
  await ask('get /v1/desk/reports/conversations', { query: `${PERIOD}&metric=conversations` });

  expect(faults).toEqual([]);
  expect(schemas.answering('get', '/v1/desk/').filter((operation) => !asked.has(operation))).toEqual([]);
}, 30_000);
