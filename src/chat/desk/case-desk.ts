import type { CaseBook, KeptCase } from '../../desk/case-book.ts';
import type { AuditLog } from '../../desk/identity/audit-log.ts';
import type { CaseReview, CaseState } from '../../domain/desk/case.ts';
import type { Colleague } from '../../domain/desk/queue.ts';
import type { WrittenConversation } from '../../domain/desk/written-conversation.ts';
import { AssistantError, isAssistantError } from '../../errors/assistant-error.ts';
import type { Database } from '../../ports/database.ts';
import { type FreezeRooms, freezeConversation } from './cases/freeze-conversation.ts';
import { findShapes } from './cases/scrub-shapes.ts';
import { withoutMisses } from './cases/without-misses.ts';
import type { PublishGate } from './publish-gate.ts';

export interface CaseChange {
  readonly written: WrittenConversation;
  readonly state: CaseState;
  readonly by: Colleague;
  readonly expectedVersion?: number;
}

/** Where conversations become cases, and somebody looks through them. */
export interface CaseDesk {
  list(state?: CaseState): Promise<readonly KeptCase[]>;
  /**
   * Makes a case of a conversation, to be looked through. What came of it and does not come of its scrubbed words is no part of it, and told
   * as a doubt.
   *
   * @throws {AssistantError} NOT_FOUND; INVALID_ARGUMENT when the assistant answered nothing in it.
   */
  freeze(conversationId: string, by: Colleague, signal: AbortSignal): Promise<KeptCase>;
  /**
   * A proposed case is told with what was taken out of it: that is a read of personal data, and audited.
   *
   * @throws {AssistantError} NOT_FOUND
   */
  review(caseId: string, by: Colleague, signal: AbortSignal): Promise<CaseReview>;
  /**
   * @throws {AssistantError} NOT_FOUND; PRECONDITION_FAILED; CONFLICT; INVALID_ARGUMENT when a mailbox, a phone number or the like stands in it.
   */
  change(caseId: string, change: CaseChange): Promise<KeptCase>;
}

export function createCaseDesk(options: {
  readonly book: CaseBook;
  readonly gate: Pick<PublishGate, 'play'>;
  readonly rooms: () => FreezeRooms;
  readonly database: Pick<Database, 'transaction'>;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly clock: () => number;
  readonly newId: () => string;
}): CaseDesk {
  const { book, gate, rooms, database, audit, clock, newId } = options;
  return {
    list: (state) => book.list(state),

    async freeze(conversationId, by, signal) {
      const { written } = await freezeConversation(rooms(), conversationId, `frozen-${newId()}`);
      const doubts = await gate.play(written, signal);
      const holding = await withoutMisses(written, doubts, (tried) => gate.play(tried, signal));
      return await book.propose({ written: holding, doubts, conversationId }, by);
    },

    async review(caseId, by, signal) {
      const { conversationId, doubts, ...kept } = await book.read(caseId);
      const marks =
        conversationId === undefined ? undefined : await marksOf(rooms(), conversationId, kept.written.id);
      if (marks !== undefined) {
        const entry = {
          actor: by.agentId,
          action: 'conversation.read',
          subject: `conversation ${conversationId}`,
          details: { caseId },
        };
        await database.transaction((write) => audit.append(write, entry, clock()));
      }
      return {
        case: kept,
        ...(marks === undefined ? {} : { marks }),
        doubts,
        misses: kept.state === 'dropped' ? [] : await gate.play(kept.written, signal),
      };
    },

    async change(caseId, change) {
      for (const text of [
        change.written.id,
        change.written.group,
        ...change.written.turns.map(({ say }) => say),
      ])
        assertNothingPrivate(text);
      return await book.change(caseId, change);
    },
  };
}

async function marksOf(rooms: FreezeRooms, conversationId: string, id: string) {
  try {
    return (await freezeConversation(rooms, conversationId, id)).marks;
  } catch (error) {
    if (isAssistantError(error) && error.code === 'NOT_FOUND') return undefined;
    throw error;
  }
}

/** What is of a person by its shape is refused, whoever writes it; zeros stand for figures that were taken out. */
function assertNothingPrivate(text: string): void {
  const [found] = findShapes(text).filter(
    ({ start, end }) => !/^[0\s()./+-]*$/u.test(text.slice(start, end)),
  );
  if (found === undefined) return;
  throw new AssistantError(
    'INVALID_ARGUMENT',
    `There is what could be of a person in the words (${found.kind})`,
    {
      details: { kind: found.kind },
    },
  );
}
