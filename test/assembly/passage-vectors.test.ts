import { expect, it, onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { createOpenAiEmbeddingModel } from '../../connectors/embedding-model/openai.ts';
import { makeDemoDocuments } from '../../src/assembly/make-demo-documents.ts';
import { openLibrary } from '../../src/assembly/open-library.ts';
import { loadConfig } from '../../src/config/config.ts';
import { good, startFakeOpenAi, status } from '../support/fake-openai/server.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const { signal } = new AbortController();
/** Texts that are kept at once. */
const KEPT = 32;
const QUESTION = { question: 'How long does delivery take?', language: 'en', market: 'US' } as const;

async function openShop() {
  const fake = await startFakeOpenAi({ mode: good('ok'), embeddings: { dimensions: 8 } });
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  await makeDemoDocuments({ database, nowMs: 1, signal });
  onTestFinished(async () => {
    await database.close();
    await fake.close();
  });
  const open = async () => {
    const library = await openLibrary({ database, settings: loadConfig({}), note: () => undefined, signal });
    const model = createOpenAiEmbeddingModel({
      model: 'vectors',
      baseUrl: fake.baseUrl,
      timeoutMs: 10_000,
      queryTimeoutMs: 10_000,
      batchSize: 16,
      concurrency: 1,
    });
    onTestFinished(async () => {
      await library.close();
      await model.close();
    });
    return { library, model };
  };
  const asked = () => fake.requests.flatMap(({ body }) => body.input).length;
  return { fake, open, asked };
}

it('embeds passages with the outside model once, and questions whenever they are asked', async () => {
  const { open, asked } = await openShop();
  const first = await open();
  await first.library.embedWith(first.model, () => 1);
  const passages = asked();
  expect(passages).toBeGreaterThan(20);
  expect(await first.library.ask(QUESTION, signal)).toHaveLength(1);
  expect(asked()).toBe(passages + 1);
  const second = await open();
  await second.library.embedWith(second.model, () => 2);
  expect(asked()).toBe(passages + 1);
});

it('goes on where the endpoint failed', async () => {
  const { fake, open } = await openShop();
  const { library, model } = await open();
  const whole = () => fake.requests.flatMap(({ body }) => body.input);
  fake.setMode(({ body }) => (whole().length - [body.input].flat().length < KEPT ? good('ok') : status(401)));
  await expect(library.embedWith(model, () => 1)).rejects.toMatchObject({
    code: expect.stringMatching(/^MODEL_/),
  });
  const kept = new Set(whole().slice(0, KEPT));
  const before = fake.requests.length;
  fake.setMode(good('ok'));
  const again = await open();
  await again.library.embedWith(again.model, () => 2);
  const later = fake.requests.slice(before).flatMap(({ body }) => body.input);
  expect(later.length).toBeGreaterThan(0);
  expect(later.filter((text) => kept.has(text))).toEqual([]);
});

it('answers by its own vectors before the passages are embedded, and when the endpoint is down', async () => {
  const { fake, open } = await openShop();
  const { library, model } = await open();
  const own = await library.ask(QUESTION, signal);
  expect(own).toHaveLength(1);
  await library.embedWith(model, () => 1);
  fake.setMode(status(503));
  expect(await library.ask({ ...QUESTION, question: 'How long does the delivery take?' }, signal)).toEqual(
    own,
  );
});
