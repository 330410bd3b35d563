import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import type { DocumentReading, DocumentSource } from '../../src/ports/document-source.ts';
import type { ReadContent } from './read-content.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPdf } from './read-pdf.ts';
import { readPlainText } from './read-plain-text.ts';

export interface DocumentLimits {
  /** Of one file. */
  readonly maxBytes: number;
  /** Files read in one import. */
  readonly maxDocuments: number;
}

type Reader = (bytes: Uint8Array) => ReadContent | Promise<ReadContent>;

const asText =
  (read: (text: string) => ReadContent): Reader =>
  (bytes) =>
    read(decode(bytes).replace(/\r\n?/g, '\n'));

const READERS: Readonly<Record<string, Reader>> = {
  '.md': asText(readMarkdown),
  '.markdown': asText(readMarkdown),
  '.html': asText(readHtml),
  '.htm': asText(readHtml),
  '.txt': asText(readPlainText),
  '.pdf': readPdf,
};

const MOST_FOLDERS_DEEP = 10;

/**
 * A file of the shop's texts or a folder of them: Markdown, HTML, plain text and PDF, told by the ending of the name. Symbolic links
 * are refused, as is what lies outside of the folder. Hidden files and folders are no documents.
 *
 * @throws {AssistantError} INVALID_ARGUMENT when there is no such file or folder, or it is a link; DOCUMENTS_REFUSED, while
 *   reading, for more files than are allowed.
 */
export async function openDocumentSource(path: string, limits: DocumentLimits): Promise<DocumentSource> {
  const place = resolve(path);
  const found = await lstat(place).catch((cause: unknown) => {
    throw new AssistantError('INVALID_ARGUMENT', `There is no file or folder ${path}`, { cause });
  });
  if (found.isSymbolicLink())
    throw new AssistantError('INVALID_ARGUMENT', `${path} is a symbolic link; name what it points at`);
  const root = found.isDirectory() ? place : dirname(place);
  const folder = basename(root);
  const realRoot = await realpath(root);
  return {
    folder,
    isWhole: found.isDirectory(),
    async *read(signal) {
      const files = found.isDirectory() ? await filesIn(root) : [{ path: place, isLink: false }];
      const named = files.map((file) => ({
        ...file,
        name: [folder, ...relative(root, file.path).split(sep)].join('/'),
      }));
      if (named.filter((file) => isDocument(file.path)).length > limits.maxDocuments)
        throw new AssistantError(
          'DOCUMENTS_REFUSED',
          `${path} holds more than ${limits.maxDocuments} documents; raise FLOORWALKER_LIMIT_DOCUMENTS or name a smaller folder`,
        );
      for (const file of named) {
        signal.throwIfAborted();
        yield await readOne(file, realRoot, limits);
      }
    },
  };
}

const isDocument = (path: string): boolean => Object.hasOwn(READERS, extname(path).toLowerCase());

interface FoundFile {
  readonly path: string;
  readonly isLink: boolean;
}

/** In order of path; what is hidden is left out. */
async function filesIn(folder: string, depth = 0): Promise<FoundFile[]> {
  if (depth > MOST_FOLDERS_DEEP) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  const sorted = entries
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const files: FoundFile[] = [];
  for (const entry of sorted) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(await filesIn(path, depth + 1)));
    else files.push({ path, isLink: !entry.isFile() });
  }
  return files;
}

async function readOne(
  file: FoundFile & { readonly name: string },
  realRoot: string,
  { maxBytes }: DocumentLimits,
): Promise<DocumentReading> {
  const { name } = file;
  const rejected = (reason: string): DocumentReading => ({ kind: 'rejected', path: name, reason });
  if (file.isLink) return rejected('it is a symbolic link or no ordinary file');
  const read = READERS[extname(file.path).toLowerCase()];
  if (read === undefined) return { kind: 'skipped', path: name };
  try {
    if (!(await realpath(file.path)).startsWith(realRoot + sep))
      return rejected('it lies outside of the folder');
    const { size, mtimeMs } = await lstat(file.path);
    if (size > maxBytes)
      return rejected(`it has ${size} bytes, more than ${maxBytes} (FLOORWALKER_LIMIT_DOCUMENT_BYTES)`);
    const content = await read(await readFile(file.path));
    return { kind: 'document', document: { path: name, modifiedAtMs: Math.floor(mtimeMs), ...content } };
  } catch (error) {
    return rejected(`it cannot be read: ${error instanceof Error ? error.message : 'unknown fault'}`);
  }
}

/** UTF-8; with a byte order mark also UTF-16. @throws {TypeError} for bytes that are no such text. */
function decode(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  if (text.includes('\0')) throw new AssistantError('INVALID_ARGUMENT', 'it is no text');
  return text;
}
