import { DefaultDeserializer, DefaultSerializer } from 'node:v8';
import { AssistantError } from '../../../src/errors/assistant-error.ts';

/** Any value of structured clone, with its typed arrays taken out: they are nearly all of it, and need not be copied. */
export interface ImageParts {
  /** Everything else, as V8 writes it; a column stands in it by its number. */
  readonly frame: Buffer;
  readonly columns: readonly Column[];
}

const COLUMN_KINDS = {
  Int8Array,
  Uint8Array,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigUint64Array,
} as const;

export type ColumnKind = keyof typeof COLUMN_KINDS;
export type Column = InstanceType<(typeof COLUMN_KINDS)[ColumnKind]>;

export function isColumnKind(name: string): name is ColumnKind {
  return Object.hasOwn(COLUMN_KINDS, name);
}

/** @throws {AssistantError} INTERNAL for an array of a kind that is not listed. */
export function columnKind(column: Column): ColumnKind {
  const { name } = column.constructor;
  if (isColumnKind(name)) return name;
  throw new AssistantError('INTERNAL', `A column of an index cannot be a ${name}`);
}

export const createColumn = (kind: ColumnKind, length: number): Column => new COLUMN_KINDS[kind](length);

export const bytesPerElement = (kind: ColumnKind): number => COLUMN_KINDS[kind].BYTES_PER_ELEMENT;

/**
 * Takes a value apart, whatever records, maps, lists and typed arrays it is made of: nothing has to be listed here when a
 * segment gets another column. A value with functions in it is refused by V8.
 *
 * @throws {Error} DataCloneError for what cannot be cloned.
 */
export function takeApart(value: unknown): ImageParts {
  const serializer = new FrameSerializer();
  serializer.writeHeader();
  serializer.writeValue(value);
  return { frame: serializer.releaseBuffer(), columns: serializer.columns };
}

/** @throws {AssistantError} DATA_CORRUPT when the frame cannot be read, or names a column that is not there. */
export function putTogether({ frame, columns }: ImageParts): unknown {
  try {
    const deserializer = new FrameDeserializer(frame, columns);
    deserializer.readHeader();
    return deserializer.readValue();
  } catch (cause) {
    throw new AssistantError('DATA_CORRUPT', 'The frame of an index image cannot be read', { cause });
  }
}

/** Memory of the columns, each once: what a message between threads hands over instead of copying it. */
export function columnBuffers({ columns }: ImageParts): ArrayBuffer[] {
  return [...new Set(columns.map(({ buffer }) => buffer))].filter((buffer) => buffer instanceof ArrayBuffer);
}

/** Node calls `_writeHostObject` for typed arrays. */
class FrameSerializer extends DefaultSerializer {
  readonly columns: Column[] = [];

  _writeHostObject(column: Column): void {
    columnKind(column);
    this.writeUint32(this.columns.length);
    this.columns.push(column);
  }
}

class FrameDeserializer extends DefaultDeserializer {
  readonly #columns: readonly Column[];

  constructor(frame: Buffer, columns: readonly Column[]) {
    super(frame);
    this.#columns = columns;
  }

  _readHostObject(): Column {
    const column = this.#columns[this.readUint32()];
    if (column === undefined) throw new AssistantError('DATA_CORRUPT', 'An index image lacks a column');
    return column;
  }
}
