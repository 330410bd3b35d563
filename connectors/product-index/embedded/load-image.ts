import { type FileHandle, open, rm } from 'node:fs/promises';
import {
  addChecksum,
  asBytes,
  bodyBytes,
  CHECKED_OFFSET,
  corruptImage,
  FRONT_BYTES,
  LAYOUT_VERSION,
  MARK,
  MOST_HEADER_BYTES,
  parseHeader,
} from './image-header.ts';
import { createColumn, putTogether } from './image-parts.ts';
import { unfinished } from './save-image.ts';

export type LoadedImage =
  | { readonly kind: 'loaded'; readonly value: unknown; readonly bytes: number }
  /** Nothing was saved. */
  | { readonly kind: 'absent' }
  /** Of another key or another layout. */
  | { readonly kind: 'other' };

/**
 * Reads what {@link saveImage} wrote under the same key; what a killed process left half written is removed.
 *
 * @returns The value is trusted to have the shape the key stands for: the checksum says that it is what was saved.
 * @throws {AssistantError} DATA_CORRUPT when the file is cut, changed or no image.
 */
export async function loadImage(file: string, key: string): Promise<LoadedImage> {
  await rm(unfinished(file), { force: true }).catch(() => undefined);
  let opened: FileHandle;
  try {
    opened = await open(file, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { kind: 'absent' };
    throw corruptImage('it cannot be opened', error);
  }
  await using handle = opened;
  return await readImage(handle, key);
}

async function readImage(handle: FileHandle, key: string): Promise<LoadedImage> {
  const { size } = await handle.stat();
  const front = Buffer.alloc(FRONT_BYTES);
  await readInto(handle, front);
  if (front.toString('latin1', 0, MARK.length) !== MARK) throw corruptImage('it does not begin as such');
  if (front.readUInt32LE(MARK.length) !== LAYOUT_VERSION) return { kind: 'other' };
  const headerBytes = front.readUInt32LE(CHECKED_OFFSET);
  if (headerBytes > Math.min(MOST_HEADER_BYTES, size)) throw corruptImage('its header is too long');
  const headerText = Buffer.alloc(headerBytes);
  await readInto(handle, headerText);
  const header = parseHeader(headerText.toString('utf8'));
  // Lengths are believed only when they add up: nothing is set aside for a length that damage made.
  if (FRONT_BYTES + headerBytes + bodyBytes(header) !== size) throw corruptImage('it was cut');
  if (header.key !== key) return { kind: 'other' };
  const frame = Buffer.alloc(header.frameBytes);
  const columns = header.columns.map(({ kind, length }) => createColumn(kind, length));
  let checksum = await addChecksum(0, [front.subarray(CHECKED_OFFSET), headerText]);
  for (const bytes of [frame, ...columns].map(asBytes)) {
    await readInto(handle, bytes);
    checksum = await addChecksum(checksum, [bytes]);
  }
  if (checksum !== front.readUInt32LE(MARK.length + 4)) throw corruptImage('its checksum does not match');
  return { kind: 'loaded', value: putTogether({ frame, columns }), bytes: size };
}

/** Bytes of one read: below what one system call gives at most. */
const MOST_READ = 268_435_456;

async function readInto(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let filled = 0; filled < bytes.byteLength; ) {
    const { bytesRead } = await handle.read(
      bytes,
      filled,
      Math.min(MOST_READ, bytes.byteLength - filled),
      null,
    );
    if (bytesRead === 0) throw corruptImage('it was cut');
    filled += bytesRead;
  }
}
