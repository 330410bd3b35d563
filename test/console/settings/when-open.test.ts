import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whenOpen } from '../../../src/console/settings/when-open.ts';
import { isOpen, opensAt } from '../../../src/desk/office-hours.ts';
import type { OfficeHours } from '../../../src/domain/desk/settings.ts';

const WORKING = [
  { from: '09:00', to: '12:30' },
  { from: '13:00', to: '17:30' },
];
const BERLIN: OfficeHours = {
  timeZone: 'Europe/Berlin',
  week: [WORKING, WORKING, WORKING, WORKING, WORKING, [], []],
  closedOn: ['2026-11-24'],
};
const at = (time: string) => whenOpen(BERLIN, Date.parse(time));

describe('the preview of office hours', () => {
  it('says until when somebody is there, and when somebody comes, by the clocks of the place', () => {
    expect(at('2026-11-23T09:00:00Z')).toEqual({
      isOpen: true,
      now: { day: 0, time: '10:00' },
      until: { day: 0, time: '12:30', daysOff: 0 },
    });
    expect(at('2026-11-23T11:45:00Z')).toMatchObject({ isOpen: false, until: { day: 0, time: '13:00' } });
    // Tuesday is closed whole.
    expect(at('2026-11-23T18:00:00Z').until).toEqual({ day: 2, time: '09:00', daysOff: 2 });
    expect(at('2026-11-27T18:00:00Z').until).toEqual({ day: 0, time: '09:00', daysOff: 3 });
  });

  it('knows hours that never end and such that never begin', () => {
    const week = (spans: OfficeHours['week'][number]) => Array.from({ length: 7 }, () => spans);
    const always = { ...BERLIN, closedOn: [], week: week([{ from: '00:00', to: '24:00' }]) };
    expect(whenOpen(always, 0)).toMatchObject({ isOpen: true });
    expect(whenOpen(always, 0).until).toBeUndefined();
    expect(whenOpen({ ...BERLIN, week: week([]) }, 0).until).toBeUndefined();
  });

  it('says what shoppers are told, where no clock is changed', () => {
    const hour = fc.integer({ min: 0, max: 23 });
    const span = fc.tuple(hour, hour).map(([one, other]) => ({
      from: `${String(Math.min(one, other)).padStart(2, '0')}:00`,
      to: `${String(Math.max(one, other) + 1).padStart(2, '0')}:00`,
    }));
    const day = fc.oneof(
      fc.constant([]),
      span.map((each) => [each]),
    );
    const minute = fc.integer({ min: 0, max: 14 * 1_440 });
    fc.assert(
      fc.property(fc.array(day, { minLength: 7, maxLength: 7 }), minute, (week, minutes) => {
        const hours = { timeZone: 'Asia/Kathmandu', week, closedOn: ['2026-06-03'] };
        const nowMs = Date.UTC(2026, 5, 1) + minutes * 60_000;
        const said = whenOpen(hours, nowMs);
        expect(said.isOpen).toBe(isOpen(hours, nowMs));
        const opens = opensAt(hours, nowMs);
        if (said.isOpen || opens === undefined) return;
        const clock = new Intl.DateTimeFormat('en-GB', {
          ...{ timeZone: hours.timeZone, hour: '2-digit', minute: '2-digit' },
        });
        expect(said.until?.time).toBe(clock.format(opens));
      }),
    );
  });
});
