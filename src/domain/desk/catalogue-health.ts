/** What can be wrong with what the shop tells of a product. */
export const FAULT_KINDS = [
  'no-picture',
  'no-price',
  'no-description',
  'no-category',
  'no-brand',
  /** Of an attribute that most products of the category tell. */
  'missing-attribute',
  /** The same title, brand and price as another product. */
  'duplicate',
  /** In stock without a piece, or the other way round. */
  'contradicting-stock',
  /** Pieces are told, and the catalogue is older than a week. */
  'stale-stock',
  'unreadable-size',
  /** No text in a language of its market. */
  'missing-language',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** What a fault costs in answers. */
export interface FaultCost {
  /**
   * Recorded lists from which products with it were left out because what was asked for is not told of them; absent of faults that keep
   * nothing out.
   */
  readonly leftOut?: number;
  /** Shares in [0, 1] of products with it, and of all others, that stood on any recorded list. */
  readonly shownShare: number;
  readonly othersShownShare: number;
}

export interface CatalogueFault {
  readonly kind: FaultKind;
  /** Of `missing-attribute`. */
  readonly attribute?: string;
  /** Of `missing-attribute`: the path from the root. */
  readonly category?: readonly string[];
  /** Of `missing-language`. */
  readonly language?: string;
  /** Products that have it. */
  readonly products: number;
  /** Some of them. */
  readonly examples: readonly { readonly productId: string; readonly title: string; readonly url?: string }[];
  readonly cost: FaultCost;
}

/** A row of a feed that was not taken over as it was. */
export interface ImportIssue {
  readonly line: number;
  readonly id?: string;
  readonly code: string;
  readonly reason: string;
}

export interface CatalogueHealth {
  readonly products: number;
  /** ISO 8601; absent before the first import. */
  readonly publishedAt?: string;
  /** Lists that were looked at: the newest that were made in conversations. */
  readonly lists: number;
  /** What costs most answers first. */
  readonly faults: readonly CatalogueFault[];
  /** Of the last import. */
  readonly imported: {
    readonly rejected: number;
    readonly rejectedByCode: Readonly<Record<string, number>>;
    readonly warningsByCode: Readonly<Record<string, number>>;
    /** Some of both. */
    readonly issues: readonly ImportIssue[];
  };
}
