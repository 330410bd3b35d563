import type { ReadContent } from './read-content.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPlainText } from './read-plain-text.ts';

const READERS = { markdown: readMarkdown, plain: readPlainText, html: readHtml } as const;

/** What somebody typed, as a file of its format would be read. */
export const readWritten = (format: keyof typeof READERS, text: string): ReadContent =>
  READERS[format](text.replace(/\r\n?/g, '\n'));
