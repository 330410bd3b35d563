import { afterEach, expect, it } from 'vitest';
import { createOpenAiEmbeddingModel } from '../../../connectors/embedding-model/openai.ts';
import type { AssistantError } from '../../../src/errors/assistant-error.ts';
import { fakeVector } from '../../support/fake-openai/embeddings.ts';
import { type FakeOpenAiOptions, good, startFakeOpenAi, status } from '../../support/fake-openai/server.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((resource) => resource.close()));
});

async function setUp(
  server: Partial<FakeOpenAiOptions> = {},
  options: Partial<Parameters<typeof createOpenAiEmbeddingModel>[0]> = {},
) {
  const endpoint = await startFakeOpenAi({ mode: good(''), ...server });
  const model = createOpenAiEmbeddingModel({
    model: 'test-embedding',
    baseUrl: endpoint.baseUrl,
    timeoutMs: 2_000,
    batchSize: 3,
    concurrency: 2,
    ...options,
  });
  opened.push(endpoint, model);
  return { endpoint, model };
}

const signal = new AbortController().signal;
const texts = ['scarf', 'lamp', 'boots', 'mug', 'ring', 'tent', 'sofa'];

function expected(text: string): number[] {
  const raw = fakeVector(text, 8);
  const length = Math.hypot(...raw);
  return raw.map((value) => value / length);
}

function expectClose(vector: Float32Array | undefined, wanted: readonly number[]): void {
  expect(vector?.length).toBe(wanted.length);
  wanted.forEach((value, index) => {
    expect(vector?.[index]).toBeCloseTo(value, 5);
  });
}

it.each(['request', 'float'] as const)(
  'gives unit vectors in order, batch by batch (%s encoding)',
  async (encoding) => {
    const { endpoint, model } = await setUp({ embeddings: { encoding } });
    const vectors = await model.embed(texts, { kind: 'product', signal });

    vectors.forEach((vector, index) => {
      expectClose(vector, expected(texts[index] ?? ''));
    });
    expect(vectors).toHaveLength(texts.length);
    expect(endpoint.requests).toHaveLength(3);
  },
);

it('orders by the index that the endpoint tells', async () => {
  const { model } = await setUp({ embeddings: { fault: 'reversed' } });
  const [first] = await model.embed(['scarf', 'lamp'], { kind: 'product', signal });

  expectClose(first, expected('scarf'));
});

it('learns the dimensions from the first answer', async () => {
  const { model } = await setUp();
  expect(model.dimensions).toBe(0);
  await model.embed(['scarf'], { kind: 'query', signal });

  expect(model.dimensions).toBe(8);
});

it('asks for each different query once, and gives zeros for a text without words', async () => {
  const { endpoint, model } = await setUp();
  await model.embed(['scarf', 'scarf'], { kind: 'query', signal });
  const [again, blank] = await model.embed(['scarf', '  '], { kind: 'query', signal });

  expectClose(again, expected('scarf'));
  expect([...(blank ?? [])]).toEqual(new Array(8).fill(0));
  expect(endpoint.requests.map(({ body }) => body.input)).toEqual([['scarf']]);
});

it('forgets the query that was not used for the longest time', async () => {
  const { endpoint, model } = await setUp({}, { cachedQueries: 2 });
  for (const text of ['scarf', 'lamp', 'scarf', 'mug', 'scarf', 'lamp']) {
    await model.embed([text], { kind: 'query', signal });
  }

  expect(endpoint.requests.map(({ body }) => body.input)).toEqual([['scarf'], ['lamp'], ['mug'], ['lamp']]);
});

it.each(['not-a-number', 'wrong-dimension', 'missing'] as const)(
  'refuses an answer with a vector %s',
  async (fault) => {
    const { model } = await setUp({ embeddings: { fault, encoding: 'float' } });

    await expect(model.embed(['scarf', 'lamp'], { kind: 'product', signal })).rejects.toMatchObject({
      code: 'MODEL_INVALID_ANSWER',
    } satisfies Partial<AssistantError>);
  },
);

it('refuses vectors of other dimensions than configured', async () => {
  const { model } = await setUp({}, { dimensions: 16 });

  await expect(model.embed(['scarf'], { kind: 'query', signal })).rejects.toMatchObject({
    code: 'MODEL_INVALID_ANSWER',
  });
});

it('refuses HTML with status 200 and hides nothing behind zeros', async () => {
  const { model } = await setUp({ mode: { kind: 'html' } });

  await expect(model.embed(['scarf'], { kind: 'query', signal })).rejects.toMatchObject({
    code: 'MODEL_INVALID_ANSWER',
  });
});

it('tries a batch once more, then fails the whole and stops asking', async () => {
  const passing = await setUp({ mode: [status(500), good('')] });
  expect(await passing.model.embed(['scarf'], { kind: 'query', signal })).toHaveLength(1);

  const failing = await setUp({ mode: status(500) }, { concurrency: 1 });
  await expect(failing.model.embed(texts, { kind: 'product', signal })).rejects.toMatchObject({
    code: 'MODEL_FAILED',
  });
  expect(failing.endpoint.requests).toHaveLength(2);
});

it('stops at the deadline', async () => {
  const { model } = await setUp({ mode: { kind: 'hang' } }, { timeoutMs: 50 });

  await expect(model.embed(['scarf'], { kind: 'query', signal })).rejects.toMatchObject({
    code: 'MODEL_TIMEOUT',
  });
});

it('tells of every call that was made, with the tokens that the endpoint counted', async () => {
  const calls: unknown[] = [];
  const onCall = (call: unknown) => void calls.push(call);
  const { model } = await setUp({}, { onCall });
  await model.embed(['scarf', 'lamp'], { kind: 'query', signal });
  await model.embed(['scarf'], { kind: 'query', signal });
  const { model: failing } = await setUp({ mode: status(400) }, { onCall });
  await expect(failing.embed(['scarf'], { kind: 'query', signal })).rejects.toThrow();
  const call = { purpose: 'embed', model: 'openai:test-embedding' };
  expect(calls).toEqual([
    { ...call, inputTokens: 2, failed: false },
    { ...call, inputTokens: 0, failed: true },
  ]);
});
