import { createHash } from 'node:crypto';
import { AssistantError } from '../errors/assistant-error.ts';
import type { SearchRequest } from './departments.ts';

/** What an order of search results depends on. */
export interface CursorOrigin {
  readonly request: SearchRequest;
  readonly market: string;
  readonly locale: string;
  readonly rankingVersion: string;
}

const WRITTEN = /^(?<from>0|[1-9]\d{0,8})\.(?<origin>[0-9a-f]{24})$/;

/** @param from Place in the order of results that the next page begins at. */
export const writeCursor = (from: number, origin: CursorOrigin): string =>
  Buffer.from(`${from}.${fingerprint(origin)}`).toString('base64url');

/**
 * The place that a cursor holds. Pages may differ in length; everything else must be asked as before.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for what is no cursor, and for one of another search or another state of the shop.
 */
export function readCursor(cursor: string, origin: CursorOrigin): number {
  const written = WRITTEN.exec(Buffer.from(cursor, 'base64url').toString('latin1'))?.groups;
  if (written?.from === undefined) {
    throw new AssistantError('INVALID_ARGUMENT', 'The cursor is not one that this search gave');
  }
  if (written.origin !== fingerprint(origin)) {
    throw new AssistantError(
      'INVALID_ARGUMENT',
      'The cursor belongs to another search, or the shop has changed since; begin again without it',
    );
  }
  return Number(written.from);
}

function fingerprint({ request, market, locale, rankingVersion }: CursorOrigin): string {
  const { query, filters, minPriceMinor, maxPriceMinor, sort } = request;
  const asked = Object.entries(filters)
    .map(([attribute, values]) => [attribute, values.toSorted()])
    .sort();
  const origin = [query, asked, minPriceMinor, maxPriceMinor, sort, market, locale, rankingVersion];
  return createHash('sha256').update(JSON.stringify(origin)).digest('hex').slice(0, 24);
}
