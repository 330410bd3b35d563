import { createConversationStore } from '../../src/chat/conversation-store.ts';
import { initialState } from '../../src/dialogue/record-list.ts';
import type { Channel } from '../../src/domain/channel.ts';
import type { Constraint } from '../../src/domain/need.ts';
import type { Turn } from '../../src/domain/turn.ts';
import type { Database } from '../../src/ports/database.ts';
import { plainTurn } from './desk-talks.ts';

export interface ReportedTalk {
  readonly conversationId: string;
  /** What each message came to, beside an answer in words. */
  readonly turns: readonly Partial<Turn>[];
  readonly atMs: number;
  readonly market?: string;
  readonly language?: string;
  readonly channel?: Channel;
  readonly shopperId?: string;
}

/** Writes a conversation as the chat does; a message a minute. */
export async function writeReported(database: Database, talk: ReportedTalk): Promise<void> {
  const { conversationId, turns, atMs, market = 'DE', language = 'en', channel = 'web' } = talk;
  const { shopperId = `visitor:${conversationId}` } = talk;
  const store = createConversationStore(database);
  const state = { ...initialState(language), channel };
  const conversation = {
    ...{ conversationId, shopperId, market, locale: `${language}-${market}`, state },
    ...{ proved: false, consent: { personalization: true }, openedUntil: 0 },
  };
  await store.create(conversation, `token of ${conversationId}`, atMs);
  for (const [index, turn] of turns.entries())
    await store.record({
      ...{ conversation, number: index + 1, utterance: 'something', state: { ...state, turn: index + 1 } },
      turn: { ...plainTurn(`${conversationId}-${index + 1}`), language, ...turn },
      making: { rankingVersion: 'v', propensity: 1 },
      atMs: atMs + index * 60_000,
    });
}

/** Something that was said in a turn. */
export const limit = (
  attribute: string,
  value: string | number,
  more: Partial<Constraint> = {},
): Constraint => ({
  ...{ attribute, operator: 'eq', value, strength: 'hard', words: String(value) },
  ...{ confidence: 1, sourceTurn: 1, known: true },
  ...more,
});
