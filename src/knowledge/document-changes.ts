import * as z from 'zod';
import { DOCUMENT_FORMATS, type DocumentFormat } from '../domain/desk/documents.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Query } from '../ports/database.ts';
import type { DocumentRow } from './document-rows.ts';

/** What somebody typed, from which a document was read. */
export interface WrittenText {
  readonly format: DocumentFormat;
  readonly text: string;
}

/** A document as it was at one time. */
export interface KeptDocument {
  readonly row: DocumentRow;
  /** Absent of what was imported. */
  readonly written?: WrittenText | undefined;
}

export interface DocumentChange {
  readonly version: number;
  readonly documentId: string;
  /** Undefined once it was removed. */
  readonly kept: KeptDocument | undefined;
  /** Undefined: an import. */
  readonly author: string | undefined;
  readonly atMs: number;
}

const keptSchema = z.object({
  row: z.object({
    documentId: z.string(),
    title: z.string(),
    language: z.string(),
    market: z.string().nullable(),
    productId: z.string().nullable(),
    url: z.string().nullable(),
    updatedAtMs: z.number(),
    passages: z.string(),
    origin: z.enum(['demo', 'import', 'desk']),
    importedAtMs: z.number(),
  }),
  written: z.object({ format: z.enum(DOCUMENT_FORMATS), text: z.string() }).optional(),
});

/** @returns The newest version of a document; undefined when it was never changed after it came. */
export async function newestChange(query: Query, documentId: string): Promise<DocumentChange | undefined> {
  const [newest] = await changesOf(query, documentId, 1);
  return newest;
}

/** Newest first. @throws {AssistantError} DATA_CORRUPT. */
export async function changesOf(query: Query, documentId: string, limit: number): Promise<DocumentChange[]> {
  const rows = await query
    .selectFrom('documentChanges')
    .selectAll()
    .where('documentId', '=', documentId)
    .orderBy('version', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toChange);
}

/** What a document was when it was last brought by an import. @throws {AssistantError} DATA_CORRUPT. */
export async function newestImport(query: Query, documentId: string): Promise<DocumentChange | undefined> {
  const row = await query
    .selectFrom('documentChanges')
    .selectAll()
    .where('documentId', '=', documentId)
    .where('author', 'is', null)
    .where('document', 'is not', null)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : toChange(row);
}

/** @throws {AssistantError} NOT_FOUND; DATA_CORRUPT. */
export async function changeOf(query: Query, documentId: string, version: number): Promise<DocumentChange> {
  const row = await query
    .selectFrom('documentChanges')
    .selectAll()
    .where('documentId', '=', documentId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (row !== undefined) return toChange(row);
  throw new AssistantError('NOT_FOUND', `There is no version ${version} of the document "${documentId}"`);
}

/**
 * Keeps what a document becomes, and, with its first change, what it was until then.
 *
 * @param change.before As it stands now; undefined: there is none.
 * @param change.after Undefined: it is removed.
 * @returns The new version.
 */
export async function recordChange(
  write: Query,
  change: {
    readonly documentId: string;
    readonly before: DocumentRow | undefined;
    readonly after: KeptDocument | undefined;
    readonly author: string | undefined;
    readonly nowMs: number;
  },
): Promise<number> {
  const { documentId, before, after, author, nowMs } = change;
  const add = async (kept: KeptDocument | undefined, by: string | undefined, changedAtMs: number) => {
    const { version } = await write
      .insertInto('documentChanges')
      .values({
        documentId,
        document: kept === undefined ? null : JSON.stringify(kept),
        author: by ?? null,
        changedAtMs,
      })
      .returning('version')
      .executeTakeFirstOrThrow();
    return version;
  };
  if (before !== undefined && (await newestChange(write, documentId)) === undefined)
    await add({ row: before }, undefined, before.importedAtMs);
  return await add(after, author, nowMs);
}

function toChange(row: {
  readonly version: number;
  readonly documentId: string;
  readonly document: string | null;
  readonly author: string | null;
  readonly changedAtMs: number;
}): DocumentChange {
  const { version, documentId, document, author } = row;
  const parsed = document === null ? undefined : keptSchema.safeParse(JSON.parse(document));
  if (parsed?.success === false)
    throw new AssistantError('DATA_CORRUPT', `Version ${version} of "${documentId}" is no document`, {
      cause: parsed.error,
    });
  return {
    version,
    documentId,
    kept: parsed?.data,
    author: author ?? undefined,
    atMs: Number(row.changedAtMs),
  };
}
