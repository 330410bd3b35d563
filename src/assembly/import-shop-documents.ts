import { openDocumentSource } from '../../connectors/document-source/open-document-source.ts';
import { createCatalogueStore } from '../catalog/catalogue-store.ts';
import type { DocumentCandidate } from '../chat/desk/as-it-would-be.ts';
import type { Settings } from '../config/config.ts';
import type { Language } from '../domain/locale.ts';
import { createDocumentStore } from '../knowledge/document-store.ts';
import {
  type DocumentsRead,
  type DocumentsReport,
  publishDocuments,
  readDocuments,
} from '../knowledge/import-documents.ts';
import type { Database } from '../ports/database.ts';
import type { WriteAlong } from '../ports/published-by.ts';

export type { DocumentsRead, DocumentsReport };

export interface ShopDocumentsOptions {
  readonly database: Database;
  /** A file or a folder. */
  readonly path: string;
  readonly settings: Pick<Settings, 'LIMIT_DOCUMENTS' | 'LIMIT_DOCUMENT_BYTES'>;
  readonly language?: Language;
  readonly market?: string;
  readonly force: boolean;
  readonly nowMs: number;
  readonly signal: AbortSignal;
}

const USUAL_LANGUAGE: Language = 'en';

/** Reads and publishes in one, past every gate: for shops that are made to be measured. */
export const importShopDocuments = async (options: ShopDocumentsOptions): Promise<DocumentsReport> =>
  await publishDocuments(createDocumentStore(options.database), await readShopDocuments(options));

/** Documents for the shop of a database: the first language of its first market is the usual one. */
export async function readShopDocuments(options: ShopDocumentsOptions): Promise<DocumentsRead> {
  const { database, path, settings, ...rest } = options;
  const source = await openDocumentSource(path, {
    maxBytes: settings.LIMIT_DOCUMENT_BYTES,
    maxDocuments: settings.LIMIT_DOCUMENTS,
  });
  const catalogue = createCatalogueStore(database);
  const [market] = await catalogue.markets();
  const productIds = new Set<string>();
  for await (const { productId } of catalogue.all()) productIds.add(productId);
  return await readDocuments({
    ...rest,
    source,
    origin: 'import',
    usualLanguage: market?.languages[0] ?? USUAL_LANGUAGE,
    isProduct: (id) => productIds.has(id),
  });
}

/** All documents as they would be with what was read, and as they are. */
export async function shopDocumentsWith(
  database: Database,
  { publication }: DocumentsRead,
): Promise<DocumentCandidate> {
  const store = createDocumentStore(database);
  return { kind: 'documents', documents: await store.wouldBe(publication), standing: await store.all() };
}

/** @param also Is written with it, where it changes anything. */
export const publishShopDocuments = async (
  database: Database,
  read: DocumentsRead,
  also: WriteAlong,
): Promise<DocumentsReport> => await publishDocuments(createDocumentStore(database), read, also);
