import type { AnswerSource } from '../policy-step.ts';

/** Places in a list, from 1. */
export interface PlacedProduct {
  readonly productId: string;
  readonly place: number;
}

export interface MovedProduct {
  readonly productId: string;
  readonly from: number;
  readonly to: number;
}

/** How a list would be another one. */
export interface ListChange {
  /** Products that come into it, by their place then. */
  readonly in: readonly PlacedProduct[];
  /** Products that leave it, by their place now. */
  readonly out: readonly PlacedProduct[];
  /** Products that change places with others that stay, by their place then. */
  readonly moved: readonly MovedProduct[];
  /** In [0, 1]: how much of it is other, the first places counting most. */
  readonly change: number;
}

/** What is said now, and what would be said. */
export interface WordChange {
  readonly before: string;
  readonly after: string;
}

/** A turn that a change would make another one. */
export interface PreviewedTurn extends ListChange {
  readonly messageId: string;
  readonly conversationId: string;
  readonly utterance: string;
  /** The words, where they would be others; those of the templates. */
  readonly words?: WordChange;
  /** What the shop's texts answer, where it would be other or from elsewhere. */
  readonly sources?: { readonly before: readonly AnswerSource[]; readonly after: readonly AnswerSource[] };
}

/** A search that a change would answer with another list. */
export interface PreviewedSearch extends ListChange {
  readonly words: string;
  /** ISO 3166-1 alpha-2. */
  readonly market: string;
  readonly language: string;
  /** How often it was made since it is counted. */
  readonly times: number;
}

interface Played<Changed> {
  /** Run as it is and as it would be. */
  readonly played: number;
  /** Found, but not run: an order or a basket was under way, or there was no time. */
  readonly unplayed: number;
  /** Those that would be others, the most changed first. */
  readonly changed: readonly Changed[];
}

/** What a change would do to what was recorded. */
export interface PreviewDiff {
  readonly turns: Played<PreviewedTurn>;
  /** Absent: the change does nothing to searches. */
  readonly searches?: Played<PreviewedSearch>;
  /** What the products are called, by id. */
  readonly titles: Readonly<Record<string, string>>;
}
