import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import {
  type InteractionMatrix,
  matrixFromHistories,
} from '../../../src/recommendation/interaction-matrix.ts';

/**
 * Shopper to what they had, in the order of the file: lines `user item item ...`, plain or gzip; lines of one user are joined.
 * The file is read line by line: memory holds the histories only.
 *
 * @param ids Every id once, so that a million mentions share their text.
 */
export async function readHistories(file: string, ids: Map<string, string>): Promise<Map<string, string[]>> {
  const shared = (id: string): string => {
    const known = ids.get(id);
    if (known !== undefined) return known;
    // A piece of a line would keep the whole line in memory.
    const own = Buffer.from(id).toString();
    ids.set(own, own);
    return own;
  };
  const histories = new Map<string, string[]>();
  for await (const line of linesOf(file)) {
    const [user, ...items] = line.trim().split(/\s+/);
    if (user === undefined || user === '') continue;
    const own = Buffer.from(user).toString();
    histories.set(own, [...(histories.get(own) ?? []), ...items.map(shared)]);
  }
  return histories;
}

/** Every product of a history counts 1, however often it is there. @param productIds Ascending, all that occur. */
export function toMatrix(
  histories: readonly (readonly string[])[],
  productIds: readonly string[],
): InteractionMatrix {
  const positions = new Map(productIds.map((id, position) => [id, position]));
  return matrixFromHistories(
    Iterator.from(histories).map((items) => new Map(items.map((item) => [positions.get(item) ?? 0, 1]))),
    productIds,
  );
}

/** Plain or gzip, told by its first bytes. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const bytes = createReadStream(file, { end: 1 });
  const [magic] = await Array.fromAsync(bytes);
  const raw = createReadStream(file);
  const isGzip = magic instanceof Buffer && magic[0] === 0x1f && magic[1] === 0x8b;
  const input = isGzip ? pipeline(raw, createGunzip(), () => {}) : raw;
  yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
}
