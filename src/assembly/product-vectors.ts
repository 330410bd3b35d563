import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Product } from '../domain/product.ts';
import { AssistantError, isAssistantError } from '../errors/assistant-error.ts';
import type { EmbeddingModel } from '../ports/embedding-model.ts';
import { contentHash } from './content-hash.ts';
import { wholeText } from './text-vectors.ts';
import type { VectorStore } from './vector-store.ts';

export interface EmbedOptions {
  readonly store: VectorStore;
  readonly model: EmbeddingModel;
  /** Read again when the endpoint turns out to have another model. */
  readonly products: () => AsyncIterable<Product>;
  readonly clock: () => number;
  readonly signal: AbortSignal;
  /** Hears how many products have their vector, from time to time. */
  readonly onProgress?: (done: number) => void;
}

/** Texts embedded before they are kept: so much is lost at most when the process is killed. A few batches at once. */
const KEPT_TOGETHER = 512;
/** Cosine of two vectors of one text under which they are of different models; servers round differently. */
const SAME_MODEL = 0.99;

/**
 * Makes sure that every product has its vector of an outside model: kept ones stay as they are, new texts are embedded in
 * batches and kept, so that a second call goes on where the first was cut. What no product needs any more is forgotten.
 *
 * @throws {AssistantError} MODEL_* when the endpoint fails and something is missing; what came before is kept.
 */
export async function embedCatalogue(options: EmbedOptions): Promise<void> {
  const { store, model, signal, clock } = options;
  if (await keepsAnotherModel(options)) await store.keepOnly(new Set());
  const kept = await store.hashes();
  const used = new Set<string>();
  let missing = new Map<string, string>();
  const embedMissing = async (): Promise<void> => {
    const vectors = await model.embed([...missing.values()], { kind: 'product', signal });
    const byHash = [...missing.keys()].flatMap((hash, position) => {
      const vector = vectors[position];
      return vector === undefined ? [] : [[hash, vector] as const];
    });
    await store.add(new Map(byHash), clock());
    missing = new Map();
  };
  let done = 0;
  for await (const product of inSlices(options)) {
    const text = wholeText(product);
    const hash = contentHash(text);
    used.add(hash);
    if (!kept.has(hash)) missing.set(hash, text);
    done += 1;
    if (missing.size < KEPT_TOGETHER) continue;
    await embedMissing();
    options.onProgress?.(done);
  }
  if (missing.size > 0) await embedMissing();
  await store.keepOnly(used);
}

/** Whether every product has its vector, and the endpoint still the model that made them. Asks it for one text at most. */
export async function isEmbedded(options: EmbedOptions): Promise<boolean> {
  const kept = await options.store.hashes();
  for await (const product of inSlices(options)) {
    if (!kept.has(vectorHash(product))) return false;
  }
  return !(await keepsAnotherModel(options));
}

/** Products between two looks at what else waits; some 10 ms of work. */
const SLICE = 100;

async function* inSlices({ products, signal }: EmbedOptions): AsyncIterable<Product> {
  let taken = 0;
  for await (const product of products()) {
    signal.throwIfAborted();
    yield product;
    taken += 1;
    if (taken % SLICE === 0) await letOthersRun();
  }
}

/** What a vector is kept under. */
export const vectorHash = (product: Product): string => contentHash(wholeText(product));

/**
 * @param vectors By {@link vectorHash}.
 * @throws {AssistantError} INTERNAL when the product has none.
 */
export function vectorOf(product: Product, vectors: ReadonlyMap<string, Float32Array>): Float32Array {
  const vector = vectors.get(vectorHash(product));
  if (vector !== undefined) return vector;
  throw new AssistantError('INTERNAL', `No vector was made for product ${product.productId}`);
}

/**
 * An endpoint may have got another model under the same name, and then nothing kept counts: the first text that is kept is
 * embedded again. One that does not answer now is believed to have the model it had.
 */
async function keepsAnotherModel({ store, model, products, signal }: EmbedOptions): Promise<boolean> {
  const kept = await store.hashes();
  if (kept.size === 0) return false;
  for await (const product of products()) {
    const text = wholeText(product);
    const hash = contentHash(text);
    if (!kept.has(hash)) continue;
    const vector = (await store.read(new Set([hash]))).get(hash);
    return vector !== undefined && (await isOfAnotherModel(model, text, vector, signal));
  }
  return false;
}

async function isOfAnotherModel(
  model: EmbeddingModel,
  text: string,
  vector: Float32Array,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const [again] = await model.embed([text], { kind: 'product', signal });
    if (again?.length !== vector.length) return true;
    const cosine = again.reduce((sum, value, index) => sum + value * (vector[index] ?? 0), 0);
    return cosine < SAME_MODEL && vector.some((value) => value !== 0);
  } catch (error) {
    if (!isAssistantError(error) || signal.aborted) throw error;
    return false;
  }
}
