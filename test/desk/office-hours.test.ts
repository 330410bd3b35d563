import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpen, opensAt } from '../../src/desk/office-hours.ts';
import type { OfficeHours } from '../../src/domain/desk/settings.ts';

const WORKING = [{ from: '09:00', to: '17:30' }];
const BERLIN: OfficeHours = {
  timeZone: 'Europe/Berlin',
  week: [WORKING, WORKING, WORKING, WORKING, WORKING, [], []],
  closedOn: ['2026-12-25'],
};
const MINUTE_MS = 60_000;
const at = (time: string): number => Date.parse(time);
const told = (atMs: number | undefined): string | undefined =>
  atMs === undefined ? undefined : new Date(atMs).toISOString();

describe('office hours', () => {
  it('hold by the clocks of the place, and end before their end', () => {
    expect(isOpen(BERLIN, at('2026-11-23T08:00:00Z'))).toBe(true);
    expect(isOpen(BERLIN, at('2026-11-23T07:59:59Z'))).toBe(false);
    expect(isOpen(BERLIN, at('2026-11-23T16:29:59Z'))).toBe(true);
    expect(isOpen(BERLIN, at('2026-11-23T16:30:00Z'))).toBe(false);
    expect(isOpen(BERLIN, at('2026-07-01T07:00:00Z'))).toBe(true);
    expect(isOpen(BERLIN, at('2026-11-22T10:00:00Z'))).toBe(false);
  });

  it('begin again on the next day that is not closed', () => {
    expect(told(opensAt(BERLIN, at('2026-11-23T12:00:00Z')))).toBe('2026-11-23T12:00:00.000Z');
    expect(told(opensAt(BERLIN, at('2026-11-23T20:00:00Z')))).toBe('2026-11-24T08:00:00.000Z');
    // Friday evening before the clocks are put forward.
    expect(told(opensAt(BERLIN, at('2026-03-27T20:00:00Z')))).toBe('2026-03-30T07:00:00.000Z');
    // Thursday evening before Christmas Day, which is a Friday.
    expect(told(opensAt(BERLIN, at('2026-12-24T20:00:00Z')))).toBe('2026-12-28T08:00:00.000Z');
    const never = { ...BERLIN, week: Array.from({ length: 7 }, () => []) };
    expect(opensAt(never, at('2026-11-23T20:00:00Z'))).toBeUndefined();
  });

  it('begin where the clocks are put forward over their beginning, and twice where they are put back', () => {
    const night = [{ from: '02:30', to: '04:00' }];
    const hours = { ...BERLIN, week: Array.from({ length: 7 }, () => night) };
    expect(told(opensAt(hours, at('2026-03-29T00:00:00Z')))).toBe('2026-03-29T01:00:00.000Z');
    const short = { ...BERLIN, week: Array.from({ length: 7 }, () => [{ from: '02:00', to: '02:20' }]) };
    expect(told(opensAt(short, at('2026-10-25T00:25:00Z')))).toBe('2026-10-25T01:00:00.000Z');
  });

  it('are open all the time when nobody set any', () => {
    const always = {
      ...BERLIN,
      week: Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]),
      closedOn: [],
    };
    assert(property(integer({ min: 0, max: 4e12 }), (atMs) => isOpen(always, atMs)));
  });

  it('begin at the first minute at which they are open, whatever the clocks do', () => {
    const places = [
      { timeZone: 'Europe/Berlin', change: '2026-03-29T01:00:00Z' },
      { timeZone: 'Europe/Berlin', change: '2026-10-25T01:00:00Z' },
      { timeZone: 'America/New_York', change: '2026-03-08T07:00:00Z' },
      { timeZone: 'America/New_York', change: '2026-11-01T06:00:00Z' },
      { timeZone: 'Australia/Lord_Howe', change: '2026-04-04T15:00:00Z' },
      { timeZone: 'Africa/Cairo', change: '2026-04-23T22:00:00Z' },
      { timeZone: 'Pacific/Apia', change: '2011-12-30T10:00:00Z' },
      { timeZone: 'Asia/Kathmandu', change: '2026-06-01T00:00:00Z' },
    ];
    const quarter = (index: number) =>
      `${String(Math.floor(index / 4)).padStart(2, '0')}:${String((index % 4) * 15).padStart(2, '0')}`;
    assert(
      property(
        constantFrom(...places),
        integer({ min: 0, max: 94 }),
        integer({ min: 1, max: 12 }),
        integer({ min: -1_500, max: 1_500 }),
        constantFrom(0, 1, 2),
        ({ timeZone, change }, from, length, aroundMinutes, daysOff) => {
          const changeMs = at(change);
          const span = { from: quarter(from), to: quarter(Math.min(96, from + length)) };
          const day = new Date(changeMs).getUTCDay();
          const hours = {
            timeZone,
            week: Array.from({ length: 7 }, (_, index) => (daysOff > (day + index) % 3 ? [] : [span])),
            closedOn: [],
          };
          const nowMs = changeMs + aroundMinutes * MINUTE_MS;
          const opens = opensAt(hours, nowMs);
          const searched = Array.from({ length: 3 * 1_440 }, (_, minute) => nowMs + minute * MINUTE_MS).find(
            (minuteMs) => isOpen(hours, minuteMs),
          );
          if (searched !== undefined) expect(told(opens)).toBe(told(searched));
          else if (opens !== undefined) expect(opens).toBeGreaterThan(nowMs + 3 * 1_439 * MINUTE_MS);
        },
      ),
      { numRuns: 60 },
    );
  });
});
