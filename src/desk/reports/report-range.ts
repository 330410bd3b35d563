import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Channel } from '../../domain/channel.ts';
import type { ReportScope } from '../../domain/desk/report.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import type { Query } from '../../ports/database.ts';
import { type LocalTime, localTime } from './time-zone.ts';

/** From the first moment to the last, which is not part of it; epoch milliseconds. */
export interface Span {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** Columns that the place of a conversation is told by. */
export interface Place {
  readonly market?: string;
  readonly language?: string;
  readonly channel?: Channel;
}

/** What is reported, ready to be read. */
export interface ReportRange extends Span {
  readonly place: Place;
  readonly clocks: LocalTime;
  readonly days: readonly string[];
}

const DAY_MS = 86_400_000;
/** Two years and a day: the longest comparison that a page has room for. */
const MOST_DAYS = 732;
/** Rows that are read at once: some milliseconds, so that shoppers do not wait for a report. */
const ROWS_AT_ONCE = 1_000;

/** @throws {AssistantError} INVALID_ARGUMENT when it ends before it begins, is longer than 732 days, or there is no such time zone. */
export function openRange({ from, to, timeZone, ...place }: ReportScope): ReportRange {
  const clocks = localTime(timeZone);
  const first = Date.parse(from);
  const count = (Date.parse(to) - first) / DAY_MS + 1;
  if (!(count >= 1)) throw new AssistantError('INVALID_ARGUMENT', `${from} is after ${to}`);
  if (count > MOST_DAYS)
    throw new AssistantError('INVALID_ARGUMENT', `A report is of ${MOST_DAYS} days at most`);
  const days = Array.from({ length: count + 1 }, (_, day) => dayOf(first + day * DAY_MS));
  return {
    place,
    clocks,
    days: days.slice(0, -1),
    fromMs: clocks.startOf(from),
    untilMs: clocks.startOf(days.at(-1) ?? to),
  };
}

/**
 * As many days just before. Where the range is not over, it ends as far into its last day as the range has come: half a Monday is laid
 * beside half a Monday.
 */
export function rangeBefore(range: ReportRange, nowMs: number): ReportRange {
  const { clocks, days, place } = range;
  const earlier = (day: string) => dayOf(Date.parse(day) - days.length * DAY_MS);
  const shifted = days.map(earlier);
  const begin = (day: string | undefined) => (day === undefined ? range.fromMs : clocks.startOf(day));
  const isOver = nowMs >= range.untilMs;
  const today = clocks.at(nowMs).day;
  const untilMs =
    isOver || nowMs < range.fromMs
      ? range.fromMs
      : Math.min(
          begin(earlier(today)) + nowMs - begin(today),
          begin(dayOf(Date.parse(earlier(today)) + DAY_MS)),
        );
  return { place, clocks, days: shifted, fromMs: begin(shifted[0]), untilMs };
}

/** The first day that is not over; undefined where all are. */
export const unfinishedDay = ({ clocks, days, untilMs }: ReportRange, nowMs: number): string | undefined => {
  if (nowMs >= untilMs) return undefined;
  const today = clocks.at(nowMs).day;
  return days.find((day) => day >= today);
};

const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

/** Goes through a span in pieces, as long as there are so many rows in it; others run between them. */
export async function* inPieces({ fromMs, untilMs }: Span, rows: number): AsyncGenerator<Span> {
  const pieces = Math.max(1, Math.ceil(rows / ROWS_AT_ONCE));
  const at = (piece: number) => fromMs + Math.round(((untilMs - fromMs) * piece) / pieces);
  for (let piece = 0; piece < pieces; piece += 1) {
    await letOthersRun();
    yield { fromMs: at(piece), untilMs: at(piece + 1) };
  }
}

/** Turns of all places in a span. */
export async function countTurns(query: Query, { fromMs, untilMs }: Span): Promise<number> {
  const { turns } = await query
    .selectFrom('turnFacts')
    .select(({ fn }) => fn.countAll().as('turns'))
    .where('atMs', '>=', fromMs)
    .where('atMs', '<', untilMs)
    .executeTakeFirstOrThrow();
  return Number(turns);
}

/** The place of a conversation, as its line in the queue tells it; for a join of `queueLines as line`. */
export const lineIn = ({ market, language, channel }: Place) => ({
  ...(market === undefined ? {} : { 'line.market': market }),
  ...(language === undefined ? {} : { 'line.language': language }),
  ...(channel === undefined ? {} : { 'line.channel': channel }),
});
