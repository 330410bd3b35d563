import { createEmbeddedProductIndex } from '../../connectors/product-index/embedded.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import { createLibrary, type Library } from '../knowledge/library.ts';
import { type PlacedPassage, passageEmbeddingText, toPassageDocument } from '../knowledge/passage-index.ts';
import type { ShopDocument } from '../knowledge/shop-document.ts';
import type { Database } from '../ports/database.ts';
import type { EmbeddingModel } from '../ports/embedding-model.ts';
import { contentHash } from './content-hash.ts';
import { createVectorStore, type VectorStore } from './vector-store.ts';

export interface EmbedPassagesOptions {
  readonly database: Database;
  readonly model: EmbeddingModel;
  readonly documents: readonly ShopDocument[];
  readonly passages: readonly PlacedPassage[];
  readonly clock: () => number;
  readonly signal: AbortSignal;
}

export interface EmbeddedLibrary extends Library {
  close(): Promise<void>;
}

/** Texts embedded before they are kept: so much is lost at most when the process is killed. */
const KEPT_TOGETHER = 32;
/** Beside the vectors of products by the same model. */
const SUFFIX = '#passages';

/**
 * The documents with the vectors of an outside model: kept ones stay as they are, new texts are embedded in batches and kept, so that a second
 * call goes on where the first was cut. What no passage needs any more is forgotten.
 *
 * @throws {AssistantError} MODEL_* when the endpoint fails and something is missing; what came before is kept.
 */
export async function embedLibrary(options: EmbedPassagesOptions): Promise<EmbeddedLibrary> {
  const { database, model, documents, passages } = options;
  const store = createVectorStore(database, model.name + SUFFIX);
  const texts = new Map(
    passages.map((placed) => {
      const text = passageEmbeddingText(placed);
      return [placed.id, { text, hash: contentHash(text) }] as const;
    }),
  );
  const wanted = new Map([...texts.values()].map(({ hash, text }) => [hash, text]));
  await embedMissing(wanted, store, options);
  const vectors = await store.read(new Set(wanted.keys()));
  await store.keepOnly(new Set(wanted.keys()));
  const length = vectors.values().next().value?.length;
  const placedVectors = passages.map((placed) => {
    const vector = vectors.get(texts.get(placed.id)?.hash ?? '');
    if (vector !== undefined && vector.length === length) return { placed, vector };
    throw new AssistantError('INTERNAL', `No vector was made for passage ${placed.id}`);
  });
  const index = createEmbeddedProductIndex();
  await index.replaceAll(placedVectors.map(({ placed, vector }) => toPassageDocument(placed, vector)));
  const background = backgroundOf(placedVectors.map(({ vector }) => vector));
  return {
    ...createLibrary({ documents, index, embedder: model, background }),
    close: async () => await index.close(),
  };
}

async function embedMissing(
  wanted: ReadonlyMap<string, string>,
  store: VectorStore,
  { model, clock, signal }: EmbedPassagesOptions,
): Promise<void> {
  const kept = await store.hashes();
  const missing = [...wanted].filter(([hash]) => !kept.has(hash));
  for (let from = 0; from < missing.length; from += KEPT_TOGETHER) {
    const batch = missing.slice(from, from + KEPT_TOGETHER);
    const vectors = await model.embed(
      batch.map(([, text]) => text),
      { kind: 'product', signal },
    );
    await store.add(new Map(batch.map(([hash], at) => [hash, vectors[at] ?? new Float32Array()])), clock());
  }
}

/** Pairs that the usual cosine is told by. */
const PAIRS = 500;

/** Mean cosine of passages that lie far apart, in [0, 1): of many models any two texts are alike, and only what goes beyond that tells something. */
function backgroundOf(vectors: readonly Float32Array[]): number {
  const half = Math.floor(vectors.length / 2);
  const pairs = vectors
    .slice(0, Math.min(half, PAIRS))
    .map((vector, at) => dot(vector, vectors[at + half] ?? vector));
  const mean = pairs.reduce((sum, each) => sum + each, 0) / Math.max(1, pairs.length);
  return Math.min(MOST_BACKGROUND, Math.max(0, mean));
}

const MOST_BACKGROUND = 0.9;

const dot = (left: Float32Array, right: Float32Array): number =>
  left.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0);
