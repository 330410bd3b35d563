import type { CommandOf } from './command.ts';
import type { Language } from './locale.ts';

/** A question about the shop that its documents may answer. */
export interface PolicyQuestion {
  /** Understood as; said when there are no documents at all. */
  readonly about: 'ask-policy' | 'availability' | 'price';
  readonly topic: CommandOf<'ask-policy'>['topic'];
  readonly question: string;
}

/** Words of a document with the place they stand at. */
export interface DocumentQuote {
  readonly documentId: string;
  /** Of the passage in its document, from 0. */
  readonly passage: number;
  /** Whole sentences, as written. */
  readonly text: string;
  readonly language: Language;
  readonly title: string;
  /** The headings the passage stands under, the widest first, without the title. */
  readonly heading?: string;
  readonly url?: string;
  readonly updatedAtMs: number;
}

/** What the shop's documents say. */
export interface PolicyStep {
  readonly act: 'policy';
  readonly topic: PolicyQuestion['topic'];
  /** None: they do not state it. One: the answer. Two: documents that contradict each other, the newer first. */
  readonly quotes: readonly DocumentQuote[];
  /** The condition that was asked with it and that they say nothing about, in the shopper's words: "if it does not fit". */
  readonly aside?: string;
}

/** Where an answer is from, for the shopper to read on. */
export interface AnswerSource {
  readonly title: string;
  readonly heading?: string;
  readonly url?: string;
  /** The sentences that the answer is from, as written. */
  readonly passage?: string;
  /** ISO 8601, a day. */
  readonly updatedAt: string;
}
