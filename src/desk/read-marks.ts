import type { Database, Query } from '../ports/database.ts';
import { assertConversation } from './assert-conversation.ts';
import type { AuditLog } from './identity/audit-log.ts';

/** How much an agent read on a day. */
export interface ReadCount {
  readonly agentId: string;
  /** UTC, "2026-11-23". */
  readonly day: string;
  /** Different ones. */
  readonly conversations: number;
  /** How often one was opened. */
  readonly reads: number;
  readonly profiles: number;
}

/** Which conversations agents opened, and how far they saw them. */
export interface ReadMarks {
  /**
   * An agent opens a conversation: counted each time, in the audit log once a day.
   *
   * @throws {AssistantError} NOT_FOUND
   */
  read(agentId: string, conversationId: string): Promise<void>;
  /** An agent looks at what is known of the shopper. Audited each time. @throws {AssistantError} NOT_FOUND */
  profile(agentId: string, conversationId: string, reason: string): Promise<void>;
  /** An agent has seen all that stands in a conversation now. @throws {AssistantError} NOT_FOUND */
  seen(agentId: string, conversationId: string): Promise<void>;
  /** Of the last days, the newest first; at most 1,000 rows. */
  counts(days: number): Promise<readonly ReadCount[]>;
}

const MOST_COUNTS = 1_000;
const DAY_MS = 86_400_000;

export function createReadMarks(
  database: Database,
  audit: Pick<AuditLog, 'append'>,
  clock: () => number,
): ReadMarks {
  const dayBefore = (days: number) => new Date(clock() - days * DAY_MS).toISOString().slice(0, 10);
  const today = () => dayBefore(0);

  return {
    async read(agentId, conversationId) {
      const day = today();
      const isAudited = (await markOf(database.query, agentId, conversationId))?.readOn === day;
      if (isAudited) {
        // Nothing but the count is new: the disk is not waited for, as a page may read at every change.
        const again = { conversations: 0, reads: 1, profiles: 0 };
        await database.transaction((write) => count(write, { agentId, day }, again), { survives: 'kill' });
        return;
      }
      await database.transaction(async (write) => {
        await assertConversation(write, conversationId);
        const isFirst = (await markOf(write, agentId, conversationId))?.readOn !== day;
        await count(write, { agentId, day }, { conversations: isFirst ? 1 : 0, reads: 1, profiles: 0 });
        if (!isFirst) return;
        await write
          .insertInto('conversationReads')
          .values({ agentId, conversationId, seenAtMs: 0, readOn: day })
          .onConflict((conflict) =>
            conflict.columns(['agentId', 'conversationId']).doUpdateSet({ readOn: day }),
          )
          .execute();
        await audit.append(
          write,
          { actor: agentId, action: 'conversation.read', subject: conversationId },
          clock(),
        );
      });
    },

    async profile(agentId, conversationId, reason) {
      await database.transaction(async (write) => {
        await assertConversation(write, conversationId);
        await count(write, { agentId, day: today() }, { conversations: 0, reads: 0, profiles: 1 });
        const entry = {
          actor: agentId,
          action: 'profile.read',
          subject: conversationId,
          details: { reason },
        };
        await audit.append(write, entry, clock());
      });
    },

    async seen(agentId, conversationId) {
      const seenAtMs = clock();
      await database.transaction(async (write) => {
        await assertConversation(write, conversationId);
        await write
          .insertInto('conversationReads')
          .values({ agentId, conversationId, seenAtMs, readOn: null })
          .onConflict((conflict) => conflict.columns(['agentId', 'conversationId']).doUpdateSet({ seenAtMs }))
          .execute();
      });
    },

    counts: (days) =>
      database.query
        .selectFrom('deskReads')
        .selectAll()
        .where('day', '>', dayBefore(days))
        .orderBy('day', 'desc')
        .orderBy('agentId')
        .limit(MOST_COUNTS)
        .execute(),
  };
}

const markOf = (query: Query, agentId: string, conversationId: string) =>
  query
    .selectFrom('conversationReads')
    .select('readOn')
    .where('agentId', '=', agentId)
    .where('conversationId', '=', conversationId)
    .executeTakeFirst();

async function count(
  write: Query,
  of: Pick<ReadCount, 'agentId' | 'day'>,
  more: Pick<ReadCount, 'conversations' | 'reads' | 'profiles'>,
): Promise<void> {
  await write
    .insertInto('deskReads')
    .values({ ...of, ...more })
    .onConflict((conflict) =>
      conflict.columns(['agentId', 'day']).doUpdateSet(({ eb }) => ({
        conversations: eb('deskReads.conversations', '+', more.conversations),
        reads: eb('deskReads.reads', '+', more.reads),
        profiles: eb('deskReads.profiles', '+', more.profiles),
      })),
    )
    .execute();
}
