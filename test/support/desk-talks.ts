import { createConversationStore } from '../../src/chat/conversation-store.ts';
import { initialState } from '../../src/dialogue/record-list.ts';
import type { Channel } from '../../src/domain/channel.ts';
import { NO_CONSENT } from '../../src/domain/customer.ts';
import { type Constraint, EMPTY_NEED } from '../../src/domain/need.ts';
import { NO_USAGE, type Turn } from '../../src/domain/turn.ts';
import type { Database } from '../../src/ports/database.ts';

export interface DeskTalk {
  readonly conversationId: string;
  /** One message each. */
  readonly says: readonly string[];
  readonly market?: string;
  readonly locale?: string;
  readonly channel?: Channel;
  readonly customerId?: string;
  readonly constraints?: readonly Constraint[];
  /** Nothing when absent. */
  readonly query?: string;
  /** Of the first message; each further one comes a second later. */
  readonly atMs?: number;
}

const NO_TIME = { understandMs: 0, retrieveMs: 0, rankMs: 0, replyMs: 0, totalMs: 0 };

/** A turn in which nothing is shown. */
export const plainTurn = (messageId: string, text = 'Yes.'): Turn => ({
  ...{ messageId, language: 'en', text, products: [], chips: [], commands: [], claims: [] },
  need: { query: '', hard: [], soft: [], unknown: [] },
  ...{ understoodBy: 'embedded', repliedBy: 'embedded', timing: NO_TIME, usage: NO_USAGE },
});

/** Writes a conversation as the chat does, its token being "token". */
export async function writeTalk(database: Database, talk: DeskTalk): Promise<void> {
  const { conversationId, says, atMs = 1_000, market = 'US', locale = 'en-US', customerId } = talk;
  const store = createConversationStore(database);
  const state = {
    ...initialState(locale.slice(0, 2)),
    ...(talk.channel === undefined ? {} : { channel: talk.channel }),
    need: { ...EMPTY_NEED, query: talk.query ?? '', constraints: talk.constraints ?? [] },
  };
  const conversation = {
    conversationId,
    shopperId: customerId === undefined ? `visitor:${conversationId}` : `customer:${customerId}`,
    proved: customerId !== undefined,
    consent: NO_CONSENT,
    ...{ market, locale, state, openedUntil: 0 },
  };
  await store.create(conversation, 'token', atMs);
  for (const [index, utterance] of says.entries())
    await store.record({
      ...{ conversation, number: index + 1, utterance, state: { ...state, turn: index + 1 } },
      turn: plainTurn(`${conversationId}-${index + 1}`),
      making: { rankingVersion: 'v', propensity: 1 },
      atMs: atMs + index * 1_000,
    });
}
