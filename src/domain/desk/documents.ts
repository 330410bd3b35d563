export const DOCUMENT_FORMATS = ['markdown', 'plain', 'html'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** A text of the shop as somebody writes it at the desk. */
export interface DocumentDraft {
  readonly format: DocumentFormat;
  readonly text: string;
  /** Absent: as the text says itself, or its first heading. */
  readonly title?: string | undefined;
  /** BCP 47; absent: as the text says, or is written in. */
  readonly language?: string | undefined;
  /** ISO 3166-1 alpha-2; absent: every market. */
  readonly market?: string | undefined;
  /** The product it is about; absent: the shop. */
  readonly productId?: string | undefined;
  readonly url?: string | undefined;
}

/** A piece of a document that answers by itself. */
export interface DocumentPassage {
  readonly headings: readonly string[];
  readonly sentences: readonly string[];
}

/** How a draft is read: what questions are answered from, or why it cannot be published. */
export type ReadDraft =
  | {
      readonly kind: 'accepted';
      readonly title: string;
      readonly language: string;
      readonly passages: readonly DocumentPassage[];
    }
  | { readonly kind: 'rejected'; readonly reason: string };

/** One version of a document: 0 is what was imported and never changed since. */
interface VersionOfDocument {
  readonly version: number;
  /** Who of the shop wrote it, and when (ISO 8601); nobody: an import. */
  readonly author?: string | undefined;
  readonly at: string;
}

export interface ListedDocument extends VersionOfDocument {
  readonly documentId: string;
  readonly title: string;
  readonly language: string;
  readonly market?: string | undefined;
  readonly productId?: string | undefined;
  /** What it goes with: the demo shop, an import, or nothing but the desk. */
  readonly origin: 'demo' | 'import' | 'desk';
  /** As it says itself, ISO 8601. */
  readonly updatedAt: string;
  readonly passages: number;
}

export interface DocumentList {
  /** By id. */
  readonly documents: readonly ListedDocument[];
  /** What is gone and can be put back, the newest first. */
  readonly removed: readonly (VersionOfDocument & { readonly documentId: string; readonly title: string })[];
}

export interface DocumentView extends Omit<ListedDocument, 'passages'> {
  readonly url?: string | undefined;
  readonly format: DocumentFormat;
  /** As it was written at the desk; of an imported one, what was read of it, as Markdown. */
  readonly text: string;
  readonly passages: readonly DocumentPassage[];
}

/** Newest first. */
export interface DocumentHistory {
  readonly versions: readonly (VersionOfDocument & {
    /** Absent: it was removed. */
    readonly title?: string | undefined;
    readonly passages?: number | undefined;
  })[];
}
