import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CursorOrigin, readCursor, writeCursor } from '../../src/chat/search-cursor.ts';

const origin = (
  request: Partial<CursorOrigin['request']> = {},
  more: Partial<CursorOrigin> = {},
): CursorOrigin => ({
  request: { query: 'scarf', limit: 20, filters: {}, sort: 'relevance', ...request },
  market: 'US',
  locale: 'en-US',
  rankingVersion: 'catalogue:1',
  ...more,
});

it('gives back the place it was written with, however long the next page is', () => {
  fc.assert(
    fc.property(fc.nat(999_999), fc.integer({ min: 1, max: 50 }), (from, limit) => {
      expect(readCursor(writeCursor(from, origin()), origin({ limit }))).toBe(from);
    }),
  );
});

it('goes by what was asked, not by the order in which filters were written', () => {
  const cursor = writeCursor(7, origin({ filters: { color: ['red', 'blue'], size: ['M'] } }));
  expect(readCursor(cursor, origin({ filters: { size: ['M'], color: ['blue', 'red'] } }))).toBe(7);
});

it.each([
  ['other words', origin({ query: 'lamp' })],
  ['another order', origin({ sort: 'price-ascending' })],
  ['another filter', origin({ filters: { color: ['red'] } })],
  ['another limit', origin({ maxPriceMinor: 1 })],
  ['another market', origin({}, { market: 'DE' })],
  ['another language', origin({}, { locale: 'de-US' })],
  ['another catalogue', origin({}, { rankingVersion: 'catalogue:2' })],
])('is refused for %s', (_name, asked) => {
  const cursor = writeCursor(20, origin());
  expect(() => readCursor(cursor, asked)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
});

it('refuses whatever no search gave', () => {
  const given = writeCursor(20, origin());
  const forged = Buffer.from(`-1.${'0'.repeat(24)}`).toString('base64url');
  const refused = (cursor: string): void => {
    expect(() => readCursor(cursor, origin())).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
  };
  for (const cursor of ['', 'x', forged, given.slice(1), given.slice(0, -2), `${given}AA`]) refused(cursor);
  fc.assert(fc.property(fc.base64String(), refused));
});
