import * as z from 'zod';
import type { Database } from '../ports/database.ts';
import type { Tables } from '../ports/database-tables.ts';
import type { ShopDocument } from './shop-document.ts';

/** `demo` documents go when the shop brings its own. */
export type DocumentOrigin = 'demo' | 'import';

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
}

export interface DocumentStore {
  /** By path. */
  all(): Promise<ShopDocument[]>;
  /** Whole or not at all, in one transaction. Documents of the same path are replaced; an import removes those of the demo. */
  publish(publication: Publication): Promise<PublicationChange>;
}

const passagesSchema = z.array(
  z.object({
    headings: z.array(z.string()),
    sentences: z.array(z.string()),
    rows: z.array(z.number()).optional(),
  }),
);

export function createDocumentStore(database: Database): DocumentStore {
  return {
    async all() {
      const rows = await database.query.selectFrom('documents').selectAll().orderBy('documentId').execute();
      return rows.map(({ market, productId, url, passages, origin: _, importedAtMs: __, ...row }) => ({
        ...row,
        ...(market === null ? {} : { market }),
        ...(productId === null ? {} : { productId }),
        ...(url === null ? {} : { url }),
        passages: passagesSchema.parse(JSON.parse(passages)),
      }));
    },
    publish: async ({ documents, folder, kept, origin, nowMs }) =>
      await database.transaction(async (write) => {
        const present = await write.selectFrom('documents').selectAll().execute();
        const before = new Map(present.map((row) => [row.documentId, row]));
        const rows = documents.map((document) => toRow(document, origin, nowMs));
        const staying = new Set([...rows.map(({ documentId }) => documentId), ...kept]);
        const removed = present.filter(
          (row) =>
            !staying.has(row.documentId) &&
            ((folder !== undefined && row.documentId.startsWith(`${folder}/`)) ||
              (origin === 'import' && row.origin === 'demo')),
        );
        for (const { documentId } of removed)
          await write.deleteFrom('documents').where('documentId', '=', documentId).execute();
        let [added, changed] = [0, 0];
        for (const row of rows) {
          const old = before.get(row.documentId);
          if (old === undefined) added += 1;
          else if (!isSame(old, row)) changed += 1;
          else continue;
          await write.deleteFrom('documents').where('documentId', '=', row.documentId).execute();
          await write.insertInto('documents').values(row).execute();
        }
        return { added, changed, removed: removed.length };
      }),
  };
}

const toRow = (document: ShopDocument, origin: DocumentOrigin, nowMs: number): Tables['documents'] => ({
  documentId: document.documentId,
  title: document.title,
  language: document.language,
  market: document.market ?? null,
  productId: document.productId ?? null,
  url: document.url ?? null,
  updatedAtMs: document.updatedAtMs,
  passages: JSON.stringify(document.passages),
  origin,
  importedAtMs: nowMs,
});

type Row = Tables['documents'];

const isSame = ({ importedAtMs: _, ...old }: Row, { importedAtMs: __, ...row }: Row): boolean =>
  Object.entries(row).every(([column, value]) =>
    Object.entries(old).some(([name, was]) => name === column && was === value),
  );
