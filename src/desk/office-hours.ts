import type { OfficeHours } from '../domain/desk/settings.ts';
import type { PersonsBack } from '../domain/reply-plan.ts';
import { type LocalTime, localTime } from './reports/time-zone.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Beyond it nobody is told when somebody is there. */
const LONGEST_DAYS = 400;

const zones = new Map<string, LocalTime>();

/** Reading a time zone costs more than asking it. */
function zoneOf(timeZone: string): LocalTime {
  const zone = zones.get(timeZone) ?? localTime(timeZone);
  zones.set(timeZone, zone);
  return zone;
}

/** Whether somebody is there. What the clocks of the place show decides: an hour that they show twice counts twice. */
export function isOpen(hours: OfficeHours, atMs: number): boolean {
  const wall = new Date(zoneOf(hours.timeZone).wall(atMs)).toISOString();
  const time = wall.slice(11, 16);
  return spansOf(hours, wall.slice(0, 10)).some(({ from, to }) => from <= time && time < to);
}

/**
 * When somebody is there next: `atMs` itself while somebody is.
 *
 * @returns Epoch milliseconds, a whole minute when it is later than `atMs`; undefined when nobody comes in the next 400 days. Cost: some
 *   questions to the time zone for each day until then.
 */
export function opensAt(hours: OfficeHours, atMs: number): number | undefined {
  if (isOpen(hours, atMs)) return atMs;
  const zone = zoneOf(hours.timeZone);
  const today = Math.floor(zone.wall(atMs) / DAY_MS) * DAY_MS;
  for (let days = 0; days <= LONGEST_DAYS; days += 1) {
    const midnight = today + days * DAY_MS;
    const day = new Date(midnight).toISOString().slice(0, 10);
    const spans = spansOf(hours, day);
    if (spans.length === 0) continue;
    const begins = spans.flatMap(({ from }) => showing(zone, midnight + minutesOf(from) * MINUTE_MS));
    // Where clocks are changed, somebody may be there although the clocks never showed the beginning, or left it behind.
    const found = [...begins, ...changesOf(zone, midnight)].filter(
      (candidate) => candidate > atMs && isOpen(hours, candidate),
    );
    if (found.length > 0) return Math.min(...found);
  }
  return undefined;
}

/** What shoppers who ask for a person are told: nothing while somebody is there, or when nobody will be. */
export function personsBack(hours: OfficeHours, atMs: number): PersonsBack | undefined {
  const backMs = opensAt(hours, atMs);
  return backMs === undefined || backMs === atMs ? undefined : { atMs: backMs, timeZone: hours.timeZone };
}

const spansOf = ({ week, closedOn }: OfficeHours, day: string): OfficeHours['week'][number] =>
  closedOn.includes(day) ? [] : (week[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? []);

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Moments at which the clocks show a time: two where they are put back over it, none where they are put forward over it. */
function showing(zone: LocalTime, wall: number): number[] {
  const offsets = new Set([wall - DAY_MS, wall + DAY_MS].map((near) => zone.wall(near) - near));
  return [...offsets].map((offset) => wall - offset).filter((atMs) => zone.wall(atMs) === wall);
}

/** The moment of a day at which the clocks are changed; none on most days. @param midnight What the clocks show when it begins. */
function changesOf(zone: LocalTime, midnight: number): number[] {
  const offset = (atMs: number) => zone.wall(atMs) - atMs;
  let before = midnight - offset(midnight - DAY_MS) - 3 * HOUR_MS;
  let after = before + DAY_MS + 6 * HOUR_MS;
  if (offset(before) === offset(after)) return [];
  while (after - before > MINUTE_MS) {
    const middle = Math.floor((before + after) / 2 / MINUTE_MS) * MINUTE_MS;
    if (middle === before) break;
    if (offset(middle) === offset(before)) before = middle;
    else after = middle;
  }
  return [after];
}
