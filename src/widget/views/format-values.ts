import type { Money } from '../../domain/money.ts';

/** @param locale BCP 47; one that the browser does not know is its own. */
const known = (locale: string): string | undefined => {
  try {
    return Intl.getCanonicalLocales(locale)[0];
  } catch {
    return undefined;
  }
};

export function formatMoney({ amountMinor, currency }: Money, locale: string): string {
  const format = new Intl.NumberFormat(known(locale), { style: 'currency', currency });
  return format.format(amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** @param share In [0, 1]. */
export const formatShare = (share: number, locale: string): string =>
  new Intl.NumberFormat(known(locale), { style: 'percent' }).format(share);

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
