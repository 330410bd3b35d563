import type { Candidate, CandidateSource } from './candidate.ts';

/** One addend of a score: contribution = weight · value. */
export interface ScorePart {
  /** A candidate source, or a feature: `wish:color`, `price-fit`, `availability`, `diversity`. */
  readonly signal: string;
  readonly weight: number;
  /** Normalised to [0, 1] unless the signal's documentation says otherwise. */
  readonly value: number;
  readonly contribution: number;
}

/** One product of an ordered list. `score` is the sum of the contributions (within 1e-6). */
export interface RankedProduct {
  readonly productId: string;
  readonly score: number;
  readonly parts: readonly ScorePart[];
  readonly because?: Candidate['because'];
  readonly sources: readonly CandidateSource[];
  /** Near-duplicates among the candidates that were left out for it, > 0. */
  readonly alike?: number;
}
