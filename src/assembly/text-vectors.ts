import {
  decodeTextVectors,
  encodeTextVectors,
  type TextVectorModel,
  trainTextVectors,
} from '../../connectors/embedding-model/text-vector-model.ts';
import { createTrainedEmbeddingModel } from '../../connectors/embedding-model/trained.ts';
import type { CatalogueStore } from '../catalog/catalogue-store.ts';
import type { Language } from '../domain/locale.ts';
import type { Product } from '../domain/product.ts';
import { isAssistantError } from '../errors/assistant-error.ts';
import type { Database } from '../ports/database.ts';
import type { EmbeddingModel } from '../ports/embedding-model.ts';
import { productEmbeddingText } from '../retrieval/product-embedding-text.ts';
import { analyzeTerms } from '../text/analyze.ts';

const KIND = 'text-vectors';
/** The same catalogue gives the same vectors. */
const SEED = 20_261_122;

/**
 * The embedded vectors of text: trained once for every published catalogue and kept with it. A model that is missing,
 * of an older catalogue, or damaged is trained again from the store.
 */
export async function trainedEmbedder(
  database: Database,
  store: CatalogueStore,
  options: { readonly clock: () => number; readonly note: (text: string) => void },
): Promise<EmbeddingModel> {
  const catalogueVersion = (await store.version())?.version ?? 0;
  const kept = await keptModel(database, catalogueVersion, options.note);
  if (kept !== undefined) return createTrainedEmbeddingModel(kept, analyzeTerms);
  const documents: { readonly texts: readonly { readonly language: Language; readonly text: string }[] }[] =
    [];
  for await (const product of store.all()) documents.push({ texts: productEmbeddingText(product) });
  const model = trainTextVectors({ documents, analyze: analyzeTerms, seed: SEED });
  await database.transaction(async (write) => {
    await write.deleteFrom('models').where('kind', '=', KIND).execute();
    const row = {
      kind: KIND,
      version: catalogueVersion,
      createdAtMs: options.clock(),
      active: 1,
      quality: '{}',
    };
    await write
      .insertInto('models')
      .values({ ...row, payload: encodeTextVectors(model) })
      .execute();
  });
  return createTrainedEmbeddingModel(model, analyzeTerms);
}

async function keptModel(
  database: Database,
  version: number,
  note: (text: string) => void,
): Promise<TextVectorModel | undefined> {
  const row = await database.query
    .selectFrom('models')
    .select('payload')
    .where('kind', '=', KIND)
    .where('version', '=', version)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  try {
    return decodeTextVectors(row.payload);
  } catch (error) {
    if (!isAssistantError(error)) throw error;
    note(`The kept text vectors are damaged and are trained again (${error.message})`);
    return undefined;
  }
}

/**
 * One vector for each product: the mean over its languages, each text read in its own, scaled to unit length; zero when
 * no word is known.
 */
export async function embedByLanguage(
  embedder: EmbeddingModel,
  products: readonly Product[],
  signal: AbortSignal,
): Promise<Float32Array[]> {
  const sums = products.map(() => new Float32Array(embedder.dimensions));
  const texts = products.flatMap((product, position) =>
    productEmbeddingText(product).map(({ language, text }) => ({ position, language, text })),
  );
  for (const [language, own] of Map.groupBy(texts, (text) => text.language)) {
    const vectors = await embedder.embed(
      own.map(({ text }) => text),
      { kind: 'product', language, signal },
    );
    own.forEach(({ position }, index) => {
      const [sum, vector] = [sums[position], vectors[index]];
      if (sum !== undefined && vector !== undefined) addTo(sum, vector);
    });
  }
  return sums.map(toUnitLength);
}

function addTo(sum: Float32Array, vector: Float32Array): void {
  for (let dimension = 0; dimension < sum.length; dimension += 1) {
    sum[dimension] = (sum[dimension] ?? 0) + (vector[dimension] ?? 0);
  }
}

function toUnitLength(sum: Float32Array): Float32Array {
  const length = Math.sqrt(sum.reduce((squares, value) => squares + value * value, 0));
  return length === 0 ? sum : sum.map((value) => value / length);
}
