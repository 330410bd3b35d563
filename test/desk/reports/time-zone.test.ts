import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localTime } from '../../../src/desk/reports/time-zone.ts';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Africa/Cairo',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];

describe('the clocks of a place', () => {
  it('begin a day where it begins there', () => {
    expect(localTime('Europe/Berlin').startOf('2026-11-23')).toBe(Date.parse('2026-11-22T23:00:00Z'));
    expect(localTime('Europe/Berlin').startOf('2026-07-01')).toBe(Date.parse('2026-06-30T22:00:00Z'));
    expect(localTime('Asia/Kolkata').startOf('2026-11-23')).toBe(Date.parse('2026-11-22T18:30:00Z'));
    // At midnight of 6 September 2026 the clocks of Chile go on to one.
    expect(localTime('America/Santiago').startOf('2026-09-06')).toBe(Date.parse('2026-09-06T04:00:00Z'));
  });

  it('have days that follow one another: the first moment of a day is in it, the one before is not', () => {
    const day = fc
      .date({ min: new Date('2024-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), day, (zone, asked) => {
        const clocks = localTime(zone);
        const start = clocks.startOf(asked);
        expect(clocks.at(start).day).toBe(asked);
        expect(clocks.at(start - 1).day < asked).toBe(true);
      }),
    );
  });

  it('are of places there are', () => {
    expect(() => localTime('Mars/Olympus')).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
  });
});
