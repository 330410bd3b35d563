import { setImmediate as letOthersRun } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { type LoadOptions, loadShop } from '../../src/assembly/load-shop.ts';
import type { OpenShop } from '../../src/assembly/open-shop.ts';
import { loadConfig } from '../../src/config/config.ts';
import {
  type FakeMode,
  type FakeModes,
  good,
  startFakeOpenAi,
  status,
} from '../support/fake-openai/server.ts';
import { startFakeQdrant } from '../support/fake-qdrant/start-fake-qdrant.ts';
import { shopAnswers } from '../support/shop-answers.ts';
import { bring, lastImportMs, openShop } from '../support/shop-catalogue.ts';
import { variedProducts } from '../support/varied-products.ts';

const PRODUCTS = 1_400;

async function shopWithEndpoint(mode: FakeModes, environment: Readonly<Record<string, string>> = {}) {
  const fake = await startFakeOpenAi({ mode, embeddings: { dimensions: 8 } });
  onTestFinished(() => fake.close());
  const data = await openShop();
  await bring(data.database, variedProducts(PRODUCTS));
  const settings = loadConfig({
    FLOORWALKER_EMBEDDING_MODEL: 'openai:vectors',
    FLOORWALKER_EMBEDDING_BASE_URL: fake.baseUrl,
    ...environment,
  });
  async function load(options: Partial<LoadOptions> = {}) {
    const notes: string[] = [];
    const loaded = await loadShop({
      ...data,
      settings,
      clock: lastImportMs,
      note: (text) => notes.push(text),
      signal: new AbortController().signal,
      ...options,
    });
    onTestFinished(() => loaded.close());
    return { loaded, notes };
  }
  const textsAsked = () => fake.requests.flatMap(({ body }) => body.input);
  return { fake, load, textsAsked };
}

const slow: FakeMode = { kind: 'slow', answer: '', delayMs: 150 };
const searchText = async ({ index, embedder }: OpenShop, query: string) => {
  const { signal } = new AbortController();
  const [vector = new Float32Array()] = await embedder.embed([query], { kind: 'query', signal });
  const [hits = []] = await index.search(
    { market: 'US', filters: [] },
    [{ source: 'text', vector, limit: 5 }],
    signal,
  );
  return hits.map(({ productId }) => productId);
};

it('opens at once with the vectors it has, says how far it is, and switches model and index together', async () => {
  const { load } = await shopWithEndpoint(slow);
  const { loaded, notes } = await load();
  const before = loaded.current();
  expect(before.embedder.name).toMatch(/^trained:/);
  expect(loaded.underWay()).toContain('openai:vectors is embedding');
  await expect.poll(() => loaded.underWay()).toMatch(/: [\d,]+ of 1,400 products$/);
  const answers = await shopAnswers(before);

  let settled = false;
  const switching = loaded.settled().then(() => {
    settled = true;
  });
  while (!settled) {
    const shop = loaded.current();
    // Vectors of one model are refused by the index of the other: any mixture would throw.
    expect(await searchText(shop, 'red scarf')).toHaveLength(5);
    await letOthersRun();
  }
  await switching;

  const after = loaded.current();
  expect([after.embedder.name, after.index.size(), loaded.underWay(), loaded.degraded()]).toEqual([
    'openai:vectors',
    PRODUCTS,
    undefined,
    [],
  ]);
  expect(after.rankingVersion).not.toBe(before.rankingVersion);
  expect(notes.at(-1)).toContain('has embedded the catalogue');
  // What was begun on the replaced shop ends on it.
  expect(await shopAnswers(before)).toEqual(answers);
});

it('answers after the switch as a shop that was embedded before it opened', async () => {
  const { load } = await shopWithEndpoint(good(''));
  const { loaded } = await load();
  await loaded.settled();
  const switched = await shopAnswers(loaded.current());
  await loaded.close();
  const restarted = await load();
  expect(restarted.loaded.underWay()).toBeUndefined();
  expect(await shopAnswers(restarted.loaded.current())).toEqual(switched);
});

it('leaves the trained vectors in place when the endpoint fails half way, says so, and goes on from there', async () => {
  const modes: FakeMode[] = [...Array.from({ length: 6 }, () => good('')), status(401)];
  const { fake, load, textsAsked } = await shopWithEndpoint(modes);
  const { loaded, notes } = await load();
  await loaded.settled();
  expect(loaded.current().embedder.name).toMatch(/^trained:/);
  expect(loaded.degraded()).toMatchObject([{ component: 'embedding-model' }]);
  expect(notes.join('\n')).toContain('using the vectors trained on the catalogue');
  expect(await searchText(loaded.current(), 'red scarf')).toHaveLength(5);
  await loaded.close();

  const asked = textsAsked();
  const kept = new Set(asked.slice(0, 512));
  fake.setMode(good(''));
  const again = await load();
  await again.loaded.settled();
  expect(again.loaded.current().embedder.name).toBe('openai:vectors');
  // One of those that are kept is asked again to see that it is the same model.
  const askedAgain = textsAsked().slice(asked.length);
  expect(askedAgain.filter((text) => kept.has(text))).toHaveLength(1);
  expect(new Set([...asked, ...askedAgain]).size).toBe(PRODUCTS);
});

it('tries an endpoint that failed again by itself, and takes back that it failed', async () => {
  const { fake, load } = await shopWithEndpoint(status(401));
  const { loaded } = await load({ retryAfterMs: 5 });
  await loaded.settled();
  expect(loaded.degraded()).toMatchObject([{ component: 'embedding-model' }]);
  fake.setMode(good(''));
  await expect.poll(() => loaded.current().embedder.name, { timeout: 15_000 }).toBe('openai:vectors');
  await expect.poll(() => [loaded.degraded(), loaded.underWay()]).toEqual([[], undefined]);
});

it('stops embedding when it is closed', async () => {
  const { fake, load } = await shopWithEndpoint({ kind: 'hang' });
  const { loaded } = await load();
  await expect.poll(() => fake.requests.length).toBeGreaterThan(0);
  await loaded.close();
  expect(loaded.current().embedder.name).toMatch(/^trained:/);
});

it('switches on a Qdrant server beside the collection that is read, and removes that one afterwards', async () => {
  const qdrant = await startFakeQdrant();
  onTestFinished(() => qdrant.close());
  const { load } = await shopWithEndpoint(slow, { FLOORWALKER_QDRANT_URL: qdrant.url });
  const { loaded } = await load();
  const before = loaded.current();
  await loaded.settled();
  const after = loaded.current();
  expect([before.embedder.name.split(':')[0], after.embedder.name]).toEqual(['trained', 'openai:vectors']);
  expect(await searchText(before, 'red scarf')).toHaveLength(5);
  expect(await searchText(after, 'red scarf')).toHaveLength(5);
  expect([qdrant.collections.size, qdrant.aliases.size]).toEqual([2, 1]);
  await loaded.close();
  expect([...qdrant.collections.keys()]).toEqual([...qdrant.aliases.values()]);
});
