import type { Language } from '../domain/locale.ts';
import type { Product } from '../domain/product.ts';
import { AssistantError, isAssistantError } from '../errors/assistant-error.ts';
import type { Database } from '../ports/database.ts';
import type { EmbeddingModel } from '../ports/embedding-model.ts';
import { contentHash } from './content-hash.ts';

const KIND_PREFIX = 'product-vectors:';
const HASH_BYTES = 32;

/**
 * Vectors made by an outside model are kept, so that a start does not pay for them again. Reads those of one model.
 * Layout: dimensions (uint32), then for each text the SHA-256 of it and its float32 values, all little-endian. A payload
 * that does not fit this is dropped: it can be made again.
 */
async function loadVectorCache(
  database: Database,
  model: EmbeddingModel,
): Promise<Map<string, Float32Array>> {
  const row = await database.query
    .selectFrom('models')
    .select('payload')
    .where('kind', '=', KIND_PREFIX + model.name)
    .executeTakeFirst();
  const vectors = new Map<string, Float32Array>();
  if (row === undefined || row.payload.byteLength < 4) return vectors;
  const bytes = Buffer.from(row.payload.buffer, row.payload.byteOffset, row.payload.byteLength);
  const dimensions = bytes.readUInt32LE(0);
  const recordBytes = HASH_BYTES + 4 * dimensions;
  if ((bytes.byteLength - 4) % recordBytes !== 0) return vectors;
  for (let offset = 4; offset < bytes.byteLength; offset += recordBytes) {
    const values = bytes.subarray(offset + HASH_BYTES, offset + recordBytes);
    vectors.set(
      bytes.toString('hex', offset, offset + HASH_BYTES),
      new Float32Array(values.buffer.slice(values.byteOffset, values.byteOffset + values.byteLength)),
    );
  }
  return vectors;
}

async function saveVectorCache(
  database: Database,
  model: EmbeddingModel,
  vectors: ReadonlyMap<string, Float32Array>,
  atMs: number,
): Promise<void> {
  const header = Buffer.alloc(4);
  // Not of the model: one that was asked nothing yet does not know its own.
  header.writeUInt32LE(vectors.values().next().value?.length ?? 0, 0);
  const records = [...vectors].map(([hash, vector]) =>
    Buffer.concat([
      Buffer.from(hash, 'hex'),
      Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength),
    ]),
  );
  const kind = KIND_PREFIX + model.name;
  await database.transaction(async (write) => {
    await write.deleteFrom('models').where('kind', '=', kind).execute();
    const payload = Buffer.concat([header, ...records]);
    await write
      .insertInto('models')
      .values({ kind, version: 1, createdAtMs: atMs, active: 1, quality: '{}', payload })
      .execute();
  });
}

export interface EmbeddedProducts {
  vectorOf(product: Product): Float32Array;
}

export interface EmbedOptions {
  readonly database: Database;
  readonly model: EmbeddingModel;
  /** Read again when the endpoint turns out to have another model. */
  readonly products: () => AsyncIterable<Product>;
  readonly textOf: (product: Product) => readonly { readonly language: Language; readonly text: string }[];
  readonly atMs: number;
}

/** Cosine of two vectors of one text under which they are of different models; servers round differently. */
const SAME_MODEL = 0.99;

/**
 * Vectors of every product from an outside model: kept ones as they are, new texts embedded in batches and kept. One
 * kept text is embedded again: an endpoint may have got another model under the same name, and then nothing kept counts.
 *
 * @throws {AssistantError} MODEL_* when the endpoint fails and something is missing; the caller then works without it.
 */
export async function embedCatalogue(options: EmbedOptions, signal: AbortSignal): Promise<EmbeddedProducts> {
  const kept = await loadVectorCache(options.database, options.model);
  return (await embedMissing(options, kept, signal)) ?? (await embedAnew(options, signal));
}

async function embedAnew(options: EmbedOptions, signal: AbortSignal): Promise<EmbeddedProducts> {
  const embedded = await embedMissing(options, new Map(), signal);
  if (embedded === undefined) throw new AssistantError('INTERNAL', 'Nothing kept can be of another model');
  return embedded;
}

/** @returns undefined when what is kept is of another model. */
async function embedMissing(
  options: EmbedOptions,
  kept: ReadonlyMap<string, Float32Array>,
  signal: AbortSignal,
): Promise<EmbeddedProducts | undefined> {
  const { database, model } = options;
  const current = new Map<string, Float32Array>();
  const missing = new Map<string, string>();
  const wholeText = (product: Product) =>
    options
      .textOf(product)
      .map(({ text }) => text)
      .join('\n');
  let sample: { readonly text: string; readonly vector: Float32Array } | undefined;
  for await (const product of options.products()) {
    const text = wholeText(product);
    const hash = contentHash(text);
    const vector = kept.get(hash);
    if (vector === undefined) missing.set(hash, text);
    else current.set(hash, vector);
    if (vector !== undefined) sample ??= { text, vector };
  }
  if (sample !== undefined && (await isOfAnotherModel(model, sample, signal))) return undefined;
  if (missing.size > 0) {
    const vectors = await model.embed([...missing.values()], { kind: 'product', signal });
    [...missing.keys()].forEach((hash, index) => {
      const vector = vectors[index];
      if (vector !== undefined) current.set(hash, vector);
    });
  }
  if (missing.size > 0 || current.size < kept.size)
    await saveVectorCache(database, model, current, options.atMs);
  return {
    vectorOf(product) {
      const vector = current.get(contentHash(wholeText(product)));
      if (vector === undefined)
        throw new AssistantError('INTERNAL', `No vector was made for product ${product.productId}`);
      return vector;
    },
  };
}

/** An endpoint that does not answer now is believed to have the model it had. */
async function isOfAnotherModel(
  model: EmbeddingModel,
  sample: { readonly text: string; readonly vector: Float32Array },
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const [again] = await model.embed([sample.text], { kind: 'product', signal });
    if (again?.length !== sample.vector.length) return true;
    const cosine = again.reduce((sum, value, index) => sum + value * (sample.vector[index] ?? 0), 0);
    return cosine < SAME_MODEL && sample.vector.some((value) => value !== 0);
  } catch (error) {
    if (!isAssistantError(error) || signal.aborted) throw error;
    return false;
  }
}
