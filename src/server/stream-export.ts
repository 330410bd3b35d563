import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { ExportSection } from '../customers/export-customer.ts';

/**
 * Writes an export as one JSON object, row by row, so that its length does not matter: what is read waits until what was read has been taken.
 *
 * @param head Fields that stand before the lists.
 * @throws Whatever reading rows throws. After the first of them the connection is cut: half an export must not look whole.
 */
export async function streamExport(
  response: Response,
  head: Readonly<Record<string, unknown>>,
  sections: readonly ExportSection[],
): Promise<void> {
  const pieces = toJson(head, sections);
  const first = await pieces.next();
  response.status(200).set({
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Disposition': 'attachment; filename="customer.json"',
    'Cache-Control': 'no-store',
  });
  try {
    await pipeline(Readable.from(following(first, pieces)), response);
  } catch (error) {
    if (!hasLeft(error)) throw error;
  }
}

/** Whoever asked went away: nobody is left to be told. */
const hasLeft = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';

async function* following(
  first: IteratorResult<string, void>,
  pieces: AsyncGenerator<string, void>,
): AsyncGenerator<string, void> {
  if (first.done !== true) yield first.value;
  yield* pieces;
}

/** Begins with all up to the first row that there is, so that a database that cannot be read is told in an answer of its own. */
async function* toJson(
  head: Readonly<Record<string, unknown>>,
  sections: readonly ExportSection[],
): AsyncGenerator<string, void> {
  let before = JSON.stringify(head).slice(0, -1);
  for (const { name, rows } of sections) {
    before += `,${JSON.stringify(name)}:[`;
    let separator = '';
    for await (const row of rows) {
      yield `${before}${separator}${JSON.stringify(row)}`;
      before = '';
      separator = ',';
    }
    before += ']';
  }
  yield `${before}}`;
}
