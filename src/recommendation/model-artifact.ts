import { endianness } from 'node:os';
import { crc32 } from 'node:zlib';
import * as z from 'zod';
import { AssistantError } from '../errors/assistant-error.ts';

/** A learned table in its stored form: names and numbers. */
export interface ModelArtifact {
  /** What it is; another kind is refused on reading. */
  readonly kind: string;
  /** Layout version of the kind; another one is refused on reading. */
  readonly format: number;
  readonly names: Readonly<Record<string, readonly string[]>>;
  readonly integers: Readonly<Record<string, Int32Array>>;
  readonly numbers: Readonly<Record<string, Float32Array>>;
}

const lengths = z.record(z.string(), z.int().min(0));
const headerSchema = z.object({
  kind: z.string(),
  format: z.int(),
  endianness: z.enum(['LE', 'BE']),
  names: z.record(z.string(), z.array(z.string())),
  integers: lengths,
  numbers: lengths,
});

const MAGIC = 0x464d4f44; // "FMOD"
const PREFIX_BYTES = 12;

/**
 * Layout: magic, CRC-32 of everything behind it and the header's length (three unsigned 32-bit big-endian numbers);
 * the header as JSON, padded with spaces to a multiple of four; the columns, four bytes a value, in the header's order.
 */
export function encodeArtifact(artifact: ModelArtifact): Uint8Array<ArrayBuffer> {
  const columns = [...Object.values(artifact.integers), ...Object.values(artifact.numbers)];
  const json = JSON.stringify({
    kind: artifact.kind,
    format: artifact.format,
    endianness: endianness(),
    names: artifact.names,
    integers: lengthsOf(artifact.integers),
    numbers: lengthsOf(artifact.numbers),
  });
  const unpadded = Buffer.from(json);
  const header = Buffer.concat([unpadded, Buffer.alloc((4 - (unpadded.length % 4)) % 4, ' ')]);
  const parts = [
    Buffer.alloc(PREFIX_BYTES),
    header,
    ...columns.map((column) => Buffer.from(column.buffer, column.byteOffset, column.byteLength)),
  ];
  // Memory of its own, which one thread can hand over to another.
  const bytes = Buffer.allocUnsafeSlow(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) offset += part.copy(bytes, offset);
  bytes.writeUInt32BE(MAGIC, 0);
  bytes.writeUInt32BE(header.length, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(8)), 4);
  return bytes;
}

/**
 * @throws {AssistantError} DATA_CORRUPT when it is cut, changed, of another kind or format, or from a machine of the
 *   other byte order. All of it can be trained again from the interactions, which the message says.
 */
export function decodeArtifact(
  payload: Uint8Array,
  expected: { readonly kind: string; readonly format: number },
): ModelArtifact {
  const bytes = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength);
  if (bytes.length < PREFIX_BYTES || bytes.readUInt32BE(0) !== MAGIC)
    throw corrupt(expected.kind, 'no model');
  if (bytes.readUInt32BE(4) !== crc32(bytes.subarray(8))) throw corrupt(expected.kind, 'checksum differs');
  const headerEnd = PREFIX_BYTES + bytes.readUInt32BE(8);
  const header = readHeader(bytes.subarray(PREFIX_BYTES, headerEnd), expected.kind);
  if (header.kind !== expected.kind || header.format !== expected.format) {
    throw corrupt(expected.kind, `it is ${header.kind}, format ${header.format}`);
  }
  if (header.endianness !== endianness()) throw corrupt(expected.kind, `byte order ${header.endianness}`);

  let offset = headerEnd;
  const take = (length: number): ArrayBuffer => {
    const end = offset + length * 4;
    if (end > bytes.length) throw corrupt(expected.kind, 'cut short');
    const copy = new ArrayBuffer(length * 4);
    new Uint8Array(copy).set(bytes.subarray(offset, end));
    offset = end;
    return copy;
  };
  const integers = mapValues(header.integers, (length) => new Int32Array(take(length)));
  const numbers = mapValues(header.numbers, (length) => new Float32Array(take(length)));
  return { kind: header.kind, format: header.format, names: header.names, integers, numbers };
}

/** The error of every unreadable model, with the way to mend it. */
export function corrupt(kind: string, problem: string, cause?: unknown): AssistantError {
  return new AssistantError(
    'DATA_CORRUPT',
    `The stored "${kind}" model cannot be read (${problem}); run "floorwalker train" to make it again`,
    { details: { kind, problem }, cause },
  );
}

function readHeader(bytes: Buffer, kind: string): z.infer<typeof headerSchema> {
  try {
    return headerSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch (cause) {
    throw corrupt(kind, 'unreadable header', cause);
  }
}

const lengthsOf = (columns: Readonly<Record<string, { readonly length: number }>>): Record<string, number> =>
  mapValues(columns, (column) => column.length);

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
