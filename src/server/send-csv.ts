import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import * as z from 'zod';

const CSV = 'text/csv';

/** As a route describes its answer. */
export const csvSchema = { [CSV]: z.string() };

/**
 * Writes a table as a file, line by line, so that its length does not matter.
 *
 * @throws Whatever reading the first lines throws. After them the connection is cut: half a table must not look whole.
 */
export async function sendCsv(
  response: Response,
  fileName: string,
  lines: AsyncIterable<string>,
): Promise<void> {
  const rest = lines[Symbol.asyncIterator]();
  const first = await rest.next();
  response.status(200).set({
    'Content-Type': `${CSV}; charset=utf-8`,
    'Content-Disposition': `attachment; filename="${fileName}"`,
    'Cache-Control': 'no-store',
  });
  async function* all() {
    for (let next = first; next.done !== true; next = await rest.next()) yield next.value;
  }
  try {
    await pipeline(Readable.from(all()), response);
  } catch (error) {
    const hasLeft = error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
    if (!hasLeft) throw error;
  }
}
