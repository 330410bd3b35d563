import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { postJson, startConversation } from '../support/http.ts';

let server: DemoServer;
beforeAll(async () => {
  server = await demoServer();
});
afterAll(() => server.close());

async function search(query: string, locale = 'en-US', market = 'US') {
  const address = `${server.url}/v1/search?market=${market}&locale=${locale}&limit=5&q=${encodeURIComponent(query)}`;
  return await (await fetch(address)).json();
}

it.each([
  ['watreproof hikng boots', 'waterproof hiking boots', 'en-US', 'US'],
  ['Wanderstifel', 'wanderstiefel', 'de-DE', 'DE'],
])('reads "%s" as "%s", says so, and finds it', async (query, corrected, locale, market) => {
  const found = await search(query, locale, market);
  expect(found.corrected).toBe(corrected);
  const [asked] = (await search(corrected, locale, market)).products;
  expect(found.products.map(({ productId }: { productId: string }) => productId)).toContain(asked.productId);
});

it.each(['waterproof hiking boots', 'HIKING-BOOTS-ALVA-40', 'table', 'xyzzyx', '4K', ''])(
  'corrects nothing in "%s"',
  async (query) => {
    expect((await search(query)).corrected).toBeUndefined();
  },
);

it('says in the conversation what it read', async () => {
  const { path, headers } = await startConversation(server.url, { market: 'US', locale: 'en-US' });
  const answer = await postJson(`${path}/messages`, { text: 'I need hikng boots' }, headers);
  expect((await answer.json()).text).toMatch(/^Showing results for “hiking”/u);
});
