import type { Schemas } from '@qdrant/js-client-rest';
import * as z from 'zod';
import { AssistantError } from '../../../src/errors/assistant-error.ts';
import type { IndexDocument } from '../../../src/ports/product-index.ts';
import { assertVector } from '../assert-vector.ts';
import type { WordScoring } from '../bm25f.ts';
import type { Caller } from './client.ts';
import { fromPayload, INDEXED_KEYS, toPayload, toPointId } from './points.ts';
import { type ReferenceLengths, toSparseWords } from './sparse-words.ts';
import { createWordStatistics, mapFields, toWords, type WordStatistics } from './word-statistics.ts';

/** One collection, with what is kept beside it: which products it holds, and statistics of their words. */
export interface Generation {
  readonly name: string;
  readonly dimensions: number;
  readonly productIds: Set<string>;
  readonly statistics: WordStatistics;
  readonly reference: ReferenceLengths;
}

export interface Writing {
  readonly caller: Caller;
  readonly scoring: WordScoring;
  /** For one request. */
  readonly timeoutMs: number;
}

const vectorSchema = z.object({ text: z.array(z.number()) });

/** Makes an empty collection fit for documents like the given ones, with every payload index it will need. */
export async function createGeneration(
  { caller, timeoutMs }: Writing,
  name: string,
  sample: readonly IndexDocument[],
): Promise<Generation> {
  const dimensions = sample[0]?.vector.length ?? 0;
  const statistics = createWordStatistics();
  for (const { terms } of sample) statistics.add(toWords(terms));
  const lengths = statistics.averageLengths();
  const body: Schemas['CreateCollection'] = {
    // Vectors are of unit length or zero: the dot product is the cosine, and they come back as they went.
    vectors: { text: { size: dimensions, distance: 'Dot' } },
    sparse_vectors: { terms: {} },
  };
  await caller.call((api, init) => api.createCollection({ collection_name: name, ...body }, init), timeoutMs);
  await Promise.all(
    Object.entries(INDEXED_KEYS).map(([field_name, field_schema]) =>
      caller.call(
        (api, init) =>
          api.createFieldIndex({ collection_name: name, wait: true, field_name, field_schema }, init),
        timeoutMs,
      ),
    ),
  );
  return {
    name,
    dimensions,
    productIds: new Set(),
    statistics: createWordStatistics(),
    reference: mapFields((field) => Math.max(1, lengths[field])),
  };
}

/** Writes products of different ids, acknowledged when they can be found. What is kept beside follows the server. */
export async function writeProducts(
  { caller, scoring, timeoutMs }: Writing,
  generation: Generation,
  documents: readonly IndexDocument[],
): Promise<void> {
  for (const document of documents) assertVector(document, generation.dimensions);
  const before = await readWords(
    { caller, timeoutMs },
    generation,
    documents.map(({ productId }) => productId),
  );
  const prepared = documents.map((document) => ({ document, words: toWords(document.terms) }));
  const points = prepared.map(({ document, words }) => {
    const terms = toSparseWords(words, generation.reference, scoring);
    return {
      id: toPointId(document.productId),
      vector: { text: [...document.vector], ...(terms.indices.length === 0 ? {} : { terms }) },
      payload: toPayload(document, words),
    };
  });
  const { status } = await caller.call(
    (api, init) => api.upsertPoints({ collection_name: generation.name, wait: true, points }, init),
    timeoutMs,
  );
  assertCompleted(status);
  for (const words of before) generation.statistics.remove(words);
  for (const { document, words } of prepared) {
    generation.statistics.add(words);
    generation.productIds.add(document.productId);
  }
}

export async function deleteProducts(
  { caller, timeoutMs }: Writing,
  generation: Generation,
  productIds: readonly string[],
): Promise<void> {
  const held = [...new Set(productIds)].filter((productId) => generation.productIds.has(productId));
  if (held.length === 0) return;
  const before = await readWords({ caller, timeoutMs }, generation, held);
  const { status } = await caller.call(
    (api, init) =>
      api.deletePoints({ collection_name: generation.name, wait: true, points: held.map(toPointId) }, init),
    timeoutMs,
  );
  assertCompleted(status);
  for (const words of before) generation.statistics.remove(words);
  for (const productId of held) generation.productIds.delete(productId);
}

/** The vector of a point as it was written. @throws {AssistantError} INDEX_FAILED when there is none. */
export function fromVector(vector: unknown): Float32Array {
  const parsed = vectorSchema.safeParse(vector);
  if (parsed.success) return Float32Array.from(parsed.data.text);
  throw new AssistantError('INDEX_FAILED', 'Qdrant gave a product without its vector', {
    cause: parsed.error,
  });
}

async function readWords(
  { caller, timeoutMs }: Pick<Writing, 'caller' | 'timeoutMs'>,
  generation: Generation,
  productIds: readonly string[],
) {
  const held = productIds.filter((productId) => generation.productIds.has(productId));
  if (held.length === 0) return [];
  const records = await caller.call(
    (api, init) =>
      api.getPoints(
        {
          collection_name: generation.name,
          ids: held.map(toPointId),
          with_payload: true,
          with_vector: false,
        },
        init,
      ),
    timeoutMs,
  );
  return records.flatMap(({ payload }) => fromPayload(payload).words ?? []);
}

function assertCompleted(status: Schemas['UpdateStatus']): void {
  if (status === 'completed') return;
  throw new AssistantError('INDEX_UNAVAILABLE', 'Qdrant did not finish a change in time', {
    details: { status },
  });
}
