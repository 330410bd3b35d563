import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { findConversations } from '../../src/desk/reports/find-conversations.ts';
import { foldWords } from '../../src/desk/reports/fold-words.ts';
import { makeReport } from '../../src/desk/reports/make-report.ts';
import type { DeskReport, Tally } from '../../src/domain/desk/report.ts';
import { type Measured, measured } from './measured.ts';
import { writeHistory } from './reports-history.ts';

export interface ReportsBench {
  readonly bench: 'reports';
  readonly run: {
    readonly turns: number;
    readonly days: number;
    readonly interactions: number;
    /** Median of the rounds, and the slowest. */
    readonly reportMs: number;
    readonly slowestMs: number;
    /** Of this process, for the median one. */
    readonly processorMs: number;
    /** The longest that anything else waited while a report was made. */
    readonly blockedMs: number;
    /** The same in time of the processor: on a machine that does nothing else. */
    readonly blockedProcessorMs: number;
    /** The slowest first page of the conversations behind a figure. */
    readonly pageMs: number;
    readonly pageBlockedMs: number;
  };
  readonly seed: number;
  readonly seconds: number;
}

const DAY_MS = 86_400_000;
const UNTIL = '2026-11-23';
const ROUNDS = 5;

/** A report over as many turns, and the conversations behind each of its figures, in a process that others wait for. */
export async function benchReports(options: {
  readonly turns: number;
  readonly days: number;
  readonly seed: number;
  readonly note: (text: string) => void;
}): Promise<ReportsBench> {
  const { turns, days, seed, note } = options;
  const startedMs = performance.now();
  const directory = mkdtempSync(join(tmpdir(), 'floorwalker-bench-'));
  const database = await openSqliteDatabase({ directory });
  try {
    note(`Writing ${turns} turns of ${days} days ...`);
    const untilMs = Date.parse(UNTIL) + DAY_MS;
    const interactions = await writeHistory(database, {
      turns,
      seed,
      fromMs: untilMs - days * DAY_MS,
      untilMs,
    });
    const from = new Date(untilMs - days * DAY_MS).toISOString().slice(0, 10);
    const scope = { from, to: UNTIL, timeZone: 'Europe/Berlin' };
    note('Making reports ...');
    // A server that answers has the words of its languages in memory.
    foldWords({ attribute: '', value: 'scarf', language: 'en' });
    const rounds: Measured<DeskReport>[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      rounds.push(await measured(() => makeReport(database.query, scope, { most: 25, nowMs: untilMs })));
    const [first] = rounds;
    const pages: Measured<unknown>[] = [];
    for (const { conversations: _, ...figure } of first === undefined ? [] : talliesOf(first.value))
      pages.push(await measured(() => findConversations(database.query, scope, figure, { limit: 50 })));
    const median = rounds.toSorted((left, right) => left.elapsedMs - right.elapsedMs)[ROUNDS >> 1];
    const most = (of: readonly number[]) => Math.max(0, ...of);
    return {
      bench: 'reports',
      run: {
        ...{ turns, days, interactions },
        reportMs: median?.elapsedMs ?? 0,
        slowestMs: most(rounds.map(({ elapsedMs }) => elapsedMs)),
        processorMs: median?.processorMs ?? 0,
        blockedMs: most(rounds.map(({ blockedMs }) => blockedMs)),
        blockedProcessorMs: most(rounds.map(({ blockedProcessorMs }) => blockedProcessorMs)),
        pageMs: most(pages.map(({ elapsedMs }) => elapsedMs)),
        pageBlockedMs: most(pages.map(({ blockedMs }) => blockedMs)),
      },
      seed,
      seconds: (performance.now() - startedMs) / 1_000,
    };
  } finally {
    await database.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Every figure of a report that leads to conversations. */
function talliesOf(holder: unknown): Tally[] {
  if (typeof holder !== 'object' || holder === null) return [];
  if ('metric' in holder) return [holder as Tally];
  return Object.values(holder).flatMap(talliesOf);
}
