import type { Schemas } from '@qdrant/js-client-rest';
import type * as z from 'zod';
import { AssistantError } from '../../../src/errors/assistant-error.ts';
import {
  type IndexDocument,
  MOST_TASTE_DIMENSIONS,
  type ReadQuantity,
} from '../../../src/ports/product-index.ts';
import { assertVector } from '../assert-vector.ts';
import type { WordScoring } from '../bm25f.ts';
import { changeShape, doneShape, pointsShape } from './answers.ts';
import { type BehaviourBook, type BehaviourVectors, inRequests } from './behaviour.ts';
import type { Caller } from './client.ts';
import { fromPayload, INDEXED_KEYS, toPayload, toPointId } from './points.ts';
import { type ReferenceLengths, toSparseWords } from './sparse-words.ts';
import {
  createWordStatistics,
  mapFields,
  toWords,
  type WordStatistics,
  type Words,
} from './word-statistics.ts';

/** One collection, with what is kept beside it: which products it holds, and statistics of their words. */
export interface Generation {
  readonly name: string;
  readonly dimensions: number;
  readonly productIds: Set<string>;
  readonly statistics: WordStatistics;
  readonly reference: ReferenceLengths;
  /** Products of changes that failed, which the server may have made or not, with the words they are counted with. */
  readonly unsure: Map<string, Words | undefined>;
  /** What its points tell of behaviour; undefined when that is nothing, or uncertain. */
  behaviour: BehaviourBook | undefined;
}

export interface Writing {
  readonly caller: Caller;
  readonly scoring: WordScoring;
  readonly readQuantity: ReadQuantity;
}

/** Points of one request. */
const BATCH = 200;

/**
 * Makes an empty collection fit for documents like the given ones, with every payload index it will need.
 *
 * @param behaviour What its products will be told of it.
 */
export async function createGeneration(
  { caller }: Writing,
  name: string,
  sample: readonly IndexDocument[],
  behaviour: BehaviourBook | undefined,
): Promise<Generation> {
  const dimensions = sample[0]?.vector.length ?? 0;
  const statistics = createWordStatistics();
  for (const { terms } of sample) statistics.add(toWords(terms));
  const lengths = statistics.averageLengths();
  const body: Schemas['CreateCollection'] = {
    vectors: {
      // Of unit length or zero: the dot product is the cosine, and they come back as they went.
      text: { size: dimensions, distance: 'Dot' },
      taste: { size: MOST_TASTE_DIMENSIONS, distance: 'Dot', on_disk: true },
    },
    sparse_vectors: { terms: {}, neighbours: {} },
  };
  await caller.write(doneShape, (api, init) =>
    api.createCollection({ collection_name: name, ...body }, init),
  );
  await Promise.all(
    Object.entries(INDEXED_KEYS).map(async ([field_name, field_schema]) => {
      const request = { collection_name: name, wait: true, field_name, field_schema };
      assertCompleted(await caller.write(changeShape, (api, init) => api.createFieldIndex(request, init)));
    }),
  );
  return {
    name,
    dimensions,
    productIds: new Set(),
    statistics: createWordStatistics(),
    reference: mapFields((field) => Math.max(1, lengths[field])),
    unsure: new Map(),
    behaviour,
  };
}

/** Writes products of different ids, acknowledged when they can be found. What is kept beside follows the server. */
export async function writeProducts(
  writing: Writing,
  generation: Generation,
  documents: readonly IndexDocument[],
): Promise<void> {
  for (const document of documents) assertVector(document, generation.dimensions);
  const { behaviour, reference } = generation;
  const prepared = documents.map((document) => {
    const words = toWords(document.terms);
    return { document, words, vector: behaviour?.vectorsOf(document.productId) ?? {} };
  });
  for (const part of inRequests(prepared, BATCH)) {
    const points = part.map(({ document, words, vector }) => {
      const terms = toSparseWords(words, reference, writing.scoring);
      return {
        id: toPointId(document.productId),
        vector: { text: [...document.vector], ...(terms.indices.length === 0 ? {} : { terms }), ...vector },
        payload: toPayload(document, words, writing.readQuantity),
      };
    });
    const after = new Map(part.map(({ document, words }) => [document.productId, words]));
    await change(writing, generation, after, (api, init) =>
      api.upsertPoints({ collection_name: generation.name, wait: true, points }, init),
    );
  }
}

const VECTOR_NAMES = ['taste', 'neighbours'] as const;

/**
 * Tells all products what behaviour says of them now. Until that is done, and if it fails, the sources of behaviour find nothing:
 * vectors of two trainings do not fit together.
 */
export async function writeBehaviour(
  writing: Writing,
  generation: Generation,
  behaviour: BehaviourBook,
): Promise<void> {
  await settle(writing, generation);
  const { caller } = writing;
  const { name: collection_name } = generation;
  generation.behaviour = undefined;
  const points = generation.productIds
    .values()
    .map((productId) => ({ id: toPointId(productId), vector: behaviour.vectorsOf(productId) }));
  for (const part of inRequests(points, BATCH)) {
    for (const name of VECTOR_NAMES) {
      const without = part.filter(({ vector }) => vector[name] === undefined).map(({ id }) => id);
      if (without.length === 0) continue;
      const request = { collection_name, wait: true, points: without, vector: [name] };
      assertCompleted(await caller.write(changeShape, (api, init) => api.deleteVectors(request, init)));
    }
    const told = part.flatMap(({ id, vector }) => (tells(vector) ? [{ id, vector: { ...vector } }] : []));
    if (told.length === 0) continue;
    const request = { collection_name, wait: true, points: told };
    assertCompleted(await caller.write(changeShape, (api, init) => api.updateVectors(request, init)));
  }
  generation.behaviour = behaviour;
}

const tells = (vector: BehaviourVectors): boolean => VECTOR_NAMES.some((name) => vector[name] !== undefined);

export async function deleteProducts(
  writing: Writing,
  generation: Generation,
  productIds: readonly string[],
): Promise<void> {
  await settle(writing, generation);
  const held = [...new Set(productIds)].filter((productId) => generation.productIds.has(productId));
  if (held.length === 0) return;
  const after = new Map(held.map((productId) => [productId, undefined]));
  await change(writing, generation, after, (api, init) =>
    api.deletePoints({ collection_name: generation.name, wait: true, points: held.map(toPointId) }, init),
  );
}

/**
 * The vector of a point as it was written.
 *
 * @throws {AssistantError} INDEX_FAILED when there is none, or one of other dimensions.
 */
export function toVector(
  vector: readonly number[] | undefined,
  { name, dimensions }: Generation,
): Float32Array {
  if (vector?.length === dimensions) return Float32Array.from(vector);
  throw new AssistantError('INDEX_FAILED', 'Qdrant gave a product without its vector', {
    details: { collection: name, dimensions: vector?.length ?? 0, expected: dimensions },
  });
}

/** @param after What each product's words are when the change is made; undefined: the product is gone. */
async function change(
  writing: Writing,
  generation: Generation,
  after: ReadonlyMap<string, Words | undefined>,
  send: Parameters<Caller['write']>[1],
): Promise<void> {
  await settle(writing, generation);
  const held = [...after.keys()].filter((productId) => generation.productIds.has(productId));
  const before = await readWords(writing, generation, held);
  try {
    assertCompleted(await writing.caller.write(changeShape, send));
  } catch (error) {
    for (const productId of after.keys()) generation.unsure.set(productId, before.get(productId));
    throw error;
  }
  count(generation, before, after);
}

/** After a change that failed: what the server holds of its products now is what is counted. */
async function settle(writing: Writing, generation: Generation): Promise<void> {
  const { unsure } = generation;
  if (unsure.size === 0) return;
  const found = await readWords(writing, generation, [...unsure.keys()]);
  count(
    generation,
    unsure,
    new Map([...unsure.keys()].map((productId) => [productId, found.get(productId)])),
  );
  unsure.clear();
}

function count(
  { statistics, productIds }: Generation,
  before: ReadonlyMap<string, Words | undefined>,
  after: ReadonlyMap<string, Words | undefined>,
): void {
  for (const words of before.values()) if (words !== undefined) statistics.remove(words);
  for (const [productId, words] of after) {
    if (words === undefined) productIds.delete(productId);
    else {
      statistics.add(words);
      productIds.add(productId);
    }
  }
}

/** The words of those products the server holds. */
async function readWords(
  { caller }: Writing,
  generation: Generation,
  productIds: readonly string[],
): Promise<Map<string, Words>> {
  if (productIds.length === 0) return new Map();
  const request = {
    collection_name: generation.name,
    ids: productIds.map(toPointId),
    with_payload: true,
    with_vector: false,
  };
  const points = await caller.read(pointsShape, (api, init) => api.getPoints(request, init));
  return new Map(
    points.flatMap(({ payload }) => {
      const { productId, words } = fromPayload(payload);
      return words === undefined ? [] : [[productId, words] as const];
    }),
  );
}

function assertCompleted({ status }: z.infer<typeof changeShape>): void {
  if (status === 'completed') return;
  throw new AssistantError('INDEX_UNAVAILABLE', 'Qdrant did not finish a change in time', {
    details: { status },
  });
}
