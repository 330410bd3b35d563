import type { Grammar } from './grammar/index.ts';
import type { ParseContext } from './parser.ts';
import type { Atom } from './read-atoms.ts';
import type { Meaning, Span } from './span.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Wish } from './wish.ts';

/** A message as read: its atoms, their chosen meanings, and what it wishes for. */
export interface Message {
  readonly text: string;
  readonly atoms: readonly Atom[];
  /** Chosen, in order, none overlapping. */
  readonly spans: readonly Span[];
  /** Phrases that ask about an attribute, the longest first; also within longer phrases. */
  readonly questions: readonly Span<Extract<Meaning, { kind: 'question' }>>[];
  /** Words for days, the longest first; also within longer phrases. */
  readonly days: readonly Span<Extract<Meaning, { kind: 'day' }>>[];
  readonly wish: Wish;
  readonly grammar: Grammar;
  readonly vocabulary: Vocabulary;
  readonly context: ParseContext;
}
