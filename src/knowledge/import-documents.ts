import { AssistantError } from '../errors/assistant-error.ts';
import type { DocumentSource } from '../ports/document-source.ts';
import type { WriteAlong } from '../ports/published-by.ts';
import { type AcceptOptions, acceptDocument } from './accept-document.ts';
import type { DocumentOrigin } from './document-rows.ts';
import type { DocumentStore, Publication, PublicationChange } from './document-store.ts';
import type { ShopDocument } from './shop-document.ts';

export interface ReadDocumentsOptions extends AcceptOptions {
  readonly source: DocumentSource;
  readonly origin: DocumentOrigin;
  /** Publishes although more than half of the files are faulty. */
  readonly force?: boolean;
  readonly signal: AbortSignal;
}

/** What was read, and is not published yet. */
export interface DocumentsRead {
  readonly publication: Publication;
  readonly skipped: readonly string[];
  readonly rejected: DocumentsReport['rejected'];
}

export interface DocumentsReport extends PublicationChange {
  readonly documents: number;
  readonly passages: number;
  readonly languages: readonly string[];
  /** Files that are no documents by their name. */
  readonly skipped: readonly string[];
  /** An earlier version of one that is faulty now stays in force. */
  readonly rejected: readonly { readonly path: string; readonly reason: string }[];
}

/**
 * Reads all that is to be published: a folder takes the place of what was imported from a folder of its name; a file is added, or takes
 * the place of the one of its path.
 *
 * @throws {AssistantError} DOCUMENTS_REFUSED when there is no document, or, without `force`, more than half of the files are faulty.
 */
export async function readDocuments(options: ReadDocumentsOptions): Promise<DocumentsRead> {
  const { source, origin, nowMs, signal } = options;
  const documents: ShopDocument[] = [];
  const rejected: { path: string; reason: string }[] = [];
  const skipped: string[] = [];
  for await (const reading of source.read(signal)) {
    if (reading.kind === 'skipped') skipped.push(reading.path);
    else if (reading.kind === 'rejected') rejected.push({ path: reading.path, reason: reading.reason });
    else {
      const accepted = acceptDocument(reading.document, options);
      if (accepted.kind === 'accepted') documents.push(accepted.document);
      else rejected.push({ path: reading.document.path, reason: accepted.reason });
    }
  }
  if (documents.length === 0 || (rejected.length > documents.length && options.force !== true))
    throw refused(documents.length, rejected);
  const kept = rejected.map(({ path }) => path);
  const folder = source.isWhole ? { folder: source.folder } : {};
  return { publication: { documents, kept, origin, nowMs, ...folder }, skipped, rejected };
}

/** Whole or not at all. @param also Is written with it. */
export async function publishDocuments(
  store: Pick<DocumentStore, 'publish'>,
  { publication, skipped, rejected }: DocumentsRead,
  also?: WriteAlong,
): Promise<DocumentsReport> {
  const { documents } = publication;
  return {
    ...(await store.publish(publication, also)),
    documents: documents.length,
    passages: documents.reduce((sum, { passages }) => sum + passages.length, 0),
    languages: [...new Set(documents.map(({ language }) => language))].sort(),
    skipped,
    rejected,
  };
}

/** Reads and publishes in one. */
export const importDocuments = async ({
  store,
  ...options
}: ReadDocumentsOptions & { readonly store: DocumentStore }): Promise<DocumentsReport> =>
  await publishDocuments(store, await readDocuments(options));

function refused(accepted: number, rejected: readonly { path: string; reason: string }[]): AssistantError {
  const [first] = rejected;
  const why =
    first === undefined ? 'no file is Markdown, HTML, text or PDF' : `${first.path}: ${first.reason}`;
  return new AssistantError(
    'DOCUMENTS_REFUSED',
    accepted === 0
      ? `There is no document to publish (${why})`
      : `${rejected.length} of ${accepted + rejected.length} documents are faulty (${why}); mend them, or publish the others with --force`,
    { details: { rejected } },
  );
}
