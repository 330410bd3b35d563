import { createTrainedEmbeddingModel } from '../../connectors/embedding-model/trained.ts';
import type { Segment } from '../../connectors/product-index/embedded/segment.ts';
import { createCatalogueStore } from '../catalog/catalogue-store.ts';
import type { Database } from '../ports/database.ts';
import type { IndexDocument } from '../ports/product-index.ts';
import { analyzeTerms } from '../text/analyze.ts';
import { type FreshTextVectors, keptTextVectors, textVectorsFor } from './kept-text-vectors.ts';
import { vectorOf } from './product-vectors.ts';
import { buildShopImage, type ShopImage } from './shop-image.ts';
import { embedByLanguage } from './text-vectors.ts';
import { createVectorReader } from './vector-store.ts';

/** Where the vectors of products come from. */
export type VectorSource =
  /** Trained on the catalogue, or folded into a model that was. */
  | { readonly kind: 'trained' }
  /** Made by an outside model, all of them kept already. */
  | { readonly kind: 'kept'; readonly model: string };

export interface DeriveOptions {
  readonly database: Pick<Database, 'query'>;
  readonly vectors: VectorSource;
  /** Fingerprint of the code that derives. */
  readonly code: string;
  readonly nowMs: number;
  readonly lay: (documents: AsyncIterable<IndexDocument>) => Promise<readonly Segment[]>;
  readonly note: (text: string) => void;
  readonly onProgress?: ((products: number) => void) | undefined;
  readonly signal: AbortSignal;
}

export interface Derivation {
  readonly image: ShopImage;
  /** To be kept; absent when the kept ones still serve. */
  readonly fresh?: FreshTextVectors;
}

/** Everything that is derived from the published catalogue and the vectors of its texts. Reads the store, writes nothing. */
export async function deriveShop(options: DeriveOptions): Promise<Derivation> {
  const { database, vectors, code, nowMs, note, lay, onProgress, signal } = options;
  const store = createCatalogueStore(database);
  const base = { nowMs, lay, onProgress, signal };
  if (vectors.kind === 'kept') {
    const reader = createVectorReader(database, vectors.model);
    const kept = await reader.read(await reader.hashes());
    const vectorsOf = async (products: Parameters<typeof embedByLanguage>[1]) =>
      products.map((product) => vectorOf(product, kept));
    const image = await buildShopImage({
      ...base,
      products: store.all(),
      vectorsName: vectors.model,
      vectorsOf,
    });
    return { image };
  }
  const { model, fresh } = await textVectorsFor(
    () => store.all(),
    await keptTextVectors(database, code, note),
    code,
  );
  const embedder = createTrainedEmbeddingModel(model, analyzeTerms);
  const image = await buildShopImage({
    ...base,
    products: store.all(),
    vectorsName: embedder.name,
    vectorsOf: (products) => embedByLanguage(embedder, products, signal),
  });
  return { image, ...(fresh === undefined ? {} : { fresh }) };
}
