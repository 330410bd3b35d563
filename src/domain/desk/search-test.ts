import type { Command } from '../command.ts';
import type { Language } from '../locale.ts';
import type { NeedView, ProductView } from '../turn.ts';

/** A word that is looked for, with all that it may stand for. */
export interface TestedWord {
  /** Terms as the index has them; 1 is the shopper's own word, less a synonym, a translation or a correction. */
  readonly terms: readonly { readonly term: string; readonly weight: number }[];
  /** Products of the market that hold one of them; 0: the shop does not know the word. */
  readonly products: number;
}

/** What one way of looking proposed, best first. */
export interface TestedSource {
  readonly source: string;
  /** Of all its candidates. */
  readonly count: number;
  readonly candidates: readonly {
    readonly productId: string;
    readonly title: string;
    readonly score: number;
  }[];
}

/** A search, taken apart. */
export interface SearchTest {
  readonly reading: {
    readonly language: Language;
    /** In [0, 1]. */
    readonly confidence: number;
    readonly by: 'model' | 'embedded';
    readonly commands: readonly Command[];
    readonly need: NeedView;
  };
  readonly words: readonly TestedWord[];
  /** As it was read, where words were taken for others of the shop. */
  readonly corrected?: string;
  readonly sources: readonly TestedSource[];
  /** Merchant's rules that held. */
  readonly rules: readonly { readonly ruleId: string; readonly version: number }[];
  readonly applied: readonly { readonly attribute: string; readonly value: string }[];
  readonly dropped: readonly {
    readonly attribute: string;
    readonly value: string;
    readonly reason: string;
  }[];
  readonly facets: readonly {
    readonly attribute: string;
    readonly label: string;
    readonly values: readonly { readonly value: string; readonly label: string; readonly count: number }[];
  }[];
  readonly total: number;
  /** With every part of every score. */
  readonly products: readonly ProductView[];
  /** The same by the weights that are tried; absent where none are. */
  readonly tried?: readonly ProductView[];
}
