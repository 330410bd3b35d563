import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishedSchemas } from '../support/published-schemas.ts';
import { type ReviewedShop, reviewedShop } from '../support/reviewed-shop.ts';

const TALK = '/v1/desk/conversations/{conversationId}';
const REFINEMENT = { products: [], banned: [{ productId: 'scarf-1' }] };

let shop: ReviewedShop;
beforeAll(async () => {
  shop = await reviewedShop();
});
afterAll(() => shop.close());

/** What would be taken, were there a conversation. */
const BODIES: Readonly<Record<string, object>> = {
  [`put ${TALK}/presence`]: { isEditing: true },
  [`put ${TALK}/need`]: { remove: [] },
  [`post ${TALK}/close`]: { outcome: 'helped' },
  [`post ${TALK}/notes`]: { noteId: 'n-1', text: 'wants wool' },
  [`post ${TALK}/translations`]: { texts: [{ text: 'Hallo', from: 'de' }], to: 'en' },
  [`post ${TALK}/messages`]: { text: 'Hello', clientMessageId: 'm-1' },
  [`put ${TALK}/draft`]: { version: 1, refinement: REFINEMENT },
  [`post ${TALK}/draft/check`]: { refinement: REFINEMENT },
  [`post ${TALK}/draft/send`]: { version: 1, refinement: REFINEMENT, clientMessageId: 'd-1' },
  [`post ${TALK}/corrections`]: {
    messageId: 'm',
    version: 1,
    refinement: REFINEMENT,
    clientMessageId: 'c-1',
  },
  [`post ${TALK}/suggestion/send`]: {
    ...{ messageId: 'm', version: 1, refinement: REFINEMENT },
    clientMessageId: 's-1',
  },
};

it('answers of a conversation that was erased as of one that never was: 404, whatever is asked of it', async () => {
  const talk = await shop.shopper();
  await talk.say('show me warm scarves');
  await shop.anna.post(`${talk.desk}/notes`, { noteId: 'n-0', text: 'wants wool' });
  await shop.anna.get(talk.desk);
  await shop.anna.send('PUT', `${talk.desk}/presence`, { isEditing: true });
  expect((await fetch(talk.path, { method: 'DELETE', headers: talk.headers })).status).toBe(204);

  const schemas = await publishedSchemas(shop.server.url);
  // Who leaves is gone from anything.
  const operations = schemas.operations.filter(
    ({ method, path }) => path.startsWith(TALK) && method !== 'delete',
  );
  expect(operations.length).toBeGreaterThan(18);
  const { agents } = await (await shop.anna.get('/v1/desk/agents')).json();
  const bodies: typeof BODIES = { ...BODIES, [`post ${TALK}/assign`]: { agentId: agents[0].agentId } };
  const answers = [];
  for (const { method, path } of operations) {
    for (const conversationId of [talk.conversationId, 'never-was']) {
      const query = path.endsWith('/profile') ? '?reason=they%20asked' : '';
      const response = await shop.anna.send(
        method.toUpperCase(),
        `${path.replace('{conversationId}', conversationId)}${query}`,
        method === 'get' ? undefined : (bodies[`${method} ${path}`] ?? {}),
      );
      const body = await response.clone().json();
      answers.push([
        `${method} ${path}`,
        conversationId === 'never-was',
        response.status,
        body.code,
        body.detail,
      ]);
      expect(await schemas.faultsOf(method, path, response)).toEqual([]);
    }
  }
  expect(answers).toEqual(
    answers.map(([name, isUnknown]) => [name, isUnknown, 404, 'NOT_FOUND', 'There is no such conversation']),
  );
}, 30_000);
