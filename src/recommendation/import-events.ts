import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { AssistantError } from '../errors/assistant-error.ts';
import type { Database } from '../ports/database.ts';
import { recordEvents } from './record-events.ts';

export interface ImportEventsOptions {
  readonly database: Pick<Database, 'transaction'>;
  /** JSON lines, UTF-8, plain or gzip (told by its first bytes). */
  readonly file: string;
  readonly isKnownProduct: (productId: string) => boolean | Promise<boolean>;
  readonly clock: () => number;
  /** The shop vouches that every shopper in the file allowed personalization; else each event must say so itself. */
  readonly consented?: boolean;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Hears every rejected line, also those that the report no longer lists. */
  readonly onRejected?: (rejected: RejectedLine) => void;
  readonly signal?: AbortSignal;
}

interface ImportProgress {
  readonly lines: number;
  readonly readBytes: number;
  readonly totalBytes: number;
}

interface RejectedLine {
  /** 1-based. */
  readonly line: number;
  readonly reason: string;
}

export interface ImportEventsReport {
  /** Lines that hold something. */
  readonly events: number;
  readonly accepted: number;
  /** Interactions stored for the first time. */
  readonly interactions: number;
  readonly rejectedTotal: number;
  /** The first 10,000. */
  readonly rejected: readonly RejectedLine[];
}

const BATCH_LINES = 500;
const LONGEST_LINE_CHARACTERS = 1_000_000;
const REJECTED_LISTED = 10_000;

/**
 * Streams a file of events in; memory does not grow with its length. A bad line is reported and never drops its
 * neighbours. Committed in batches of 500 lines: after a cut, importing the same file again completes it.
 *
 * @throws {AssistantError} NOT_FOUND when there is no such file, VALIDATION_FAILED when it is not readable to its end.
 */
export async function importEvents(options: ImportEventsOptions): Promise<ImportEventsReport> {
  const report = {
    events: 0,
    accepted: 0,
    interactions: 0,
    rejectedTotal: 0,
    rejected: [] as RejectedLine[],
  };
  const reject = (rejected: RejectedLine): void => {
    report.rejectedTotal += 1;
    if (report.rejected.length < REJECTED_LISTED) report.rejected.push(rejected);
    options.onRejected?.(rejected);
  };
  const source = await openLines(options.file);
  let batch: NumberedLine[] = [];
  const flush = async (): Promise<void> => {
    const decoded = batch.flatMap((line) => decodeLine(line, reject));
    report.events += batch.length;
    batch = [];
    const receipt = await recordEvents({
      ...options,
      identified: true,
      batch: decoded.map(({ value }) => value),
      caller: {},
    });
    report.accepted += receipt.accepted;
    report.interactions += receipt.interactions.length;
    for (const { index, reason } of receipt.rejected) reject({ line: decoded[index]?.line ?? 0, reason });
  };
  for await (const line of source.lines) {
    options.signal?.throwIfAborted();
    if (line.text.trim() !== '') batch.push(line);
    if (batch.length < BATCH_LINES) continue;
    await flush();
    options.onProgress?.({ lines: line.line, ...source.progress() });
  }
  await flush();
  return report;
}

interface NumberedLine {
  readonly line: number;
  readonly text: string;
}

function decodeLine(
  { line, text }: NumberedLine,
  reject: (rejected: RejectedLine) => void,
): { readonly line: number; readonly value: unknown }[] {
  if (text.length > LONGEST_LINE_CHARACTERS) {
    reject({ line, reason: `A line may have at most ${LONGEST_LINE_CHARACTERS} characters` });
    return [];
  }
  try {
    return [{ line, value: JSON.parse(text) as unknown }];
  } catch {
    reject({ line, reason: 'The line is not valid JSON' });
    return [];
  }
}

async function openLines(file: string) {
  const totalBytes = await sizeOf(file);
  const raw = createReadStream(file);
  // A failure of either stream ends the other, and reaches whoever reads the lines.
  const bytes = (await isGzip(file)) ? pipeline(raw, createGunzip(), () => {}) : raw;
  return { lines: splitLines(bytes), progress: () => ({ readBytes: raw.bytesRead, totalBytes }) };
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (cause) {
    throw new AssistantError('NOT_FOUND', `There is no readable file ${file}`, { details: { file }, cause });
  }
}

async function isGzip(file: string): Promise<boolean> {
  await using handle = await open(file);
  const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
  return buffer[0] === 0x1f && buffer[1] === 0x8b;
}

/** On line feeds only: other line separators may stand inside JSON strings. What a too long line holds is let go. */
async function* splitLines(bytes: Readable): AsyncGenerator<NumberedLine> {
  const decoder = new TextDecoder();
  let rest = '';
  let line = 0;
  try {
    for await (const chunk of bytes) {
      const pieces = `${rest}${decoder.decode(chunk as Uint8Array, { stream: true })}`.split('\n');
      rest = (pieces.pop() ?? '').slice(0, LONGEST_LINE_CHARACTERS + 1);
      for (const text of pieces) {
        line += 1;
        yield { line, text };
      }
    }
  } catch (cause) {
    throw new AssistantError('VALIDATION_FAILED', `The file breaks off after line ${line}`, {
      details: { line },
      cause,
    });
  }
  yield { line: line + 1, text: rest + decoder.decode() };
}
