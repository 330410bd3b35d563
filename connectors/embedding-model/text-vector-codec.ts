import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Language } from '../../src/domain/locale.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import type { QuantizedRows } from './quantized-rows.ts';

/** What words of one catalogue mean, learned from which words stand together in its products. */
export interface TextVectorModel {
  /** Of the texts it was trained on, sorted. */
  readonly languages: readonly Language[];
  readonly words: readonly string[];
  /** By word: its direction times its inverse document frequency. */
  readonly wordVectors: QuantizedRows;
  /** Pieces of words, for words that are not in the catalogue. */
  readonly grams: readonly string[];
  /** By gram: the mean of the words that hold it, weighted by how telling the gram is. */
  readonly gramVectors: QuantizedRows;
}

/**
 * Layout, little-endian: the mark "FWTV", the version (uint32), SHA-256 of everything that follows, the length of the
 * header (uint32), the header (JSON: dimensions, languages, words, grams), then word scales (float32), gram scales, word
 * bytes (int8), gram bytes.
 */
const MARK = 'FWTV';
const VERSION = 1;
const HASH_BYTES = 32;
const BODY_OFFSET = MARK.length + 4 + HASH_BYTES;

const headerSchema = z.object({
  dimensions: z.int().min(0).max(4096),
  languages: z.array(z.string()),
  words: z.array(z.string()),
  grams: z.array(z.string()),
});

export function encodeTextVectors(model: TextVectorModel): Uint8Array {
  const { languages, words, grams, wordVectors, gramVectors } = model;
  const header = Buffer.from(
    JSON.stringify({ dimensions: wordVectors.dimensions, languages, words, grams }),
    'utf8',
  );
  const headerLength = Buffer.alloc(4);
  headerLength.writeUInt32LE(header.byteLength);
  const body = Buffer.concat([
    headerLength,
    header,
    encodeFloats(wordVectors.scales),
    encodeFloats(gramVectors.scales),
    asBuffer(wordVectors.bytes),
    asBuffer(gramVectors.bytes),
  ]);
  const front = Buffer.alloc(MARK.length + 4);
  front.write(MARK, 'latin1');
  front.writeUInt32LE(VERSION, MARK.length);
  return Buffer.concat([front, createHash('sha256').update(body).digest(), body]);
}

/** @throws {AssistantError} DATA_CORRUPT when the bytes are no model, of another version, or damaged. */
export function decodeTextVectors(encoded: Uint8Array): TextVectorModel {
  const bytes = Buffer.from(encoded.buffer, encoded.byteOffset, encoded.byteLength);
  if (bytes.byteLength < BODY_OFFSET + 4 || bytes.toString('latin1', 0, MARK.length) !== MARK) {
    throw corrupt('they do not begin as such');
  }
  const version = bytes.readUInt32LE(MARK.length);
  if (version !== VERSION) throw corrupt(`they are of version ${version}, not ${VERSION}`);
  const body = bytes.subarray(BODY_OFFSET);
  const hash = createHash('sha256').update(body).digest();
  if (!hash.equals(bytes.subarray(MARK.length + 4, BODY_OFFSET)))
    throw corrupt('their checksum does not match');
  return decodeBody(body);
}

function decodeBody(body: Buffer): TextVectorModel {
  const headerEnd = 4 + body.readUInt32LE(0);
  const header = headerSchema.safeParse(JSON.parse(body.toString('utf8', 4, headerEnd)));
  if (!header.success) throw corrupt('their header has another shape');
  const { dimensions, languages, words, grams } = header.data;
  let position = headerEnd;
  const take = (size: number): Buffer => {
    position += size;
    return body.subarray(position - size, position);
  };
  const wordScales = take(words.length * 4);
  const gramScales = take(grams.length * 4);
  const wordBytes = take(words.length * dimensions);
  const gramBytes = take(grams.length * dimensions);
  if (position !== body.byteLength) throw corrupt('their length does not match their header');
  return {
    languages,
    words,
    wordVectors: decodeRows(dimensions, wordScales, wordBytes),
    grams,
    gramVectors: decodeRows(dimensions, gramScales, gramBytes),
  };
}

function decodeRows(dimensions: number, scales: Buffer, bytes: Buffer): QuantizedRows {
  return {
    dimensions,
    scales: Float32Array.from({ length: scales.byteLength / 4 }, (_, row) => scales.readFloatLE(row * 4)),
    bytes: new Int8Array(bytes),
  };
}

function encodeFloats(values: Float32Array): Buffer {
  const buffer = Buffer.alloc(values.length * 4);
  values.forEach((value, position) => {
    buffer.writeFloatLE(value, position * 4);
  });
  return buffer;
}

const asBuffer = (bytes: Int8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const corrupt = (reason: string): AssistantError =>
  new AssistantError(
    'DATA_CORRUPT',
    `Text vectors cannot be read: ${reason}. They are trained again from the catalogue`,
  );
