/** Where a candidate came from. Every source has its own score scale; only `rank` makes them comparable. */
export type CandidateSource =
  /** Named by its code or by its full title. */
  | 'exact'
  | 'terms'
  | 'text'
  | 'neighbours'
  | 'taste'
  | 'factors'
  | 'next'
  | 'session'
  | 'similar'
  | 'popular'
  | 'new';

export interface Candidate {
  readonly productId: string;
  /** Source-specific, higher is better, finite. */
  readonly score: number;
  /** For behaviour sources: the products of the history that carried the score, largest share first, shares in (0, 1]. */
  readonly because?: readonly { readonly productId: string; readonly share: number }[];
}

export interface CandidateList {
  readonly source: CandidateSource;
  /** Best first, no product twice, ties by productId. */
  readonly candidates: readonly Candidate[];
}
