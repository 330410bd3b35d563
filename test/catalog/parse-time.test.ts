import { describe, expect, it } from 'vitest';
import { parseEndTime, parseTime } from '../../src/catalog/parse-time.ts';

describe('parseTime', () => {
  it.each([
    ['2026-02-24T13:00-0800', '2026-02-24T21:00:00.000Z'],
    ['2026-02-24T13:00:05+01:00', '2026-02-24T12:00:05.000Z'],
    ['2026-02-24T13:00Z', '2026-02-24T13:00:00.000Z'],
    ['2026-02-24 13:00', '2026-02-24T13:00:00.000Z'],
    ['2026-02-24', '2026-02-24T00:00:00.000Z'],
  ])('reads %s', (text, expected) => {
    expect(new Date(parseTime(text) ?? Number.NaN).toISOString()).toBe(expected);
  });

  it.each(['', 'tomorrow', '24.12.2026', '2026-02-30', '2026-13-01', '2026-02-24T25:00', '1771938000'])(
    'refuses "%s"',
    (text) => {
      expect(parseTime(text)).toBeUndefined();
    },
  );

  it('ends a bare date with its day', () => {
    expect(parseEndTime('2026-12-24')).toBe(Date.UTC(2026, 11, 25));
    expect(parseEndTime('2026-12-24T10:00Z')).toBe(Date.UTC(2026, 11, 24, 10));
  });
});
