import { type FileHandle, open, rm } from 'node:fs/promises';
import {
  addChecksum,
  asBytes,
  bodyBytes,
  CHECKED_OFFSET,
  corruptImage,
  FRONT_BYTES,
  type ImageHeader,
  LAYOUT_VERSION,
  MARK,
  MOST_HEADER_BYTES,
  parseHeader,
} from './image-header.ts';
import { createColumn, putTogether } from './image-parts.ts';
import { unfinished } from './save-image.ts';

export type LoadedImage =
  | { readonly kind: 'loaded'; readonly value: unknown }
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
  await using handle = await openImage(file);
  if (handle === undefined) return { kind: 'absent' };
  const read = await readHeader(handle);
  if (read === undefined || read.header.key !== key) return { kind: 'other' };
  return await readBody(handle, read);
}

/**
 * The key of what is saved, without reading it all.
 *
 * @returns undefined when nothing is saved; '' for another layout.
 * @throws {AssistantError} DATA_CORRUPT when the beginning is damaged or the length is wrong.
 */
export async function readImageKey(file: string): Promise<string | undefined> {
  await using handle = await openImage(file);
  return handle && ((await readHeader(handle))?.header.key ?? '');
}

async function openImage(file: string): Promise<FileHandle | undefined> {
  try {
    return await open(file, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw corruptImage('it cannot be opened', error);
  }
}

interface ReadHeader {
  readonly header: ImageHeader;
  /** Of the whole file. */
  readonly checksum: number;
  /** Checksum of what was read so far. */
  readonly checked: number;
}

/** @returns undefined for another layout. */
async function readHeader(handle: FileHandle): Promise<ReadHeader | undefined> {
  const { size } = await handle.stat();
  const front = Buffer.alloc(FRONT_BYTES);
  await readInto(handle, front);
  if (front.toString('latin1', 0, MARK.length) !== MARK) throw corruptImage('it does not begin as such');
  if (front.readUInt32LE(MARK.length) !== LAYOUT_VERSION) return undefined;
  const headerBytes = front.readUInt32LE(CHECKED_OFFSET);
  if (headerBytes > Math.min(MOST_HEADER_BYTES, size)) throw corruptImage('its header is too long');
  const text = Buffer.alloc(headerBytes);
  await readInto(handle, text);
  const header = parseHeader(text.toString('utf8'));
  // Lengths are believed only when they add up: nothing is set aside for a length that damage made.
  if (FRONT_BYTES + headerBytes + bodyBytes(header) !== size) throw corruptImage('it was cut');
  return {
    header,
    checksum: front.readUInt32LE(MARK.length + 4),
    checked: await addChecksum(0, [front.subarray(CHECKED_OFFSET), text]),
  };
}

async function readBody(handle: FileHandle, { header, checksum, checked }: ReadHeader): Promise<LoadedImage> {
  const frame = Buffer.alloc(header.frameBytes);
  const columns = header.columns.map(({ kind, length }) => createColumn(kind, length));
  let sum = checked;
  for (const part of [frame, ...columns].map(asBytes)) {
    await readInto(handle, part);
    sum = await addChecksum(sum, [part]);
  }
  if (sum !== checksum) throw corruptImage('its checksum does not match');
  return { kind: 'loaded', value: putTogether({ frame, columns }) };
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
