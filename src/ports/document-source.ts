/** A piece of a document as its format tells it; the text is as written, not yet cleaned. */
export type DocumentBlock =
  /** `level` in [1, 6]; 1 is the widest. */
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** One entry of a list. */
  | { readonly kind: 'item'; readonly text: string }
  /** One row of a table; `heads` are those of its columns, fewer or none when the table names none. */
  | { readonly kind: 'row'; readonly cells: readonly string[]; readonly heads: readonly string[] };

/** A document as it was read, before anything of it is believed. */
export interface SourcedDocument {
  /** Of the place it was read from, parts joined by "/": the same document has the same path in the next import. */
  readonly path: string;
  readonly blocks: readonly DocumentBlock[];
  /** What the document tells of itself: `title`, `language`, `market`, `product`, `url`, `updated`. Keys in lower case. */
  readonly fields: Readonly<Record<string, string>>;
  /** Of the file, epoch milliseconds. */
  readonly modifiedAtMs: number;
}

export type DocumentReading =
  | { readonly kind: 'document'; readonly document: SourcedDocument }
  /** Could not be read; `reason` is one sentence that says why. */
  | { readonly kind: 'rejected'; readonly path: string; readonly reason: string }
  /** No document by its name ("logo.png"). */
  | { readonly kind: 'skipped'; readonly path: string };

/** Where documents of the shop come from: a file, a folder. */
export interface DocumentSource {
  /** Paths begin with it; the whole of a folder is read, so that what is not in it any more is gone. */
  readonly folder: string;
  readonly isWhole: boolean;
  /** In order of path. */
  read(signal: AbortSignal): AsyncIterable<DocumentReading>;
}
