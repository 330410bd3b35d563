import { known } from './format-values.ts';

/** A part of a score, with its sign. */
export const formatPart = (value: number, locale: string, signDisplay: 'always' | 'auto'): string =>
  new Intl.NumberFormat(known(locale), {
    ...{ minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay },
  }).format(value);

/** @param date ISO 8601; what is none stays as it is. */
export function formatDay(date: string, locale: string): string {
  const at = new Date(date);
  if (Number.isNaN(at.getTime())) return date;
  // A bare day is a day of the calendar, not a moment of some place.
  const timeZone = date.includes('T') ? {} : { timeZone: 'UTC' };
  return new Intl.DateTimeFormat(known(locale), { dateStyle: 'medium', ...timeZone }).format(at);
}
