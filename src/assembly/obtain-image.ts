import { buildSegments } from '../../connectors/product-index/embedded/segments.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import { deriveInWorker } from './derive-in-worker.ts';
import { type Derivation, type DeriveOptions, deriveShop } from './derive-shop.ts';
import { type ImagePlace, keepImage, keptImage } from './image-store.ts';
import type { ShopImage } from './shop-image.ts';

export interface PublishedCatalogue {
  readonly version: number;
  readonly contentHash: string;
  readonly products: number;
}

export interface ObtainOptions extends Omit<DeriveOptions, 'lay'> {
  readonly directory: string;
  readonly catalogue: PublishedCatalogue;
  /** Of the model that made the vectors; absent when none is trained yet. */
  readonly vectorsName: string | undefined;
}

/** Fewer are derived on the caller's thread, in slices: in the second it takes a thread has hardly begun. */
const HEAVY_PRODUCTS = 3_000;
/** Share of products whose price changed by itself since an image was saved, above which it is built again. */
const MOST_REPRICED = 0.25;

/**
 * The image of the published catalogue: the saved one when it fits, else one derived from the store, and saved. A great
 * catalogue is derived in a thread of its own; if that breaks off, on this one.
 */
export async function obtainImage(options: ObtainOptions): Promise<Derivation> {
  const { catalogue, vectorsName, nowMs } = options;
  const place = { ...options, catalogueHash: catalogue.contentHash };
  // Without vectors nothing that is saved fits, which is said.
  const kept = await keptImage(place, vectorsName ?? '');
  if (kept !== undefined && isUpToDate(kept, catalogue.products, nowMs)) return { image: kept };
  return await derive(options, place);
}

/** Prices of an earlier moment are brought up product by product; those of a later one, or of very many, are not. */
function isUpToDate({ builtAtMs, priceChanges }: ShopImage, products: number, nowMs: number): boolean {
  const changed = priceChanges.filter(({ atMs }) => atMs <= nowMs);
  return (
    builtAtMs <= nowMs && new Set(changed.map(({ productId }) => productId)).size <= products * MOST_REPRICED
  );
}

async function derive(options: ObtainOptions, place: ImagePlace): Promise<Derivation> {
  const { note, signal } = options;
  const { products } = options.catalogue;
  if (products >= HEAVY_PRODUCTS) {
    try {
      const { directory, code, catalogueHash } = place;
      const { vectors, nowMs } = options;
      const onProgress = noteProgress(products, note, options.onProgress);
      return await deriveInWorker(
        { directory, vectors, nowMs, code, catalogueHash },
        { note, onProgress, signal },
      );
    } catch (error) {
      if (signal.aborted || !(error instanceof AssistantError)) throw error;
      note(`${error.message}; building the index without a thread of its own`);
    }
  }
  const derivation = await deriveShop({ ...options, lay: buildSegments });
  await keepImage(place, derivation.image);
  return derivation;
}

/** Products between two notes. */
const NOTED_PRODUCTS = 10_000;

/** Says how far it is, and hands it on. */
function noteProgress(
  total: number,
  note: (text: string) => void,
  onProgress: ((products: number) => void) | undefined,
): (products: number) => void {
  let next = NOTED_PRODUCTS;
  return (products) => {
    onProgress?.(products);
    if (products < next || products >= total) return;
    next = products + NOTED_PRODUCTS;
    note(`Indexing: ${products.toLocaleString('en')} of ${total.toLocaleString('en')} products`);
  };
}
