import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { TurnTrace } from '../domain/trace.ts';
import type { Database, Query } from '../ports/database.ts';

const DAY_MS = 86_400_000;
/** How often old traces are looked for. */
const PRUNE_EVERY_MS = 3_600_000;
/** Rows deleted in one transaction with a turn, which must not wait for many. */
const ROWS_PER_PRUNE = 500;

/** A trace to be written in the transaction of its turn. */
export interface KeptTrace {
  readonly messageId: string;
  readonly conversationId: string;
  readonly trace: TurnTrace;
  readonly atMs: number;
}

export interface TraceStore {
  /** In the transaction of the turn; takes some that are too old away. */
  write(query: Query, kept: KeptTrace): Promise<void>;
  read(messageId: string): Promise<(Omit<KeptTrace, 'atMs'> & { readonly atMs: number }) | undefined>;
  /** Ids of the newest turns that have a trace, newest first. */
  newest(options: { readonly limit: number; readonly sinceMs?: number }): Promise<readonly string[]>;
}

/** Where traces are kept, and what they name as in force at the moment of asking. */
export interface TraceRoom {
  readonly store: TraceStore;
  readonly versions: () => Omit<TurnTrace['versions'], 'ranking'>;
}

/** @param options.keptDays Days that a trace is kept; 0 keeps none beyond its moment. */
export function createTraceStore(
  { query }: Pick<Database, 'query'>,
  { keptDays }: { readonly keptDays: number },
): TraceStore {
  let prunedAtMs = Number.NEGATIVE_INFINITY;

  async function prune(write: Query, nowMs: number): Promise<void> {
    if (nowMs - prunedAtMs < PRUNE_EVERY_MS) return;
    const old = write
      .selectFrom('traces')
      .select('messageId')
      .where('createdAtMs', '<', nowMs - keptDays * DAY_MS)
      .limit(ROWS_PER_PRUNE);
    const { numDeletedRows } = await write
      .deleteFrom('traces')
      .where('messageId', 'in', old)
      .executeTakeFirstOrThrow();
    // What is left is taken by the turns that follow.
    if (numDeletedRows < ROWS_PER_PRUNE) prunedAtMs = nowMs;
  }

  return {
    async write(write, { messageId, conversationId, trace, atMs }) {
      await prune(write, atMs);
      await write
        .insertInto('traces')
        .values({ messageId, conversationId, document: pack(trace), createdAtMs: atMs })
        .execute();
    },

    async read(messageId) {
      const row = await query
        .selectFrom('traces')
        .selectAll()
        .where('messageId', '=', messageId)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const { conversationId, document, createdAtMs } = row;
      return {
        messageId,
        conversationId,
        trace: unpack(document),
        atMs: Number(createdAtMs),
      };
    },

    async newest({ limit, sinceMs = 0 }) {
      const rows = await query
        .selectFrom('traces')
        .select('messageId')
        .where('createdAtMs', '>=', sinceMs)
        .orderBy('createdAtMs', 'desc')
        .orderBy('messageId')
        .limit(limit)
        .execute();
      return rows.map(({ messageId }) => messageId);
    },
  };
}

/** A fifth of its JSON, for a tenth of a millisecond. */
const pack = (trace: TurnTrace): Uint8Array =>
  deflateRawSync(JSON.stringify(trace), { level: constants.Z_BEST_SPEED });

const unpack = (document: Uint8Array): TurnTrace =>
  JSON.parse(inflateRawSync(document).toString('utf8')) as TurnTrace;
