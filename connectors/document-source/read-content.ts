import type { DocumentBlock, SourcedDocument } from '../../src/ports/document-source.ts';

/** What is in a file of any format. */
export interface ReadContent extends Pick<SourcedDocument, 'fields'> {
  readonly blocks: readonly DocumentBlock[];
}
