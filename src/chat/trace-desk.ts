import type { TurnTrace } from '../domain/trace.ts';
import type { Turn } from '../domain/turn.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Database } from '../ports/database.ts';
import type { TraceStore } from './trace-store.ts';

/** How a turn came about, beside what was said. */
export interface TraceView extends TurnTrace {
  readonly messageId: string;
  readonly conversationId: string;
  /** ISO 8601. */
  readonly at: string;
  readonly utterance: string;
  readonly turn: Pick<
    Turn,
    'text' | 'understoodBy' | 'repliedBy' | 'claims' | 'degraded' | 'timing' | 'usage'
  >;
}

/**
 * For those who look after the shop, never for a shopper.
 *
 * @throws {AssistantError} NOT_FOUND: there is no such turn in the conversation, or it is not kept any more how it came about.
 */
export type ReadTrace = (conversationId: string, messageId: string) => Promise<TraceView>;

export function createTraceDesk({ query }: Pick<Database, 'query'>, store: TraceStore): ReadTrace {
  return async (conversationId, messageId) => {
    const kept = await store.read(messageId);
    const row =
      kept?.conversationId === conversationId
        ? await query
            .selectFrom('turns')
            .select(['utterance', 'turn'])
            .where('conversationId', '=', conversationId)
            .where('messageId', '=', messageId)
            .executeTakeFirst()
        : undefined;
    if (kept === undefined || row === undefined)
      throw new AssistantError('NOT_FOUND', 'There is no such message, or no trace of it');
    const { text, understoodBy, repliedBy, claims, degraded, timing, usage } = JSON.parse(row.turn) as Turn;
    return {
      messageId,
      conversationId,
      at: new Date(kept.atMs).toISOString(),
      utterance: row.utterance,
      turn: {
        text,
        understoodBy,
        repliedBy,
        claims,
        ...(degraded === undefined ? {} : { degraded }),
        timing,
        usage,
      },
      ...kept.trace,
    };
  };
}
