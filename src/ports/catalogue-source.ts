import type { Product } from '../domain/product.ts';

/** A product as a source tells it, with the place it came from. */
interface SourcedProduct {
  readonly product: Product;
  /** 1-based line (or record, when the format has no lines) where it begins. */
  readonly line: number;
  /** What was left out or mended on the way, by row. */
  readonly warnings?: readonly RejectedRow[];
}

/** A row that could not become a product. */
export interface RejectedRow {
  readonly line: number;
  /** What the shop calls it, when it could be read. */
  readonly id?: string;
  readonly code: string;
  /** One sentence that says what to change. */
  readonly reason: string;
}

export type SourceItem =
  | { readonly kind: 'product'; readonly value: SourcedProduct }
  | { readonly kind: 'rejected'; readonly value: RejectedRow }
  /** The shop itself says that it is not for sale (a draft): no fault. */
  | { readonly kind: 'skipped'; readonly value: RejectedRow };

/** Where products come from: a feed, a file, a shop's interface. */
export interface CatalogueSource {
  /** "google", "shopify", "jsonl", "json", "csv", "demo". */
  readonly format: string;
  /**
   * Streams products and rejections in the source's order; memory does not grow with the length of the feed.
   * @throws {AssistantError} FEED_UNSAFE for a DOCTYPE or a bomb, CATALOGUE_REFUSED when the whole is unreadable.
   */
  read(signal: AbortSignal): AsyncIterable<SourceItem>;
  /** Bytes read so far and in all, for a progress bar; `total` undefined when unknown. */
  progress(): { readonly readBytes: number; readonly totalBytes?: number };
}
