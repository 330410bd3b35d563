import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Database } from '../ports/database.ts';

/** Vectors made by one outside model, kept by the SHA-256 of their text (hex): a start does not pay for them again. */
export interface VectorReader {
  hashes(): Promise<Set<string>>;
  /** Those of the wanted ones that are kept. Cost: reads all that is kept, part by part. */
  read(wanted: ReadonlySet<string>): Promise<Map<string, Float32Array>>;
}

export interface VectorStore extends VectorReader {
  /** One commit; what was added survives a `kill -9` from then on. */
  add(vectors: ReadonlyMap<string, Float32Array>, atMs: number): Promise<void>;
  /** Forgets all the others. */
  keepOnly(used: ReadonlySet<string>): Promise<void>;
}

const KIND_PREFIX = 'product-vectors:';
const HASH_BYTES = 32;

/**
 * Vectors lie in the table of models in parts, one for every addition. Layout of a part: dimensions (uint32), then for each
 * text the hash of it and its float32 values, all little-endian. A part that does not fit this counts as empty: it can be
 * made again.
 *
 * @param model Its name; vectors of different names are never mixed.
 */
export function createVectorReader(database: Pick<Database, 'query'>, model: string): VectorReader {
  const parts = () => readParts(database, KIND_PREFIX + model);
  return {
    async hashes() {
      const known = new Set<string>();
      for await (const { payload } of parts()) for (const { hash } of readPart(payload)) known.add(hash);
      return known;
    },
    async read(wanted) {
      const found = new Map<string, Float32Array>();
      for await (const { payload } of parts()) {
        for (const { hash, values } of readPart(payload))
          if (wanted.has(hash)) found.set(hash, toVector(values));
      }
      return found;
    },
  };
}

/** The same, to write as well. */
export function createVectorStore(
  database: Pick<Database, 'query' | 'transaction'>,
  model: string,
): VectorStore {
  const kind = KIND_PREFIX + model;

  async function rewrite(version: number, vectors: Parameters<typeof writePart>[0]): Promise<void> {
    const row = { payload: writePart(vectors) };
    await database.transaction(async (write) => {
      await write
        .updateTable('models')
        .set(row)
        .where('kind', '=', kind)
        .where('version', '=', version)
        .execute();
    });
  }

  return {
    ...createVectorReader(database, model),
    async add(vectors, atMs) {
      if (vectors.size === 0) return;
      await database.transaction(async (write) => {
        const { last } = await write
          .selectFrom('models')
          .select((builder) => builder.fn.max('version').as('last'))
          .where('kind', '=', kind)
          .executeTakeFirstOrThrow();
        const row = { kind, version: Number(last ?? 0) + 1, createdAtMs: atMs, active: 1, quality: '{}' };
        const payload = writePart([...vectors]);
        await write
          .insertInto('models')
          .values({ ...row, payload })
          .execute();
      });
    },
    async keepOnly(used) {
      const emptied: number[] = [];
      for await (const { version, payload } of readParts(database, kind)) {
        const records = [...readPart(payload)];
        const kept = records.filter(({ hash }) => used.has(hash));
        if (kept.length === 0) emptied.push(version);
        else if (kept.length < records.length)
          await rewrite(
            version,
            kept.map(({ hash, values }) => [hash, toVector(values)]),
          );
      }
      if (emptied.length === 0) return;
      await database.transaction(async (write) => {
        await write.deleteFrom('models').where('kind', '=', kind).where('version', 'in', emptied).execute();
      });
    },
  };
}

async function* readParts(
  { query }: Pick<Database, 'query'>,
  kind: string,
): AsyncIterable<{ readonly version: number; readonly payload: Uint8Array }> {
  for (let after = -1; ; ) {
    const row = await query
      .selectFrom('models')
      .select(['version', 'payload'])
      .where('kind', '=', kind)
      .where('version', '>', after)
      .orderBy('version')
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) return;
    yield row;
    await letOthersRun();
    after = row.version;
  }
}

function* readPart(payload: Uint8Array): Generator<{ readonly hash: string; readonly values: Uint8Array }> {
  if (payload.byteLength < 4) return;
  const bytes = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength);
  const recordBytes = HASH_BYTES + 4 * bytes.readUInt32LE(0);
  if ((bytes.byteLength - 4) % recordBytes !== 0) return;
  for (let offset = 4; offset < bytes.byteLength; offset += recordBytes) {
    yield {
      hash: bytes.toString('hex', offset, offset + HASH_BYTES),
      values: bytes.subarray(offset + HASH_BYTES, offset + recordBytes),
    };
  }
}

/** A copy: the bytes of a part go when the part goes. */
const toVector = (values: Uint8Array): Float32Array =>
  new Float32Array(values.buffer.slice(values.byteOffset, values.byteOffset + values.byteLength));

function writePart(vectors: readonly (readonly [string, Float32Array])[]): Uint8Array {
  const header = Buffer.alloc(4);
  header.writeUInt32LE(vectors[0]?.[1].length ?? 0, 0);
  const records = vectors.flatMap(([hash, vector]) => [
    Buffer.from(hash, 'hex'),
    Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength),
  ]);
  return Buffer.concat([header, ...records]);
}
