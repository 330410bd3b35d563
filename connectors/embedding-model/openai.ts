import * as z from 'zod';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import type { EmbeddingModel } from '../../src/ports/embedding-model.ts';
import type { SideCall } from '../../src/ports/model-ledger.ts';
import { createCallGuard } from '../chat-model/call-guard.ts';
import { toModelError } from '../chat-model/model-error.ts';
import { createLazyOpenAiClient } from '../chat-model/openai-client.ts';
import { createVectorCache } from './vector-cache.ts';

export interface OpenAiEmbeddingModelOptions {
  /** As the endpoint calls it ("text-embedding-3-small"). */
  readonly model: string;
  readonly baseUrl?: string;
  readonly apiKey?: string;
  /** Deadline of one batch, its retry included; waiting for a slot is not counted for products. */
  readonly timeoutMs: number;
  /** The same for a query, which a shopper waits for; absent: `timeoutMs`. */
  readonly queryTimeoutMs?: number;
  /** Texts in one request. */
  readonly batchSize: number;
  /** Requests in flight at once. */
  readonly concurrency: number;
  /** Asked of the endpoint, and demanded of its answers; absent: learned from the first answer. */
  readonly dimensions?: number;
  /** Queries whose vectors are kept. */
  readonly cachedQueries?: number;
  readonly failuresToOpen?: number;
  readonly circuitOpenMs?: number;
  /** Hears of every call that was made. */
  readonly onCall?: (call: SideCall) => void;
}

const answerSchema = z.object({
  data: z.array(z.object({ index: z.int().min(0), embedding: z.custom<ArrayLike<number>>(isVectorLike) })),
});

/**
 * Text vectors of an OpenAI-compatible endpoint, made unit length here. `dimensions` is 0 until it is given or the first
 * answer has told it. Vectors of queries are kept (least recently used), those of products are not.
 */
export function createOpenAiEmbeddingModel(options: OpenAiEmbeddingModelOptions): EmbeddingModel {
  const client = createLazyOpenAiClient({ maxResponseBytes: 64_000_000, ...options });
  const guard = createCallGuard({
    maxConcurrent: options.concurrency,
    maxWaiting: Number.MAX_SAFE_INTEGER,
    ...(options.failuresToOpen === undefined ? {} : { failuresToOpen: options.failuresToOpen }),
    ...(options.circuitOpenMs === undefined ? {} : { openMs: options.circuitOpenMs }),
  });
  const cache = createVectorCache(options.cachedQueries ?? 2_000);
  let dimensions = options.dimensions ?? 0;
  const called = (inputTokens: number, failed: boolean): void =>
    options.onCall?.({ purpose: 'embed', model: `openai:${options.model}`, inputTokens, failed });

  async function request(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]> {
    try {
      const { embeddings } = await client();
      const answer: unknown = await embeddings
        .create(
          {
            model: options.model,
            input: [...texts],
            ...(options.dimensions === undefined ? {} : { dimensions: options.dimensions }),
          },
          { signal },
        )
        .catch((error: unknown) => {
          called(0, true);
          throw error;
        });
      called(tokensOf(answer), false);
      return readVectors(answer, texts.length);
    } catch (error) {
      throw toModelError(error);
    }
  }

  /** In the order asked, whatever the order answered. */
  function readVectors(answer: unknown, count: number): Float32Array[] {
    const parsed = answerSchema.safeParse(answer);
    if (!parsed.success) throw invalid('The endpoint sent no vectors');
    const byIndex = new Map(parsed.data.data.map((entry) => [entry.index, entry.embedding]));
    return Array.from({ length: count }, (_, index) => {
      const raw = byIndex.get(index);
      if (raw === undefined) throw invalid(`A vector is missing: ${byIndex.size} of ${count} came`);
      if (dimensions === 0) dimensions = raw.length;
      if (raw.length !== dimensions) {
        throw invalid(`A vector has ${raw.length} dimensions instead of ${dimensions}`);
      }
      return toUnitLength(raw);
    });
  }

  /** Batch after batch, `concurrency` at a time. */
  async function embedAll(
    texts: readonly string[],
    timeoutMs: number,
    signal: AbortSignal,
  ): Promise<Float32Array[]> {
    const batches: (readonly string[])[] = [];
    for (let from = 0; from < texts.length; from += options.batchSize) {
      batches.push(texts.slice(from, from + options.batchSize));
    }
    const vectors: Float32Array[][] = [];
    const failed = new AbortController();
    const limit = AbortSignal.any([signal, failed.signal]);
    let next = 0;
    const work = async (): Promise<void> => {
      for (let index = next++; index < batches.length; index = next++) {
        const batch = batches[index] ?? [];
        vectors[index] = await guard.run((inner) => request(batch, inner), {
          timeoutMs,
          signal: limit,
        });
      }
    };
    try {
      await Promise.all(Array.from({ length: Math.min(options.concurrency, batches.length) }, work));
    } finally {
      failed.abort();
    }
    return vectors.flat();
  }

  return {
    name: `openai:${options.model}`,
    get dimensions() {
      return dimensions;
    },
    async embed(texts, { kind, signal }) {
      const known = texts.map((text) => (kind === 'query' ? cache.get(text) : undefined));
      const asked = texts.filter((text, index) => known[index] === undefined && text.trim() !== '');
      const unique = [...new Set(asked)];
      const timeoutMs = kind === 'query' ? (options.queryTimeoutMs ?? options.timeoutMs) : options.timeoutMs;
      const vectors = await embedAll(unique, timeoutMs, signal);
      // Nothing to embed and never an answer: the dimension of the zero vectors has to come from somewhere.
      if (dimensions === 0 && texts.length > 0) await embedAll(['text'], timeoutMs, signal);
      const byText = new Map(unique.map((text, index) => [text, vectors[index]]));
      if (kind === 'query')
        for (const [text, vector] of byText) if (vector !== undefined) cache.set(text, vector);
      return texts.map((text, index) => known[index] ?? byText.get(text) ?? new Float32Array(dimensions));
    },
    isAvailable: () => guard.isAvailable(),
    async close() {
      guard.close();
    },
  };
}

const usageSchema = z.object({ usage: z.object({ prompt_tokens: z.int().min(0) }) });

/** 0 where the endpoint does not count. */
const tokensOf = (answer: unknown): number => usageSchema.safeParse(answer).data?.usage.prompt_tokens ?? 0;

function isVectorLike(value: unknown): boolean {
  return Array.isArray(value) || value instanceof Float32Array;
}

function toUnitLength(raw: ArrayLike<number>): Float32Array {
  const vector = new Float32Array(raw.length);
  let squares = 0;
  for (let index = 0; index < raw.length; index += 1) {
    const value: unknown = raw[index];
    if (typeof value !== 'number' || !Number.isFinite(value))
      throw invalid('A vector holds something that is no number');
    vector[index] = value;
    squares += value * value;
  }
  if (!Number.isFinite(squares)) throw invalid('A vector is too long to be measured');
  if (squares === 0) return vector;
  const length = Math.sqrt(squares);
  for (let index = 0; index < vector.length; index += 1) vector[index] = (vector[index] ?? 0) / length;
  return vector;
}

const invalid = (message: string): AssistantError => new AssistantError('MODEL_INVALID_ANSWER', message);
