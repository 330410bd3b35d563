import type { OfficeHours } from '../../domain/desk/settings.ts';

/** What the hours come to at one moment, by the clocks of the place. */
export interface OpenNow {
  readonly isOpen: boolean;
  /** When that ends, a day (0 Monday to 6 Sunday) and what the clocks show then; absent when it lasts over a year. */
  readonly until?: { readonly day: number; readonly time: string; readonly daysOff: number };
  /** What the clocks of the place show. */
  readonly now: { readonly day: number; readonly time: string };
}

const DAY_MS = 86_400_000;
const MOST_DAYS = 370;

/**
 * A preview for whoever writes the hours. Times that clocks skip or show twice are taken as they are written; what shoppers are told,
 * the server works out.
 *
 * @throws {RangeError} When there is no such time zone.
 */
export function whenOpen(hours: OfficeHours, nowMs: number): OpenNow {
  const { date, time } = clocksOf(hours.timeZone, nowMs);
  const midnightMs = Date.parse(`${date}T00:00:00Z`);
  const day = dayOf(midnightMs);
  const today = spansOn(hours, midnightMs);
  const isOpen = isWithin(today, time);
  const now = { day, time };
  for (let daysOff = 0; daysOff <= MOST_DAYS; daysOff += 1) {
    const atMs = midnightMs + daysOff * DAY_MS;
    const spans = spansOn(hours, atMs);
    // A day that ends at 24:00 goes on where the next one begins at 00:00.
    const turns = isOpen
      ? [
          ...spans.map(({ to }) => to).filter((to) => to !== '24:00'),
          ...(isWithin(spans, '00:00') ? [] : ['00:00']),
        ]
      : spans.map(({ from }) => from);
    const found = turns
      .filter((turn) => (daysOff > 0 || turn > time) && isWithin(spans, turn) !== isOpen)
      .toSorted()[0];
    if (found !== undefined) return { isOpen, now, until: { day: dayOf(atMs), time: found, daysOff } };
  }
  return { isOpen, now };
}

const isWithin = (spans: OfficeHours['week'][number], time: string): boolean =>
  spans.some(({ from, to }) => from <= time && time < to);

const dayOf = (midnightMs: number): number => (new Date(midnightMs).getUTCDay() + 6) % 7;

const spansOn = ({ week, closedOn }: OfficeHours, midnightMs: number): OfficeHours['week'][number] =>
  closedOn.includes(new Date(midnightMs).toISOString().slice(0, 10)) ? [] : (week[dayOf(midnightMs)] ?? []);

function clocksOf(timeZone: string, nowMs: number): { readonly date: string; readonly time: string } {
  const parts = new Intl.DateTimeFormat('en-CA-u-ca-gregory-nu-latn', {
    ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    hourCycle: 'h23',
  }).formatToParts(nowMs);
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  return { date: `${of('year')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${of('minute')}` };
}
