import type { AuditLog } from '../../desk/identity/audit-log.ts';
import type {
  DocumentDraft,
  DocumentFormat,
  DocumentHistory,
  DocumentList,
  DocumentView,
  ListedDocument,
  ReadDraft,
} from '../../domain/desk/documents.ts';
import type { Colleague } from '../../domain/desk/queue.ts';
import type { Language } from '../../domain/locale.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import { type Acceptance, acceptDocument } from '../../knowledge/accept-document.ts';
import {
  createDocumentBook,
  type DocumentEdit,
  type StandingDocument,
} from '../../knowledge/document-book.ts';
import { originOf, toDocument } from '../../knowledge/document-rows.ts';
import type { ShopDocument } from '../../knowledge/shop-document.ts';
import { writeMarkdown } from '../../knowledge/write-markdown.ts';
import type { Database } from '../../ports/database.ts';
import type { SourcedDocument } from '../../ports/document-source.ts';
import type { DocumentCandidate } from './as-it-would-be.ts';
import type { Publication, PublishGate } from './publish-gate.ts';

/** Who changes a document, and on what it was based. */
export interface DocumentChangeBy extends Pick<Publication, 'anyway'> {
  readonly by: Colleague;
  /** Another version that stands refuses the change. */
  readonly expectedVersion?: number | undefined;
}

/** Where the shop's own people write what questions are answered from. What they publish is asked from the next question on. */
export interface DocumentDesk {
  list(): Promise<DocumentList>;
  /** @throws {AssistantError} NOT_FOUND. */
  read(documentId: string): Promise<DocumentView>;
  /** How a draft would be read; nothing is written. */
  tryOut(draft: DocumentDraft): Promise<ReadDraft>;
  /**
   * All documents as they would be with a draft in the place of one, or without that one; nothing is written.
   *
   * @throws {AssistantError} NOT_FOUND as for `write`; DOCUMENTS_REFUSED when the draft cannot be published.
   */
  wouldBe(documentId: string, draft: DocumentDraft | undefined): Promise<DocumentCandidate>;
  /**
   * A new document has an id below `desk/`; others are those there are.
   *
   * @throws {AssistantError} NOT_FOUND; PRECONDITION_FAILED; GATE_FAILED when kept cases break by it; DOCUMENTS_REFUSED when there is nothing
   *   to answer from in it, what it tells of itself is wrong, or there are too many.
   */
  write(
    documentId: string,
    draft: DocumentDraft,
    change: DocumentChangeBy,
    signal: AbortSignal,
  ): Promise<DocumentView>;
  /** @throws {AssistantError} NOT_FOUND; PRECONDITION_FAILED; GATE_FAILED. */
  remove(documentId: string, change: DocumentChangeBy, signal: AbortSignal): Promise<void>;
  /** @throws {AssistantError} NOT_FOUND. */
  history(documentId: string): Promise<DocumentHistory>;
  /** @throws {AssistantError} NOT_FOUND; PRECONDITION_FAILED; GATE_FAILED. */
  rollBack(
    documentId: string,
    version: number,
    change: DocumentChangeBy,
    signal: AbortSignal,
  ): Promise<DocumentView>;
}

export interface DocumentDeskOptions {
  readonly database: Database;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly gate: Pick<PublishGate, 'admit'>;
  readonly clock: () => number;
  readonly limitDocuments: number;
  /** Takes a text apart. */
  readonly readWritten: (format: DocumentFormat, text: string) => Pick<SourcedDocument, 'blocks' | 'fields'>;
  /** Where a text does not tell. */
  readonly usualLanguage: () => Language;
  readonly isProduct: (productId: string) => Promise<boolean>;
  /** Has questions answered from what stands now. */
  readonly refresh: () => Promise<void>;
}

/** What is written at the desk alone. */
const OWN = /^desk\/[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u;

export function createDocumentDesk(options: DocumentDeskOptions): DocumentDesk {
  const { database, audit, gate, clock, limitDocuments, refresh } = options;
  const book = createDocumentBook(database);

  async function accept(documentId: string, draft: DocumentDraft): Promise<Acceptance> {
    const { blocks, fields } = options.readWritten(draft.format, draft.text);
    const { title, language, market, productId, url } = draft;
    const said = Object.entries({ title, language, market, product: productId, url }).flatMap(
      ([name, value]) => (value === undefined ? [] : [[name, value] as const]),
    );
    const told = { ...fields, ...Object.fromEntries(said) };
    const product = told.product?.trim();
    const isKnown = product !== undefined && (await options.isProduct(product));
    const nowMs = clock();
    return acceptDocument(
      { path: documentId, blocks, fields: told, modifiedAtMs: nowMs },
      { usualLanguage: options.usualLanguage(), isProduct: () => isKnown, nowMs },
    );
  }

  /** @throws {AssistantError} NOT_FOUND of an id that is neither there nor one of the desk. */
  async function assertPlace(documentId: string): Promise<void> {
    if (!OWN.test(documentId)) await book.read(documentId);
  }

  /** @throws {AssistantError} DOCUMENTS_REFUSED */
  async function accepted(documentId: string, draft: DocumentDraft): Promise<ShopDocument> {
    const read = await accept(documentId, draft);
    if (read.kind === 'accepted') return read.document;
    throw new AssistantError('DOCUMENTS_REFUSED', `It was not published: ${read.reason}`);
  }

  /** By id, as they stand in the shop. */
  async function candidateWith(
    documentId: string,
    document: ShopDocument | undefined,
  ): Promise<DocumentCandidate> {
    const standing = (await book.all()).map(({ row }) => toDocument(row));
    const others = standing.filter((each) => each.documentId !== documentId);
    const documents = [...others, ...(document === undefined ? [] : [document])].sort((left, right) =>
      left.documentId < right.documentId ? -1 : 1,
    );
    return { kind: 'documents', documents, standing };
  }

  /** Lets a change through the gate, and says what is written with it. */
  async function admit(
    documentId: string,
    become: ShopDocument | undefined,
    change: DocumentChangeBy,
    details: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<DocumentEdit> {
    const { by, expectedVersion } = change;
    const published = await gate.admit(await candidateWith(documentId, become), change, signal);
    const nowMs = clock();
    return {
      author: by.firstName,
      expectedVersion,
      nowMs,
      async also(write, version) {
        const told = { version: String(version), ...details };
        const entry = { actor: by.agentId, action: 'document.change', subject: documentId, details: told };
        await audit.append(write, entry, nowMs);
        await published.also(write, version);
      },
    };
  }

  const read = async (documentId: string) => toView(await book.read(documentId));

  return {
    async list() {
      const [documents, removed] = await Promise.all([book.all(), book.removed()]);
      return {
        documents: documents.map(toListed),
        removed: removed.map(({ change, was }) => ({
          documentId: change.documentId,
          title: was.title,
          ...versionOf(change),
        })),
      };
    },

    read,

    async tryOut(draft) {
      const read = await accept('desk/draft', draft);
      if (read.kind === 'rejected') return read;
      const { title, language, passages } = read.document;
      return { kind: 'accepted', title, language, passages };
    },

    async wouldBe(documentId, draft) {
      await assertPlace(documentId);
      return await candidateWith(documentId, draft && (await accepted(documentId, draft)));
    },

    async write(documentId, draft, change, signal) {
      await assertPlace(documentId);
      const document = await accepted(documentId, draft);
      const { format, text } = draft;
      const edit = await admit(documentId, document, change, {}, signal);
      await book.write(document, { format, text }, edit, { documents: limitDocuments });
      await refresh();
      return await read(documentId);
    },

    async remove(documentId, change, signal) {
      await book.read(documentId);
      await book.remove(documentId, await admit(documentId, undefined, change, { removed: 'yes' }, signal));
      await refresh();
    },

    async history(documentId) {
      const changes = await book.history(documentId);
      return {
        versions: changes.map((change) => {
          const document = change.kept && toDocument(change.kept.row);
          return {
            ...versionOf(change),
            ...(document && { title: document.title, passages: document.passages.length }),
          };
        }),
      };
    },

    async rollBack(documentId, version, change, signal) {
      const earlier = await book.earlier(documentId, version);
      const details = { putBack: String(version) };
      const edit = await admit(documentId, toDocument(earlier), change, details, signal);
      await book.rollBack(documentId, version, edit);
      await refresh();
      return await read(documentId);
    },
  };
}

const versionOf = ({ version, author, atMs }: Pick<StandingDocument, 'version' | 'author' | 'atMs'>) => ({
  version,
  ...(author !== undefined && { author }),
  at: new Date(atMs).toISOString(),
});

function toListed(standing: StandingDocument): ListedDocument {
  const { documentId, title, language, market, productId, updatedAtMs, passages } = toDocument(standing.row);
  return {
    documentId,
    title,
    language,
    ...(market !== undefined && { market }),
    ...(productId !== undefined && { productId }),
    origin: originOf(standing.row),
    updatedAt: new Date(updatedAtMs).toISOString(),
    passages: passages.length,
    ...versionOf(standing),
  };
}

function toView(standing: StandingDocument): DocumentView {
  const { passages, url } = toDocument(standing.row);
  return {
    ...toListed(standing),
    ...(url !== undefined && { url }),
    ...(standing.written ?? { format: 'markdown', text: writeMarkdown(passages) }),
    passages: passages.map(({ headings, sentences }) => ({ headings, sentences })),
  };
}
