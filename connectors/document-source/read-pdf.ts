import type { ReadContent } from './read-content.ts';
import { readPlainText } from './read-plain-text.ts';

const MOST_PAGES = 500;

/**
 * The text layer of a PDF, by lines and paragraphs; pictures of text are not read. The library is loaded with the first PDF.
 *
 * @throws {Error} of the library for a damaged or encrypted file; the caller reports it by name.
 */
export async function readPdf(bytes: Uint8Array): Promise<ReadContent> {
  const { extractText, getDocumentProxy, getMeta } = await import('unpdf');
  // The library takes what it is given for its own.
  const document = await getDocumentProxy(Uint8Array.from(bytes));
  try {
    if (document.numPages > MOST_PAGES) return { fields: {}, blocks: [] };
    const { text } = await extractText(document, { mergePages: false });
    const { info } = await getMeta(document);
    const title: unknown = info.Title;
    const { blocks } = readPlainText(text.join('\n\n'));
    return { fields: typeof title === 'string' && title.trim() !== '' ? { title } : {}, blocks };
  } finally {
    await document.destroy();
  }
}
