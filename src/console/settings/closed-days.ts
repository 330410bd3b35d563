const DAY_MS = 86_400_000;

/** Days one after the other, "2026-12-24" to "2026-12-26", both closed. */
export interface DaySpan {
  readonly from: string;
  readonly until: string;
}

const dayMs = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The days in their order, with neighbours together. */
export function spansOfDays(days: readonly string[]): readonly DaySpan[] {
  const spans: DaySpan[] = [];
  for (const day of [...new Set(days)].toSorted()) {
    const last = spans.at(-1);
    if (last !== undefined && dayMs(day) - dayMs(last.until) === DAY_MS)
      spans.splice(-1, 1, { from: last.from, until: day });
    else spans.push({ from: day, until: day });
  }
  return spans;
}

/** Every day of a span; none when it ends before it begins. Longer than `most` days, it is cut. */
export function daysOfSpan({ from, until }: DaySpan, most = 400): readonly string[] {
  const count = Math.round((dayMs(until) - dayMs(from)) / DAY_MS) + 1;
  return Array.from({ length: Math.max(0, Math.min(most, count)) }, (_, at) =>
    dayOf(dayMs(from) + at * DAY_MS),
  );
}
