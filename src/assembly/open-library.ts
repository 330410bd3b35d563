import { trainTextVectors } from '../../connectors/embedding-model/text-vector-model.ts';
import { createTrainedEmbeddingModel } from '../../connectors/embedding-model/trained.ts';
import { createEmbeddedProductIndex } from '../../connectors/product-index/embedded.ts';
import { isAssistantError } from '../errors/assistant-error.ts';
import { createDocumentStore } from '../knowledge/document-store.ts';
import { createLibrary, type Library } from '../knowledge/library.ts';
import {
  type PlacedPassage,
  passageEmbeddingText,
  placePassages,
  toPassageDocument,
} from '../knowledge/passage-index.ts';
import type { ShopDocument } from '../knowledge/shop-document.ts';
import type { Database } from '../ports/database.ts';
import type { EmbeddingModel } from '../ports/embedding-model.ts';
import type { ProductIndex } from '../ports/product-index.ts';
import { analyzeTerms } from '../text/analyze.ts';
import { indexOptions } from './index-options.ts';
import { type IndexEngine, type IndexSettings, openIndex } from './open-index.ts';
import { type EmbeddedLibrary, embedLibrary } from './passage-vectors.ts';

export interface OpenLibrary extends Library {
  /**
   * Has the passages embedded by an outside model, and asks by it from then on; whenever it does not answer, by the vectors trained on them.
   *
   * @throws {AssistantError} MODEL_* when it fails; what was embedded is kept, and a second call goes on there.
   */
  embedWith(model: EmbeddingModel, clock: () => number): Promise<void>;
  readonly indexEngine: IndexEngine;
  close(): Promise<void>;
}

export interface OpenLibraryOptions {
  readonly database: Database;
  readonly settings: IndexSettings;
  readonly note: (text: string) => void;
  readonly signal: AbortSignal;
}

/** The same documents give the same vectors. */
const SEED = 20_261_201;
/** Beside the collection of products. */
const SUFFIX = '-passages';

/**
 * The shop's documents, found by the machinery of products in an index of their own: the vectors are trained on the passages, which
 * takes no network and for a thousand of them half a second.
 */
export async function openLibrary(options: OpenLibraryOptions): Promise<OpenLibrary> {
  const { database, settings } = options;
  const documents = await createDocumentStore(database).all();
  const passages = placePassages(documents);
  const embedder = trainEmbedder(passages);
  const fill = async (index: ProductIndex) => await fillIndex(index, passages, embedder, options.signal);
  const openEmbedded = async () => {
    const index = createEmbeddedProductIndex(indexOptions(settings));
    await fill(index);
    return { index, filled: undefined };
  };
  const place = { ...settings, QDRANT_COLLECTION: `${settings.QDRANT_COLLECTION}${SUFFIX}` };
  // Without documents there is nothing to keep on a server.
  const { QDRANT_URL: _, ...inProcess } = place;
  const { index, engine } = await openIndex(
    { ...options, settings: passages.length === 0 ? inProcess : place },
    { fillOutside: fill, openEmbedded },
  );
  const trained = createLibrary({ documents, index, embedder });
  let outside: { readonly library: EmbeddedLibrary; readonly model: EmbeddingModel } | undefined;
  const askBest = async <Answer>(
    signal: AbortSignal,
    ask: (library: Library) => Promise<Answer>,
  ): Promise<Answer> => {
    if (outside === undefined || !outside.model.isAvailable()) return await ask(trained);
    try {
      return await ask(outside.library);
    } catch (error) {
      if (!isAssistantError(error) || signal.aborted) throw error;
      return await ask(trained);
    }
  };
  return {
    isEmpty: trained.isEmpty,
    ask: async (question, signal) =>
      await askBest(signal, async (library) => await library.ask(question, signal)),
    appraise: async (question, signal) =>
      await askBest(signal, async (library) => await library.appraise(question, signal)),
    weigh: async (question, signal) =>
      await askBest(signal, async (library) => await library.weigh(question, signal)),
    async embedWith(model, clock) {
      if (trained.isEmpty) return;
      const { signal } = options;
      const library = await embedLibrary({ database, model, documents, passages, clock, signal });
      outside = { library, model };
    },
    indexEngine: engine,
    close: async () => {
      await Promise.all([index.close(), embedder.close(), outside?.library.close()]);
    },
  };
}

/** Documents that are kept nowhere, in process: for measuring. */
export async function fillLibrary(documents: readonly ShopDocument[], signal: AbortSignal): Promise<Library> {
  const passages = placePassages(documents);
  const embedder = trainEmbedder(passages);
  const index = createEmbeddedProductIndex();
  await fillIndex(index, passages, embedder, signal);
  return createLibrary({ documents, index, embedder });
}

async function fillIndex(
  index: ProductIndex,
  passages: readonly PlacedPassage[],
  embedder: EmbeddingModel,
  signal: AbortSignal,
): Promise<void> {
  const vectors = await vectorsOf(passages, embedder, signal);
  await index.replaceAll(
    passages.map((placed, at) =>
      toPassageDocument(placed, vectors[at] ?? new Float32Array(embedder.dimensions)),
    ),
  );
}

function trainEmbedder(passages: readonly PlacedPassage[]): EmbeddingModel {
  const documents = passages.map((placed) => ({
    texts: [{ language: placed.document.language, text: passageEmbeddingText(placed) }],
  }));
  return createTrainedEmbeddingModel(
    trainTextVectors({ documents, analyze: analyzeTerms, seed: SEED }),
    analyzeTerms,
  );
}

/** Each in the language it is written in, in the order of the passages. */
async function vectorsOf(
  passages: readonly PlacedPassage[],
  embedder: EmbeddingModel,
  signal: AbortSignal,
): Promise<Float32Array[]> {
  const vectors: Float32Array[] = [];
  for (const placed of passages) {
    const { language } = placed.document;
    vectors.push(
      ...(await embedder.embed([passageEmbeddingText(placed)], { kind: 'product', language, signal })),
    );
  }
  return vectors;
}
