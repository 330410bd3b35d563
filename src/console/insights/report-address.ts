import type { DeskReport, ReportMetric, ReportTable } from '../../domain/desk/report.ts';
import { type QueryValues, withQuery } from '../desk-client.ts';

/** Which days and conversations a page is about, as its address says it. */
export interface ReportChoice {
  /** "2026-11-23" */
  readonly from: string;
  readonly to: string;
  readonly market?: string;
  readonly language?: string;
  readonly channel?: string;
}

/** What a figure counts; the same asks for its conversations. */
export interface FigureName {
  readonly metric: ReportMetric;
  readonly attribute?: string;
  readonly value?: string;
}

export const DEFAULT_DAYS = 30;
const PLACES = ['market', 'language', 'channel'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** Where the reader is: days begin there. */
const timeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A day of the reader, so many days before today. */
export function dayBefore(nowMs: number, days: number): string {
  const date = new Date(nowMs);
  return new Date(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) - days * DAY_MS)
    .toISOString()
    .slice(0, 10);
}

/** What an address asks for; the last thirty days where it does not say. */
export function readChoice(query: URLSearchParams, nowMs: number): ReportChoice {
  const day = (name: string) => {
    const written = query.get(name) ?? '';
    return DAY.test(written) ? written : undefined;
  };
  const places = PLACES.flatMap((name) => {
    const value = query.get(name) ?? '';
    return value === '' ? [] : [[name, value] as const];
  });
  return {
    from: day('from') ?? dayBefore(nowMs, DEFAULT_DAYS - 1),
    to: day('to') ?? dayBefore(nowMs, 0),
    ...Object.fromEntries(places),
  };
}

/** As the server is asked. */
export const toQuery = (choice: ReportChoice): QueryValues => ({ ...choice, timeZone: timeZone() });

export const insightsAddress = (choice: ReportChoice): string => withQuery('/desk/insights', { ...choice });

export const figureAddress = (choice: ReportChoice, { metric, attribute, value }: FigureName): string =>
  withQuery('/desk/insights/conversations', { ...choice, metric, attribute, value });

export const tableAddress = (choice: ReportChoice, table: ReportTable): string =>
  withQuery('/v1/desk/reports/export', { ...toQuery(choice), table });

export const conversationsFile = (choice: ReportChoice, figure: FigureName): string =>
  withQuery('/v1/desk/reports/conversations/export', { ...toQuery(choice), ...figure });

/** The same days as the report that is on the page. */
export const choiceOf = ({ from, to, market, language, channel }: DeskReport): ReportChoice => ({
  ...{ from, to },
  ...(market === undefined ? {} : { market }),
  ...(language === undefined ? {} : { language }),
  ...(channel === undefined ? {} : { channel }),
});
