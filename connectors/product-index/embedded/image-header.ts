import { crc32 } from 'node:zlib';
import * as z from 'zod';
import { AssistantError } from '../../../src/errors/assistant-error.ts';
import { bytesPerElement, type ColumnKind, isColumnKind } from './image-parts.ts';

/**
 * Layout of a saved image, integers little-endian: the mark "FWIX", the version of this layout (uint32), CRC-32 of
 * everything that follows (uint32), the length of the header (uint32), the header (JSON), the frame, the columns as they lie
 * in memory, one after the other.
 */
export const MARK = 'FWIX';
export const LAYOUT_VERSION = 1;
/** Mark, version, checksum and length. */
export const FRONT_BYTES = MARK.length + 12;
/** Where the checked part begins. */
export const CHECKED_OFFSET = MARK.length + 8;
/** A header is some 10 kB: a greater one is no header. */
export const MOST_HEADER_BYTES = 16_000_000;

const headerSchema = z.object({
  key: z.string(),
  frameBytes: z.int().min(0),
  columns: z.array(z.object({ kind: z.string().refine(isColumnKind), length: z.int().min(0) })),
});

export interface ImageHeader {
  /** What the image was made of and by; another key is another image. */
  readonly key: string;
  readonly frameBytes: number;
  readonly columns: readonly { readonly kind: ColumnKind; readonly length: number }[];
}

/** @throws {AssistantError} DATA_CORRUPT */
export function parseHeader(text: string): ImageHeader {
  try {
    const { key, frameBytes, columns } = headerSchema.parse(JSON.parse(text));
    return {
      key,
      frameBytes,
      columns: columns.flatMap(({ kind, length }) => (isColumnKind(kind) ? [{ kind, length }] : [])),
    };
  } catch (cause) {
    throw corruptImage('its header has another shape', cause);
  }
}

/** Bytes of frame and columns. */
export const bodyBytes = ({ frameBytes, columns }: ImageHeader): number =>
  columns.reduce((sum, { kind, length }) => sum + length * bytesPerElement(kind), frameBytes);

export const asBytes = (view: ArrayBufferView): Uint8Array =>
  new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

/** Bytes between two looks at what else waits; some 10 ms. */
const SLICE_BYTES = 16_777_216;

/** CRC-32 over parts, continued from an earlier one; lets others run in between. */
export async function addChecksum(checksum: number, parts: Iterable<Uint8Array>): Promise<number> {
  let sum = checksum;
  for (const bytes of parts) {
    for (let from = 0; from < bytes.byteLength; from += SLICE_BYTES) {
      sum = crc32(bytes.subarray(from, from + SLICE_BYTES), sum);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return sum;
}

export const corruptImage = (why: string, cause?: unknown): AssistantError =>
  new AssistantError('DATA_CORRUPT', `The saved index is damaged: ${why}`, { cause });
