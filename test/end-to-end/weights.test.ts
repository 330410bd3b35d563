import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { demoServer } from '../support/demo-server.ts';
import { postJson, startConversation } from '../support/http.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const TOKEN = 'administration-token-of-this-test';
/** Of two shoes that fit the words, the popular one first, whatever the words. */
const CROWD = { every: { relevance: 0, exact: 0, popularity: 50, diversity: 0 } };

async function openShop(environment: Readonly<Record<string, string>> = {}) {
  const server = await demoServer({ FLOORWALKER_ADMIN_TOKEN: TOKEN, ...environment });
  onTestFinished(() => server.close());
  const ask = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${server.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return await response.json();
  };
  const search = async (): Promise<readonly { productId: string; parts: readonly object[] }[]> =>
    (await ask('GET', '/v1/search?limit=10&market=US&locale=en-US&q=winter+boots')).products;
  return { url: server.url, ask, search };
}

const idsOf = (products: readonly { readonly productId: string }[]) =>
  products.map(({ productId }) => productId);

it('shows a change beforehand, ranks by it from the next list on in search and chat, and takes it back', async () => {
  const { url, ask, search } = await openShop();
  const conversation = await startConversation(url, { locale: 'en-US', market: 'US' });
  const firstInChat = async () => {
    const answer = await postJson(
      `${conversation.path}/messages`,
      { text: 'I am looking for winter boots' },
      conversation.headers,
    );
    return (await answer.json()).products[0];
  };
  const before = idsOf(await search());
  const request = { changes: CROWD, query: 'winter boots', market: 'US', locale: 'en-US' };
  const preview = await ask('POST', '/v1/weights/preview', request);
  expect(idsOf(preview.before)).toEqual(before);
  expect(idsOf(preview.after)).not.toEqual(before);
  expect(idsOf(await search())).toEqual(before);

  await ask('PUT', '/v1/weights', { changes: CROWD });
  expect(idsOf(await search())).toEqual(idsOf(preview.after));
  const { parts } = await firstInChat();
  expect(parts).toContainEqual(expect.objectContaining({ signal: 'popularity', weight: 50 }));

  await ask('POST', '/v1/weights/rollback', {});
  expect(idsOf(await search())).toEqual(before);
});

it('takes the weights of a file over at the start', async () => {
  const file = join(temporaryDirectory(), 'weights.json');
  writeFileSync(file, JSON.stringify(CROWD));
  const { ask } = await openShop({ FLOORWALKER_WEIGHTS: file });
  expect(await ask('GET', '/v1/weights')).toMatchObject({ version: 1, changes: CROWD });
});
