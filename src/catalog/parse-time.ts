const ISO_8601 =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/;

/**
 * Reads an ISO 8601 date or date-time, also in the basic forms of feeds ("2026-02-24T13:00-0800"). A time without an
 * offset is UTC; a bare date is its first moment.
 *
 * @returns Epoch milliseconds, or undefined when it is not one.
 */
export function parseTime(text: string): number | undefined {
  const match = ISO_8601.exec(text.trim());
  if (match === null) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00', offset = 'Z'] = match;
  const digits = offset.replace(/\D/g, '').padEnd(4, '0');
  const zone = offset === 'Z' ? 'Z' : `${offset[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  // Date.parse rolls "02-30" over into March.
  if (
    Number.isNaN(time) ||
    new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() !== Number(day)
  ) {
    return undefined;
  }
  return time;
}

/** The last moment of a bare date is the end of its day: "until 24 December" includes the day. */
export function parseEndTime(text: string): number | undefined {
  const time = parseTime(text);
  return time !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? time + MS_PER_DAY : time;
}

const MS_PER_DAY = 86_400_000;
