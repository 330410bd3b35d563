import type { Language } from '../domain/locale.ts';
import type { DocumentQuote } from '../domain/policy-step.ts';
import type { EvidenceFeatures } from './evidence-features.ts';
import type { PassageScope, PlacedPassage } from './passage-index.ts';
import type { Statement } from './read-statement.ts';

export interface LibraryQuestion extends PassageScope {
  readonly question: string;
  readonly language: Language;
  /** As understood, a subject of the locale files ("returns"); others say nothing. */
  readonly subject?: string;
}

/** The best sentence of a passage, as an answer to a question. */
export interface WeighedAnswer {
  readonly placed: PlacedPassage;
  readonly quote: DocumentQuote;
  readonly statement: Statement;
  /** What the passage says that answers nearly as well; the best sentence is among it. */
  readonly near: readonly Statement[];
  /** What the title of its document says. */
  readonly title: Statement;
  /** What its headings say. */
  readonly headings: Statement;
  readonly features: EvidenceFeatures;
  /** Of its features, with what prefers the shopper's language and what comes first. */
  readonly score: number;
}
