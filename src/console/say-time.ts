import { readerLocale } from './reader-locale.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** How long something takes or took: "40 s", "12 min", "3 h", "2 d". */
export function sayDuration(milliseconds: number): string {
  const span = Math.max(0, milliseconds);
  if (span < MINUTE_MS) return `${Math.floor(span / 1_000)} s`;
  if (span < HOUR_MS) return `${Math.floor(span / MINUTE_MS)} min`;
  if (span < DAY_MS) return `${Math.floor(span / HOUR_MS)} h`;
  return `${Math.floor(span / DAY_MS)} d`;
}

/** What is left until then: "4:09"; "0:00" afterwards. */
export function sayCountdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Date and time as the reader's browser writes them. */
export const sayDate = (iso: string): string =>
  new Date(iso).toLocaleString(readerLocale(), { dateStyle: 'medium', timeStyle: 'short' });

/** The time alone today, the day and the time otherwise. */
export function sayTime(iso: string, nowMs: number): string {
  const date = new Date(iso);
  const isToday = date.toDateString() === new Date(nowMs).toDateString();
  return date.toLocaleString(
    readerLocale(),
    isToday ? { timeStyle: 'short' } : { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' },
  );
}
