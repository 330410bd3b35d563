import { AssistantError } from '../../errors/assistant-error.ts';

/** Days and hours as the clocks of a place show them. */
export interface LocalTime {
  /** Epoch milliseconds at which a day ("2026-11-23") begins there. */
  startOf(day: string): number;
  /** "2026-11-23" and 0 to 23. */
  at(atMs: number): { readonly day: string; readonly hour: number };
  /** What the clocks show, as if it were UTC: epoch milliseconds of whole seconds. */
  wall(atMs: number): number;
}

const HOUR_MS = 3_600_000;

/** @throws {AssistantError} INVALID_ARGUMENT when there is no such time zone. */
export function localTime(timeZone: string): LocalTime {
  const format = formatOf(timeZone);
  const wall = (atMs: number): number => {
    const parts = new Map(format.formatToParts(atMs).map(({ type, value }) => [type, Number(value)]));
    const of = (part: Intl.DateTimeFormatPartTypes) => parts.get(part) ?? 0;
    return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  };
  return {
    startOf(day) {
      const midnight = Date.parse(`${day}T00:00:00Z`);
      // Where a day begins at one o'clock, midnight is not there: the first moment of the day is looked for.
      for (let atMs = midnight - 15 * HOUR_MS; ; ) {
        const aheadMs = midnight - wall(atMs);
        if (aheadMs <= 0) return atMs;
        atMs += aheadMs > 2 * HOUR_MS ? aheadMs - 2 * HOUR_MS : HOUR_MS / 4;
      }
    },
    at(atMs) {
      const shown = new Date(wall(atMs)).toISOString();
      return { day: shown.slice(0, 10), hour: Number(shown.slice(11, 13)) };
    },
    wall,
  };
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-u-hc-h23', {
      timeZone,
      ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
    });
  } catch (cause) {
    throw new AssistantError('INVALID_ARGUMENT', `There is no time zone "${timeZone.slice(0, 40)}"`, {
      cause,
    });
  }
}
