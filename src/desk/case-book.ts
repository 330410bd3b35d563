import type { CaseMiss, CaseState, FrozenCase } from '../domain/desk/case.ts';
import type { Colleague } from '../domain/desk/queue.ts';
import type { WrittenConversation } from '../domain/desk/written-conversation.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Database, Query } from '../ports/database.ts';
import type { DeskTables } from '../ports/desk-tables.ts';
import type { AuditLog } from './identity/audit-log.ts';

export interface KeptCase extends FrozenCase {
  /** Of a proposed one; gone with the conversation, and once it was looked through. */
  readonly conversationId?: string;
  readonly doubts: readonly CaseMiss[];
}

/** Conversations that were frozen, and what became of them. */
export interface CaseBook {
  /** Newest first. */
  list(state?: CaseState): Promise<readonly KeptCase[]>;
  /** @throws {AssistantError} NOT_FOUND */
  read(caseId: string): Promise<KeptCase>;
  /** Of a conversation that is proposed already, nothing new: that case. */
  propose(
    frozen: {
      readonly written: WrittenConversation;
      readonly doubts: readonly CaseMiss[];
      readonly conversationId: string;
    },
    by: Colleague,
  ): Promise<KeptCase>;
  /**
   * What somebody makes of it. Kept or dropped, it leads to no conversation any more. Audited.
   *
   * @throws {AssistantError} NOT_FOUND; PRECONDITION_FAILED on another version; CONFLICT when another case has its id.
   */
  change(
    caseId: string,
    change: {
      readonly written: WrittenConversation;
      readonly state: CaseState;
      readonly by: Colleague;
      readonly expectedVersion?: number;
    },
  ): Promise<KeptCase>;
}

const MOST_LISTED = 500;

export function createCaseBook(options: {
  readonly database: Database;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly clock: () => number;
  readonly newId: () => string;
}): CaseBook {
  const { database, audit, clock, newId } = options;

  return {
    async list(state) {
      const rows = await database.query
        .selectFrom('cases')
        .selectAll()
        .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'kept'))
        .orderBy('createdAtMs', 'desc')
        .orderBy('caseId')
        .limit(MOST_LISTED)
        .execute();
      return rows.map(toCase);
    },

    read: async (caseId) => toCase(await rowOf(database.query, caseId)),

    propose: ({ written, doubts, conversationId }, by) =>
      database.transaction(async (write) => {
        const known = await write
          .selectFrom('cases')
          .selectAll()
          .where('conversationId', '=', conversationId)
          .where('state', '=', 'proposed')
          .executeTakeFirst();
        if (known !== undefined) return toCase(known);
        const row: Row = {
          caseId: newId(),
          version: 1,
          state: 'proposed',
          written: JSON.stringify(written),
          doubts: JSON.stringify(doubts),
          conversationId,
          agentId: by.agentId,
          firstName: by.firstName,
          createdAtMs: clock(),
          reviewedBy: null,
          reviewedFirstName: null,
          reviewedAtMs: null,
        };
        await write.insertInto('cases').values(row).execute();
        const subject = `conversation ${conversationId}`;
        const entry = { actor: by.agentId, action: 'case.propose', subject, details: { caseId: row.caseId } };
        await audit.append(write, entry, row.createdAtMs);
        return toCase(row);
      }),

    change: (caseId, { written, state, by, expectedVersion }) =>
      database.transaction(async (write) => {
        const row = await rowOf(write, caseId);
        assertVersion(row.version, expectedVersion);
        if (state === 'kept') await assertOwnName(write, caseId, written.id);
        const atMs = clock();
        const changed: Row = {
          ...row,
          version: row.version + 1,
          state,
          written: JSON.stringify(written),
          conversationId: state === 'proposed' ? row.conversationId : null,
          doubts: state === 'proposed' ? row.doubts : '[]',
          reviewedBy: by.agentId,
          reviewedFirstName: by.firstName,
          reviewedAtMs: atMs,
        };
        await write.updateTable('cases').set(changed).where('caseId', '=', caseId).execute();
        const details = { state, version: String(changed.version) };
        const entry = { actor: by.agentId, action: 'case.change', subject: `case ${caseId}`, details };
        await audit.append(write, entry, atMs);
        return toCase(changed);
      }),
  };
}

type Row = DeskTables['cases'];

async function rowOf(query: Query, caseId: string): Promise<Row> {
  const row = await query.selectFrom('cases').selectAll().where('caseId', '=', caseId).executeTakeFirst();
  if (row !== undefined) return row;
  throw new AssistantError('NOT_FOUND', 'There is no such case');
}

/** Files of cases name each of them once. */
async function assertOwnName(query: Query, caseId: string, id: string): Promise<void> {
  const kept = await query
    .selectFrom('cases')
    .select('written')
    .where('state', '=', 'kept')
    .where('caseId', '!=', caseId)
    .execute();
  if (kept.some(({ written }) => (JSON.parse(written) as WrittenConversation).id === id))
    throw new AssistantError('CONFLICT', `There is a case "${id}" already; give this one another id`);
}

function assertVersion(version: number, expectedVersion: number | undefined): void {
  if (expectedVersion === undefined || expectedVersion === version) return;
  throw new AssistantError(
    'PRECONDITION_FAILED',
    `Version ${version} of the case stands, not ${expectedVersion}: read it, and make the change on it`,
    { details: { version, expectedVersion } },
  );
}

const toCase = (row: Row): KeptCase => ({
  caseId: row.caseId,
  version: row.version,
  state: row.state,
  written: JSON.parse(row.written) as WrittenConversation,
  doubts: JSON.parse(row.doubts) as CaseMiss[],
  by: { agentId: row.agentId, firstName: row.firstName },
  at: new Date(Number(row.createdAtMs)).toISOString(),
  ...(row.conversationId === null ? {} : { conversationId: row.conversationId }),
  ...(row.reviewedBy === null
    ? {}
    : {
        reviewedBy: { agentId: row.reviewedBy, firstName: row.reviewedFirstName ?? '' },
        reviewedAt: new Date(Number(row.reviewedAtMs)).toISOString(),
      }),
});
