import type { Command } from '../domain/command.ts';
import type { DialogueState } from '../domain/dialogue-state.ts';
import type { Language, Locale } from '../domain/locale.ts';
import type { Market } from '../domain/market.ts';
import type { Spender, TokenUsage } from '../ports/chat-model.ts';

/** What is known when a message arrives. */
export interface ParseContext {
  /** The conversation's language so far: what decides when the message itself does not tell. */
  readonly language: Language;
  readonly locale: Locale;
  readonly market: Market;
  readonly state: DialogueState;
  readonly pageProductId?: string;
  /** 1-based turn being parsed. */
  readonly turn: number;
  /** Who a model is asked for. */
  readonly spender?: Spender;
}

/** A message as commands, in the order they were said. Never empty. */
export interface Understanding {
  readonly language: Language;
  readonly commands: readonly Command[];
  /** In [0, 1]. */
  readonly confidence: number;
  readonly by: 'model' | 'embedded';
  readonly usage: TokenUsage;
}

export interface Parser {
  parse(utterance: string, context: ParseContext, signal: AbortSignal): Promise<Understanding>;
}
