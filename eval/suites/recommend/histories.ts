import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import {
  type InteractionMatrix,
  matrixFromHistories,
} from '../../../src/recommendation/interaction-matrix.ts';

/**
 * Shopper to what they had, in the order of the file: lines `user item item ...`, plain or gzip; lines of one user are joined.
 *
 * @param ids Every id once, so that a million mentions share their text.
 */
export async function readHistories(file: string, ids: Map<string, string>): Promise<Map<string, string[]>> {
  const shared = (id: string): string => {
    const known = ids.get(id);
    if (known === undefined) ids.set(id, id);
    return known ?? id;
  };
  const bytes = await readFile(file);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
  const histories = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    const [user, ...items] = line.trim().split(/\s+/);
    if (user === undefined || user === '') continue;
    histories.set(user, [...(histories.get(user) ?? []), ...items.map(shared)]);
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
    histories.map((items) => new Map(items.map((item) => [positions.get(item) ?? 0, 1]))),
    productIds,
  );
}
