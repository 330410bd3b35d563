import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { detectEncoding, type FeedEncoding } from './feed-encoding.ts';

/** A feed on disk as text. */
export interface FeedFile {
  readonly path: string;
  /** Bytes on disk. */
  readonly totalBytes: number;
  /** Bytes on disk read so far, over all readings. */
  readBytes(): number;
  /** The first characters, at most 64 Ki. */
  head(signal: AbortSignal): Promise<string>;
  /**
   * The whole text in pieces, from the beginning with every call; without a byte order mark.
   * @throws {AssistantError} CATALOGUE_REFUSED when it is cut off or not in its encoding; FEED_UNSAFE when it unpacks to
   *   more than a feed can be.
   */
  text(signal: AbortSignal): AsyncIterable<string>;
}

export interface FeedLimits {
  /** Unpacked bytes. */
  readonly maxBytes: number;
  /** Unpacked to packed bytes; counted from 64 MiB on. */
  readonly maxRatio: number;
}

export const FEED_LIMITS: FeedLimits = { maxBytes: 4 * 1024 ** 3, maxRatio: 100 };

const SNIFFED_BYTES = 65_536;
const PACKED_TIMEOUT_MS = 120_000;
const RATIO_COUNTS_FROM = 64 * 1024 ** 2;

/**
 * Opens a feed. Gzip is recognised by its first bytes, the encoding by a byte order mark, an XML declaration or the
 * bytes themselves.
 *
 * @param encoding Overrides what is detected.
 * @throws {AssistantError} CATALOGUE_REFUSED when there is no such file, or it is empty, or no text.
 */
export async function openFeedFile(
  path: string,
  { encoding, limits = FEED_LIMITS }: { encoding?: FeedEncoding | undefined; limits?: FeedLimits } = {},
): Promise<FeedFile> {
  const { size, magic } = await inspect(path);
  const gzip = magic[0] === 0x1f && magic[1] === 0x8b;
  if (magic[0] === 0x50 && magic[1] === 0x4b) {
    throw refused(`${path} is a ZIP archive or a spreadsheet; unpack it, or save it as CSV (UTF-8)`);
  }
  let readBytes = 0;

  async function* bytes(signal: AbortSignal): AsyncGenerator<Buffer> {
    const file = createReadStream(path, { highWaterMark: SNIFFED_BYTES, signal });
    file.on('data', (chunk) => {
      readBytes += chunk.length;
    });
    const packed = readBytes;
    const stream = gzip ? file.pipe(createGunzip()) : file;
    file.on('error', (error) => stream.destroy(error));
    let unpacked = 0;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        unpacked += chunk.length;
        const tooDense =
          gzip && unpacked > RATIO_COUNTS_FROM && unpacked > (readBytes - packed) * limits.maxRatio;
        if (unpacked > limits.maxBytes || tooDense) {
          throw new AssistantError(
            'FEED_UNSAFE',
            `${path} unpacks to more than a feed can be; nothing was changed`,
            {
              details: { unpackedBytes: unpacked },
            },
          );
        }
        yield chunk;
      }
    } catch (error) {
      throw asFeedError(error, path, signal);
    } finally {
      file.destroy();
      stream.destroy();
    }
  }

  // Unpacking once without reading finds a bomb or a cut before the first row: 0.3 s for 100 MB.
  if (gzip) for await (const _ of bytes(AbortSignal.timeout(PACKED_TIMEOUT_MS)));

  const sample: Buffer[] = [];
  let sampled = 0;
  for await (const chunk of bytes(AbortSignal.timeout(PACKED_TIMEOUT_MS))) {
    sample.push(chunk);
    sampled += chunk.length;
    if (sampled >= SNIFFED_BYTES) break;
  }
  const chosen = encoding ?? detectEncoding(Buffer.concat(sample), path);
  readBytes = 0;

  async function* text(signal: AbortSignal): AsyncGenerator<string> {
    const decoder = new TextDecoder(chosen, { fatal: true });
    let decoded = 0;
    const decode = (chunk?: Buffer): string => {
      try {
        return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
      } catch (cause) {
        throw refused(
          `${path} is not ${chosen} text near byte ${decoded}; save it as UTF-8, or name its encoding in the map: {"encoding": "windows-1252"}`,
          cause,
        );
      }
    };
    for await (const chunk of bytes(signal)) {
      const piece = decode(chunk);
      decoded += chunk.length;
      if (piece !== '') yield piece;
    }
    const rest = decode();
    if (rest !== '') yield rest;
  }

  return {
    path,
    totalBytes: size,
    readBytes: () => readBytes,
    text,
    head: async (signal) => {
      let head = '';
      for await (const piece of text(signal)) {
        head += piece;
        if (head.length >= SNIFFED_BYTES) break;
      }
      readBytes = 0;
      return head.slice(0, SNIFFED_BYTES);
    },
  };
}

async function inspect(path: string): Promise<{ size: number; magic: Buffer }> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw refused(`${path} is not a file`);
    if (found.size === 0) throw refused(`${path} is empty`);
    const handle = await open(path);
    try {
      const magic = Buffer.alloc(4);
      await handle.read(magic, 0, 4, 0);
      return { size: found.size, magic };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw asFeedError(error, path);
  }
}

function asFeedError(error: unknown, path: string, signal?: AbortSignal): unknown {
  if (error instanceof AssistantError || !(error instanceof Error)) return error;
  if (signal?.aborted === true) return signal.reason;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return refused(`There is no file ${path}`, error);
  if (code === 'EACCES') return refused(`${path} cannot be read: permission denied`, error);
  if (code.startsWith('Z_')) return refused(`${path} is cut off or damaged (gzip: ${error.message})`, error);
  return refused(`${path} cannot be read: ${error.message}`, error);
}

function refused(message: string, cause?: unknown): AssistantError {
  return new AssistantError('CATALOGUE_REFUSED', message, cause === undefined ? {} : { cause });
}
