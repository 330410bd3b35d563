import { may } from '../domain/agent.ts';
import type { SettingValues } from '../domain/desk/setting-kinds.ts';
import { AssistantError, isAssistantError } from '../errors/assistant-error.ts';
import type { Database } from '../ports/database.ts';
import type { Agent, DeskBook } from './desk-book.ts';
import type { DeskFeed } from './desk-feed.ts';
import type { EntryFeed } from './entry-feed.ts';
import { findHandling } from './handling-rows.ts';
import type { AuditLog } from './identity/audit-log.ts';

/** Conversations that are given away at a time. */
const MOST_AT_ONCE = 50;
/** Of the audit log. */
const ACTOR = 'automatic';

export interface DealingOptions {
  readonly database: Pick<Database, 'query'>;
  readonly book: Pick<DeskBook, 'assign'>;
  readonly feed: Pick<EntryFeed, 'listenAll'>;
  readonly news: Pick<DeskFeed, 'present' | 'listenPresent'>;
  readonly audit: Pick<AuditLog, 'append'>;
  /** What the shop has set. */
  readonly rule: () => SettingValues['assignment'];
  readonly clock: () => number;
}

/**
 * Gives conversations in which a person was asked for to those who have the desk open, one after the other, as long as they have room:
 * the longest wait first. Off until the shop sets it. What cannot be given away waits for the next change.
 */
export function openDealing(options: DealingOptions): void {
  const { feed, news, rule } = options;
  let lastAgentId = '';
  let work: Promise<void> | undefined;
  let isAskedAgain = false;

  async function deal(): Promise<void> {
    const waiting = await conversationsThatWait(options);
    const hands = waiting.length === 0 ? [] : await freeHands(options, rule().mostAtOnce);
    for (const conversationId of waiting) {
      const free = hands.filter(({ room }) => room > 0);
      const hand = free.find(({ agentId }) => agentId > lastAgentId) ?? free[0];
      if (hand === undefined) return;
      if (await give(conversationId, hand, options)) {
        hand.room -= 1;
        lastAgentId = hand.agentId;
      }
    }
  }

  function look(): void {
    if (rule().mode === 'off') return;
    if (work !== undefined) {
      isAskedAgain = true;
      return;
    }
    isAskedAgain = false;
    // What fails waits for the next change, too.
    work = deal()
      .catch(() => undefined)
      .finally(() => {
        work = undefined;
        if (isAskedAgain) look();
      });
  }

  feed.listenAll(look);
  news.listenPresent(look);
}

interface Hand extends Agent {
  /** Conversations that they may still have. */
  room: number;
}

async function conversationsThatWait({ database }: DealingOptions): Promise<string[]> {
  const rows = await database.query
    .selectFrom('queueLines')
    .select('conversationId')
    .where('state', '=', 'waiting')
    .where('heldUntilMs', 'is', null)
    .orderBy('sinceMs')
    .orderBy('conversationId')
    .limit(MOST_AT_ONCE)
    .execute();
  return rows.map(({ conversationId }) => conversationId);
}

/** By id. */
async function freeHands({ database: { query }, news }: DealingOptions, most: number): Promise<Hand[]> {
  const present = news.present();
  if (present.length === 0) return [];
  const agents = await query
    .selectFrom('agents')
    .select(['agentId', 'firstName', 'role'])
    .where('agentId', 'in', present)
    .where('disabledAtMs', 'is', null)
    .orderBy('agentId')
    .execute();
  const loads = await query
    .selectFrom('queueLines')
    .select(['agentId', ({ fn }) => fn.countAll().as('lines')])
    .where('state', '=', 'person')
    .where('agentId', 'in', present)
    .groupBy('agentId')
    .execute();
  return agents
    .filter(({ role }) => may(role, 'conversations-answer'))
    .map(({ agentId, firstName }) => ({
      ...{ agentId, firstName },
      room: most - Number(loads.find((load) => load.agentId === agentId)?.lines ?? 0),
    }));
}

/** @returns Whether they have it now: somebody may have been quicker, or it was forgotten. */
async function give(
  conversationId: string,
  { agentId, firstName }: Hand,
  { book, audit, clock }: DealingOptions,
): Promise<boolean> {
  try {
    await book.assign(conversationId, { agentId, firstName }, async (write) => {
      if ((await findHandling(write, conversationId))?.state !== 'waiting')
        throw new AssistantError('CONFLICT', 'Somebody was quicker');
      const entry = {
        actor: ACTOR,
        action: 'conversation.assign',
        subject: conversationId,
        details: { agentId },
      };
      await audit.append(write, entry, clock());
    });
    return true;
  } catch (error) {
    if (isAssistantError(error) && (error.code === 'CONFLICT' || error.code === 'NOT_FOUND')) return false;
    throw error;
  }
}
