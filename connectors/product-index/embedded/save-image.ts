import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AssistantError } from '../../../src/errors/assistant-error.ts';
import {
  addChecksum,
  asBytes,
  CHECKED_OFFSET,
  FRONT_BYTES,
  type ImageHeader,
  LAYOUT_VERSION,
  MARK,
} from './image-header.ts';
import { columnKind, type ImageParts } from './image-parts.ts';

/** Where an image is written before it takes its name. */
export const unfinished = (file: string): string => `${file}.new`;

/**
 * Saves an image whole or not at all: it is written beside the present one, brought to the disk, and takes its name in one
 * step. Killed at any moment the earlier image or the new one is there. One process writes a file, as one owns a directory.
 *
 * @throws {AssistantError} DATABASE_FAILED when the disk is full or cannot be written; nothing is left behind then.
 */
export async function saveImage(file: string, key: string, parts: ImageParts): Promise<void> {
  const { front, body } = await layOut(key, parts);
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeWhole(unfinished(file), [front, ...body]);
    await rename(unfinished(file), file);
    await syncDirectory(dirname(file));
  } catch (cause) {
    await rm(unfinished(file), { force: true }).catch(() => undefined);
    const systemCode = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw new AssistantError('DATABASE_FAILED', `The index cannot be saved as ${file} (${systemCode})`, {
      details: { file, systemCode },
      cause,
    });
  }
}

async function layOut(key: string, { frame, columns }: ImageParts) {
  const described: ImageHeader = {
    key,
    frameBytes: frame.byteLength,
    columns: columns.map((column) => ({ kind: columnKind(column), length: column.length })),
  };
  const header = Buffer.from(JSON.stringify(described), 'utf8');
  const front = Buffer.alloc(FRONT_BYTES + header.byteLength);
  front.write(MARK, 'latin1');
  front.writeUInt32LE(LAYOUT_VERSION, MARK.length);
  front.writeUInt32LE(header.byteLength, CHECKED_OFFSET);
  header.copy(front, FRONT_BYTES);
  const body = [frame, ...columns].map(asBytes);
  front.writeUInt32LE(await addChecksum(0, [front.subarray(CHECKED_OFFSET), ...body]), MARK.length + 4);
  return { front, body };
}

/** Bytes of one write: below what one system call takes at most. */
const MOST_WRITTEN = 268_435_456;

async function writeWhole(file: string, parts: readonly Uint8Array[]): Promise<void> {
  await using handle = await open(file, 'w', 0o600);
  for (const bytes of parts) {
    for (let from = 0; from < bytes.byteLength; from += MOST_WRITTEN)
      await handle.writeFile(bytes.subarray(from, from + MOST_WRITTEN));
  }
  await handle.sync();
}

/** The new name itself comes to the disk with its directory; Windows cannot open one, and needs not. */
async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using handle = await open(directory, 'r');
  await handle.sync();
}
