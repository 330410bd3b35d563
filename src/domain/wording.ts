/** One word or quantity of the shopper, as it is looked for. */
export interface AskedWord {
  /** Terms it may be found by, the word itself first; weights in (0, 1], less than 1 for a translation or a correction. */
  readonly terms: ReadonlyMap<string, number>;
  /** In [0, 1]: how few products hold it; 1 for one that a single product holds, or none. */
  readonly rarity: number;
  /** Whether some product holds one of its terms. */
  readonly isKnown: boolean;
}

/** What was looked for in words, as retrieval read it: for telling how well a product's title matches. */
export interface Wording {
  /** In the order said. */
  readonly words: readonly AskedWord[];
  /** Rarity of any term of the shop, as of `AskedWord`. */
  readonly rarityOf: (term: string) => number;
  /** Of the words as one text: unit length, or zero; absent when it was not embedded. */
  readonly vector?: Float32Array;
}
