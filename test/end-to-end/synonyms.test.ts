import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { demoServer } from '../support/demo-server.ts';
import { postJson, startConversation } from '../support/http.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const TOKEN = 'administration-token-of-this-test';

async function openShop(environment: Readonly<Record<string, string>> = {}) {
  const server = await demoServer({ FLOORWALKER_ADMIN_TOKEN: TOKEN, ...environment });
  onTestFinished(() => server.close());
  const titles = async (query: string, locale = 'en-US') => {
    const address = `${server.url}/v1/search?limit=5&market=US&locale=${locale}&q=${encodeURIComponent(query)}`;
    const { products } = await (await fetch(address)).json();
    return products.map(({ title }: { readonly title: string }) => title);
  };
  const put = async (rules: readonly unknown[]) => {
    const response = await fetch(`${server.url}/v1/synonyms`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify({ rules }),
    });
    expect(response.status).toBe(200);
  };
  return { url: server.url, titles, put };
}

it('finds by the merchant words from the next search on, within a longer query, in chat, and no more once they are gone', async () => {
  const { url, titles, put } = await openShop();
  const before = await titles('blorp');
  await put([{ kind: 'one-way', from: ['blorp'], to: ['hiking boots'] }]);
  for (const query of ['blorp', 'Blorps', 'a nice blorp please'])
    for (const title of await titles(query)) expect(title).toMatch(/hiking boots/i);
  const conversation = await startConversation(url, { locale: 'en-US', market: 'US' });
  const answer = await postJson(
    `${conversation.path}/messages`,
    { text: 'I am looking for a blorp' },
    conversation.headers,
  );
  const { products } = await answer.json();
  expect(products[0].title).toMatch(/hiking boots/i);
  await put([]);
  expect(await titles('blorp')).toEqual(before);
});

it('lets a kind of thing be what the merchant says it is, too', async () => {
  const { titles, put } = await openShop();
  for (const title of await titles('scarf')) expect(title).not.toMatch(/mittens|gloves/i);
  await put([{ kind: 'one-way', from: ['scarf'], to: ['gloves'] }]);
  expect((await titles('scarf')).some((title: string) => /scarf/i.test(title))).toBe(true);
  expect((await titles('scarf gloves')).some((title: string) => /gloves/i.test(title))).toBe(true);
});

it('takes the rules of a file over at the start, each for its shoppers', async () => {
  const file = join(temporaryDirectory(), 'synonyms.txt');
  writeFileSync(file, '[en-GB]\nblorp => hiking boots\n[de]\nblorp => Wanderstiefel\n');
  const { titles } = await openShop({ FLOORWALKER_SYNONYMS: file });
  expect((await titles('blorp', 'en-GB'))[0]).toMatch(/hiking boots/i);
  expect((await titles('blorp', 'en-US'))[0]).not.toMatch(/hiking boots/i);
});
