import type { Correction } from '../domain/desk/draft.ts';
import type { Colleague } from '../domain/desk/queue.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Database, Query } from '../ports/database.ts';
import type { DeskTables } from '../ports/desk-tables.ts';

export interface CorrectionsAsked {
  /** Those made after this one; an unknown id is before all. */
  readonly after?: string;
  /** Also what a lead took back. */
  readonly includeUndone?: boolean;
  /** All when absent. */
  readonly limit?: number;
}

/** What agents changed of lists. A correction stays when its conversation is forgotten, without what was said in it. */
export interface CorrectionBook {
  /** As part of the transaction that carries it out. */
  write(write: Query, correction: Omit<Correction, 'undone'>): Promise<void>;
  /** Oldest first, also those that were undone. */
  ofConversation(conversationId: string): Promise<readonly Correction[]>;
  /** Oldest first, ties by id. */
  all(asked?: CorrectionsAsked): Promise<readonly Correction[]>;
  /** @throws {AssistantError} NOT_FOUND */
  one(correctionId: string): Promise<Correction>;
  /**
   * Nothing is learned from it any more. Again is nothing new.
   *
   * @param write Of the transaction that it is part of.
   * @throws {AssistantError} NOT_FOUND
   */
  undo(write: Query, correctionId: string, by: Colleague & { readonly atMs: number }): Promise<Correction>;
}

export function createCorrectionBook({ query }: Pick<Database, 'query'>): CorrectionBook {
  return {
    async write(write, correction) {
      await write
        .insertInto('corrections')
        .values({ ...toRow(correction), undoneAtMs: null, undoneBy: null, undoneFirstName: null })
        .execute();
    },

    async ofConversation(conversationId) {
      const rows = await query
        .selectFrom('corrections')
        .selectAll()
        .where('conversationId', '=', conversationId)
        .orderBy('createdAtMs')
        .orderBy('correctionId')
        .execute();
      return rows.map(toCorrection);
    },

    async all({ after, includeUndone = false, limit } = {}) {
      const last = after === undefined ? undefined : await rowOf(query, after);
      const rows = await query
        .selectFrom('corrections')
        .selectAll()
        .$if(!includeUndone, (rows) => rows.where('undoneAtMs', 'is', null))
        .$if(last !== undefined, (rows) =>
          rows.where(({ or, and, eb }) =>
            or([
              eb('createdAtMs', '>', last?.createdAtMs ?? 0),
              and([
                eb('createdAtMs', '=', last?.createdAtMs ?? 0),
                eb('correctionId', '>', last?.correctionId ?? ''),
              ]),
            ]),
          ),
        )
        .orderBy('createdAtMs')
        .orderBy('correctionId')
        .$if(limit !== undefined, (rows) => rows.limit(limit ?? 0))
        .execute();
      return rows.map(toCorrection);
    },

    one: (correctionId) => readOne(query, correctionId),

    async undo(write, correctionId, { agentId, firstName, atMs }) {
      await write
        .updateTable('corrections')
        .set({ undoneAtMs: atMs, undoneBy: agentId, undoneFirstName: firstName })
        .where('correctionId', '=', correctionId)
        .where('undoneAtMs', 'is', null)
        .execute();
      return await readOne(write, correctionId);
    },
  };
}

type Row = DeskTables['corrections'];

const rowOf = (query: Query, correctionId: string): Promise<Row | undefined> =>
  query.selectFrom('corrections').selectAll().where('correctionId', '=', correctionId).executeTakeFirst();

async function readOne(query: Query, correctionId: string): Promise<Correction> {
  const row = await rowOf(query, correctionId);
  if (row === undefined) throw new AssistantError('NOT_FOUND', 'There is no such correction');
  return toCorrection(row);
}

const toRow = (correction: Omit<Correction, 'undone'>) => ({
  correctionId: correction.correctionId,
  conversationId: correction.conversationId ?? null,
  messageId: correction.messageId,
  agentId: correction.by.agentId,
  firstName: correction.by.firstName,
  reason: correction.reason ?? null,
  wants: correction.wants,
  scope: JSON.stringify(correction.scope),
  proposed: JSON.stringify(correction.proposed),
  listed: correction.listed,
  chosen: JSON.stringify(correction.chosen),
  banned: JSON.stringify(correction.banned),
  createdAtMs: Date.parse(correction.at),
});

function toCorrection(row: Row): Correction {
  const { undoneAtMs, undoneBy, undoneFirstName } = row;
  return {
    correctionId: row.correctionId,
    ...(row.conversationId === null ? {} : { conversationId: row.conversationId }),
    messageId: row.messageId,
    by: { agentId: row.agentId, firstName: row.firstName },
    at: new Date(Number(row.createdAtMs)).toISOString(),
    ...(row.reason === null ? {} : { reason: row.reason }),
    wants: row.wants,
    scope: JSON.parse(row.scope) as string[],
    proposed: JSON.parse(row.proposed) as Correction['proposed'],
    listed: row.listed,
    chosen: JSON.parse(row.chosen) as string[],
    banned: JSON.parse(row.banned) as string[],
    ...(undoneAtMs === null || undoneBy === null
      ? {}
      : {
          undone: {
            by: { agentId: undoneBy, firstName: undoneFirstName ?? '' },
            at: new Date(Number(undoneAtMs)).toISOString(),
          },
        }),
  };
}
