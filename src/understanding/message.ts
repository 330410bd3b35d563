import type { Grammar } from './grammar/index.ts';
import type { ParseContext } from './parser.ts';
import type { Atom } from './read-atoms.ts';
import type { Span } from './span.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Wish } from './wish.ts';

/** A message as read: its atoms, their chosen meanings, and what it wishes for. */
export interface Message {
  readonly text: string;
  readonly atoms: readonly Atom[];
  /** Chosen, in order, none overlapping. */
  readonly spans: readonly Span[];
  /** Attributes that phrases of the message ask about, the longest phrase first; also within longer phrases. */
  readonly questions: readonly string[];
  readonly wish: Wish;
  readonly grammar: Grammar;
  readonly vocabulary: Vocabulary;
  readonly context: ParseContext;
}
