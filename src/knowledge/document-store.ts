import type { Database, Query } from '../ports/database.ts';
import type { WriteAlong } from '../ports/published-by.ts';
import { newestChange, newestImport, recordChange } from './document-changes.ts';
import { type DocumentOrigin, type DocumentRow, isSameRow, toDocument, toRow } from './document-rows.ts';
import type { ShopDocument } from './shop-document.ts';

export interface Publication {
  readonly documents: readonly ShopDocument[];
  /** Of what stands under it, only what is in `documents` or `kept` stays; absent: nothing is removed. */
  readonly folder?: string;
  readonly kept: readonly string[];
  readonly origin: DocumentOrigin;
  readonly nowMs: number;
}

export interface PublicationChange {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** What the desk had changed or removed, and is now as it was brought. */
  readonly overDesk: readonly string[];
  /** What the desk changed or removed stays so: what was brought is what it was made of. */
  readonly leftToDesk: readonly string[];
}

export interface DocumentStore {
  /** By path. */
  all(): Promise<ShopDocument[]>;
  /**
   * Whole or not at all, in one transaction. Documents of the same path are replaced; an import removes those of the demo. The newer text
   * wins: what the desk changed is replaced by a file that changed since it was last brought, and stays where the file did not.
   * What is written at the desk alone is never removed. What was replaced or removed stays among the versions.
   *
   * @param also Is written with it, where it changes anything.
   */
  publish(publication: Publication, also?: WriteAlong): Promise<PublicationChange>;
  /** By path, as they would be with a publication; nothing is written. */
  wouldBe(publication: Publication): Promise<ShopDocument[]>;
}

/** Takes a transaction back that was run only to see what it would leave. */
class Rehearsed extends Error {}

export function createDocumentStore(database: Database): DocumentStore {
  return {
    all: () => readAll(database.query),

    publish: async (publication, also) =>
      await database.transaction(async (write) => {
        const change = await publishIn(write, publication);
        if (change.added + change.changed + change.removed > 0) await also?.(write);
        return change;
      }),

    async wouldBe(publication) {
      let documents: ShopDocument[] = [];
      const rehearsal = database.transaction(async (write) => {
        await publishIn(write, publication);
        documents = await readAll(write);
        throw new Rehearsed();
      });
      await rehearsal.catch((error: unknown) => {
        if (!(error instanceof Rehearsed)) throw error;
      });
      return documents;
    },
  };
}

async function readAll(query: Query): Promise<ShopDocument[]> {
  const rows = await query.selectFrom('documents').selectAll().orderBy('documentId').execute();
  return rows.map(toDocument);
}

async function publishIn(write: Query, publication: Publication): Promise<PublicationChange> {
  const { documents, origin, nowMs } = publication;
  const present = await write.selectFrom('documents').selectAll().execute();
  const before = new Map(present.map((row) => [row.documentId, row]));
  const rows = documents.map((document) => toRow(document, origin, nowMs));
  const [overDesk, leftToDesk]: [string[], string[]] = [[], []];
  let [added, changed] = [0, 0];
  for (const row of rows) {
    const { documentId } = row;
    const old = before.get(documentId);
    if (old !== undefined && isSameRow(old, row)) continue;
    const last = await newestChange(write, documentId);
    if (last?.author !== undefined) {
      const isUnchanged = await isAsBrought(write, row);
      (isUnchanged ? leftToDesk : overDesk).push(documentId);
      if (isUnchanged) continue;
    }
    if (old === undefined) added += 1;
    else changed += 1;
    if (old !== undefined || last !== undefined)
      await recordChange(write, {
        documentId,
        before: old,
        after: { row },
        author: undefined,
        nowMs,
      });
    await replaceRow(write, documentId, row);
  }
  const removed = removedBy(publication, present, new Set(rows.map(({ documentId }) => documentId)));
  for (const old of removed) {
    const { documentId } = old;
    if ((await newestChange(write, documentId))?.author !== undefined) overDesk.push(documentId);
    await recordChange(write, { documentId, before: old, after: undefined, author: undefined, nowMs });
    await replaceRow(write, documentId, undefined);
  }
  return { added, changed, removed: removed.length, overDesk, leftToDesk };
}

/** What stands of a document, as part of a transaction; undefined: nothing. */
export async function replaceRow(
  write: Query,
  documentId: string,
  row: DocumentRow | undefined,
): Promise<void> {
  await write.deleteFrom('documents').where('documentId', '=', documentId).execute();
  if (row !== undefined) await write.insertInto('documents').values(row).execute();
}

const removedBy = (
  { folder, kept, origin }: Publication,
  present: readonly DocumentRow[],
  brought: ReadonlySet<string>,
): DocumentRow[] =>
  present.filter(
    (row) =>
      row.origin !== 'desk' &&
      !brought.has(row.documentId) &&
      !kept.includes(row.documentId) &&
      ((folder !== undefined && row.documentId.startsWith(`${folder}/`)) ||
        (origin === 'import' && row.origin === 'demo')),
  );

/** Whether a file says what it said when it was last brought. Its date does not count: copying a file changes that. */
async function isAsBrought(write: Query, row: DocumentRow): Promise<boolean> {
  const last = (await newestImport(write, row.documentId))?.kept?.row;
  return last !== undefined && isSameRow({ ...last, updatedAtMs: row.updatedAtMs, origin: row.origin }, row);
}
