import { AssistantError } from '../errors/assistant-error.ts';
import type { Database, Query } from '../ports/database.ts';
import type { PublishedBy } from '../ports/published-by.ts';
import {
  changeOf,
  changesOf,
  type DocumentChange,
  type KeptDocument,
  newestChange,
  recordChange,
  type WrittenText,
} from './document-changes.ts';
import { type DocumentRow, originOf, toRow } from './document-rows.ts';
import { replaceRow } from './document-store.ts';
import type { ShopDocument } from './shop-document.ts';

/** A document that stands, and when it became so. */
export interface StandingDocument extends KeptDocument {
  /** 0: as it came. */
  readonly version: number;
  readonly author: string | undefined;
  readonly atMs: number;
}

/** Who changes a document, and what is written with it. */
export interface DocumentEdit extends PublishedBy {
  /** The version it was made on; another one refuses it. Absent: whatever stands is replaced. */
  readonly expectedVersion?: number | undefined;
  readonly nowMs: number;
}

/** The shop's documents as people change them one by one, in versions that are all kept. */
export interface DocumentBook {
  /** By id. */
  all(): Promise<readonly StandingDocument[]>;
  /** Newest first: the last version of each document that is gone, and what it was before. */
  removed(): Promise<readonly { readonly change: DocumentChange; readonly was: DocumentRow }[]>;
  /** @throws {AssistantError} NOT_FOUND; DATA_CORRUPT. */
  read(documentId: string): Promise<StandingDocument>;
  /** Newest first, at most 100. @throws {AssistantError} NOT_FOUND of a document that there never was. */
  history(documentId: string): Promise<readonly DocumentChange[]>;
  /**
   * @param limits.documents Most that may stand.
   * @throws {AssistantError} PRECONDITION_FAILED, with what stands in its details; DOCUMENTS_REFUSED for one too many.
   */
  write(
    document: ShopDocument,
    written: WrittenText,
    edit: DocumentEdit,
    limits: { readonly documents: number },
  ): Promise<void>;
  /** @throws {AssistantError} NOT_FOUND; PRECONDITION_FAILED. */
  remove(documentId: string, edit: DocumentEdit): Promise<void>;
  /** A document as it was. @throws {AssistantError} NOT_FOUND of a version there is not, or in which it was removed. */
  earlier(documentId: string, version: number): Promise<DocumentRow>;
  /** Writes an earlier version again, as a new one. @throws {AssistantError} NOT_FOUND; PRECONDITION_FAILED. */
  rollBack(documentId: string, version: number, edit: DocumentEdit): Promise<void>;
}

const MOST_TOLD = 100;

export function createDocumentBook(database: Database): DocumentBook {
  /** In one transaction: what it was, what it is, and what else is written with it. */
  const change = async (
    documentId: string,
    edit: DocumentEdit,
    become: (write: Query, before: DocumentRow | undefined) => Promise<KeptDocument | undefined>,
  ): Promise<void> =>
    await database.transaction(async (write) => {
      const before = await rowOf(write, documentId);
      const version = (await newestChange(write, documentId))?.version ?? 0;
      assertVersion(documentId, version, edit.expectedVersion, before);
      const after = await become(write, before);
      const { author, nowMs } = edit;
      const made = await recordChange(write, { documentId, before, after, author, nowMs });
      await replaceRow(write, documentId, after?.row);
      await edit.also(write, made);
    });

  return {
    async all() {
      const rows = await database.query.selectFrom('documents').selectAll().orderBy('documentId').execute();
      const newest = await newestOfAll(database.query);
      return rows.map((row) => ({ row, ...madeBy(row, newest.get(row.documentId)) }));
    },

    async removed() {
      const gone = [...(await newestOfAll(database.query)).values()].filter(({ isRemoved }) => isRemoved);
      const told = gone.toSorted((a, b) => b.version - a.version).slice(0, MOST_TOLD);
      return await Promise.all(
        told.map(async ({ documentId }) => {
          const [last, ...earlier] = await changesOf(database.query, documentId, MOST_TOLD);
          const was = earlier.find(({ kept }) => kept !== undefined)?.kept?.row;
          if (last !== undefined && was !== undefined) return { change: last, was };
          throw new AssistantError('DATA_CORRUPT', `Nothing tells what "${documentId}" was`);
        }),
      );
    },

    async read(documentId) {
      const row = await rowOf(database.query, documentId);
      if (row === undefined) throw notThere(documentId);
      const newest = await newestChange(database.query, documentId);
      return {
        row,
        written: newest?.kept?.written,
        ...madeBy(row, newest),
      };
    },

    async history(documentId) {
      const changes = await changesOf(database.query, documentId, MOST_TOLD);
      if (changes.length > 0) return changes;
      const row = await rowOf(database.query, documentId);
      if (row === undefined) throw notThere(documentId);
      return [{ documentId, kept: { row }, ...madeBy(row, undefined) }];
    },

    write: (document, written, edit, limits) =>
      change(document.documentId, edit, async (write, before) => {
        if (before === undefined) await assertRoom(write, limits.documents);
        const origin = before === undefined || originOf(before) === 'demo' ? 'desk' : originOf(before);
        return { row: toRow(document, origin, edit.nowMs), written };
      }),

    remove: (documentId, edit) =>
      change(documentId, edit, async (_write, before) => {
        if (before === undefined) throw notThere(documentId);
        return undefined;
      }),

    earlier: async (documentId, version) => (await keptIn(database.query, documentId, version)).row,

    rollBack: (documentId, version, edit) =>
      change(documentId, edit, (write) => keptIn(write, documentId, version)),
  };
}

const rowOf = (query: Query, documentId: string): Promise<DocumentRow | undefined> =>
  query.selectFrom('documents').selectAll().where('documentId', '=', documentId).executeTakeFirst();

async function keptIn(query: Query, documentId: string, version: number): Promise<KeptDocument> {
  const { kept } = await changeOf(query, documentId, version);
  if (kept !== undefined) return kept;
  throw new AssistantError('NOT_FOUND', `In version ${version} "${documentId}" was removed`);
}

interface Newest {
  readonly documentId: string;
  readonly version: number;
  readonly author: string | undefined;
  readonly atMs: number;
  readonly isRemoved: boolean;
}

/** Without the texts. */
async function newestOfAll(query: Query): Promise<ReadonlyMap<string, Newest>> {
  const rows = await query
    .selectFrom('documentChanges')
    .select(({ eb }) => [
      'documentId',
      'version',
      'author',
      'changedAtMs',
      eb('document', 'is', null).as('isRemoved'),
    ])
    .orderBy('version')
    .execute();
  return new Map(
    rows.map(({ documentId, version, author, changedAtMs, isRemoved }) => [
      documentId,
      {
        documentId,
        version,
        author: author ?? undefined,
        atMs: Number(changedAtMs),
        isRemoved: Boolean(isRemoved),
      },
    ]),
  );
}

const madeBy = (
  row: DocumentRow,
  newest: Pick<Newest, 'version' | 'author' | 'atMs'> | undefined,
): Pick<Newest, 'version' | 'author' | 'atMs'> =>
  newest === undefined
    ? { version: 0, author: undefined, atMs: Number(row.importedAtMs) }
    : { version: newest.version, author: newest.author, atMs: newest.atMs };

function assertVersion(
  documentId: string,
  version: number,
  expectedVersion: number | undefined,
  before: DocumentRow | undefined,
): void {
  if (expectedVersion === undefined || expectedVersion === version) return;
  throw new AssistantError(
    'PRECONDITION_FAILED',
    `Version ${version} of "${documentId}" stands, not ${expectedVersion}: read it, and make the change on it`,
    { details: { documentId, expectedVersion, current: { documentId, version, title: before?.title } } },
  );
}

async function assertRoom(write: Query, limit: number): Promise<void> {
  const { documents } = await write
    .selectFrom('documents')
    .select(({ fn }) => fn.countAll<number>().as('documents'))
    .executeTakeFirstOrThrow();
  if (Number(documents) < limit) return;
  throw new AssistantError(
    'DOCUMENTS_REFUSED',
    `There are ${documents} documents already; raise FLOORWALKER_LIMIT_DOCUMENTS or remove one`,
  );
}

const notThere = (documentId: string): AssistantError =>
  new AssistantError('NOT_FOUND', `There is no document "${documentId}"`);
