import { fileURLToPath } from 'node:url';
import { openDocumentSource } from '../../connectors/document-source/open-document-source.ts';
import { createDocumentStore } from '../knowledge/document-store.ts';
import { importDocuments } from '../knowledge/import-documents.ts';
import type { Database } from '../ports/database.ts';

const FOLDER = new URL('../demo/documents', import.meta.url);

/** The texts of the demo shop, through the same import as those of a real one, whose first import removes them. */
export async function makeDemoDocuments(options: {
  readonly database: Database;
  readonly nowMs: number;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { database, ...rest } = options;
  await importDocuments({
    ...rest,
    source: await openDocumentSource(fileURLToPath(FOLDER), { maxBytes: 1_000_000, maxDocuments: 100 }),
    store: createDocumentStore(database),
    origin: 'demo',
    usualLanguage: 'en',
    isProduct: () => false,
  });
}
