import { isDeepStrictEqual } from 'node:util';
import { type PlayedWrite, playTask } from './orders/chat/play-task.ts';
import { serveOrders } from './orders/chat/served-orders.ts';
import { exportTauRetail } from './orders/export-tau-retail.ts';
import { firstDifference } from './orders/first-difference.ts';
import { WRITING_TOOLS } from './orders/gold-writes.ts';
import { type RawTask, readRawShop, readRawTasks } from './orders/raw-shop.ts';
import { applyActions } from './orders/reference.ts';
import { importTauRetail } from './orders/tau-retail.ts';

export interface OrdersChatResult {
  readonly suite: 'orders';
  readonly data: { readonly db: string; readonly tasks: string; readonly way: string };
  readonly metrics: {
    readonly tasks: number;
    /** Tasks after whose conversations the shop holds what the reference holds. */
    readonly equal: number;
    /** Of tasks with one write. */
    readonly single: number;
    readonly singleEqual: number;
    readonly writes: number;
    /** Writes that were shown, and agreed to. */
    readonly confirmed: number;
  };
  readonly baselines: Record<string, never>;
  readonly failures: readonly { readonly case: string; readonly expected: string; readonly got: string }[];
  readonly seconds: number;
  readonly rssMb: number;
  readonly seed: null;
}

/** Tasks of tau_retail in conversations over HTTP, without a model: what is asked back is answered by what a task means. */
export async function runOrdersChat({
  db,
  tasks,
  signal = new AbortController().signal,
}: {
  readonly db: string;
  readonly tasks: string;
  readonly signal?: AbortSignal;
}): Promise<OrdersChatResult> {
  const startedMs = performance.now();
  const raw = readRawShop(db);
  const read = readRawTasks(tasks);
  await using served = await serveOrders(importTauRetail(raw));
  const judged: Judged[] = [];
  for (const task of read) {
    await served.reset();
    const played = await playTask(task, { raw, served, signal });
    const got = await exportTauRetail(raw, served.backend, signal);
    const expected = applyActions(raw, task.actions);
    const difference = isDeepStrictEqual(got, expected) ? undefined : firstDifference(got, expected);
    judged.push({ task, played, ...(difference === undefined ? {} : { difference }) });
  }
  const isEqual = ({ difference }: Judged) => difference === undefined;
  const single = judged.filter(({ task }) => writesOf(task) === 1);
  const played = judged.flatMap((each) => each.played);
  return {
    suite: 'orders',
    data: { db, tasks, way: 'forms' },
    metrics: {
      tasks: judged.length,
      equal: judged.filter(isEqual).length,
      single: single.length,
      singleEqual: single.filter(isEqual).length,
      writes: played.length,
      confirmed: played.filter(({ confirmed }) => confirmed).length,
    },
    baselines: {},
    failures: judged.flatMap(({ task, played: held, difference }) =>
      difference === undefined
        ? []
        : [{ case: task.id, expected: 'the same state', got: `${difference}\n${sayPlayed(held)}` }],
    ),
    seconds: (performance.now() - startedMs) / 1_000,
    rssMb: process.memoryUsage.rss() / 1_048_576,
    seed: null,
  };
}

interface Judged {
  readonly task: RawTask;
  readonly played: readonly PlayedWrite[];
  readonly difference?: string;
}

const writesOf = ({ actions }: RawTask): number =>
  actions.filter(({ name }) => WRITING_TOOLS.has(name)).length;

/** The first write that was not agreed to, in the words of its conversation; else all. */
function sayPlayed(played: readonly PlayedWrite[]): string {
  const cut = played.find(({ confirmed }) => !confirmed);
  return (cut === undefined ? played : [cut]).flatMap(({ said }) => said).join('\n');
}
