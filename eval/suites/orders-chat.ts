import { isDeepStrictEqual } from 'node:util';
import type { RealModel } from '../real-model.ts';
import { agreeableOrders, breakAgreements } from './orders/chat/break-agreement.ts';
import { type PlayedTask, playTask, type Stage } from './orders/chat/play-task.ts';
import { scriptGold } from './orders/chat/script-gold.ts';
import { startScriptedModel } from './orders/chat/scripted-model.ts';
import { serveOrders } from './orders/chat/served-orders.ts';
import { type ForbiddenStage, tryForbiddenInChat } from './orders/chat/try-forbidden.ts';
import { exportTauRetail } from './orders/export-tau-retail.ts';
import { firstDifference } from './orders/first-difference.ts';
import { forbiddenWrites } from './orders/forbidden.ts';
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
    /** Asked back and answered. */
    readonly questions: number;
    /** Persons that were called for, of those the tasks call for. */
    readonly handoffs: number;
    readonly transfers: number;
    /** Writes that the rules forbid, asked for by the model and said yes to; refused for the right reason, with nothing changed. */
    readonly forbidden?: number;
    readonly refused?: number;
    /** Ways to have done what was not agreed to, or to have it done twice; after which the shop holds what was agreed to. */
    readonly breaches?: number;
    readonly held?: number;
  };
  readonly baselines: Record<string, never>;
  readonly failures: readonly { readonly case: string; readonly expected: string; readonly got: string }[];
  readonly seconds: number;
  readonly rssMb: number;
  readonly seed: null;
}

/**
 * Tasks of tau_retail in conversations over HTTP. `forms`: without a model, what is asked back is answered by what a task means. `chat`:
 * with a model that asks for the gold actions by its tools; what is then shown is agreed to.
 */
export async function runOrdersChat({
  db,
  tasks,
  way,
  model: real,
  signal = new AbortController().signal,
}: {
  readonly db: string;
  readonly tasks: string;
  readonly way: 'forms' | 'chat';
  /** Asked in place of the scripted one: what is forbidden, and asked for all the same, cannot be scripted then and is left out. */
  readonly model?: RealModel | undefined;
  readonly signal?: AbortSignal;
}): Promise<OrdersChatResult> {
  const startedMs = performance.now();
  const raw = readRawShop(db);
  const read = readRawTasks(tasks);
  await using model = await startScriptedModel();
  const isChat = way === 'chat';
  const settings = real === undefined ? model.settings : { ...model.settings, ...real.settings };
  await using served = await serveOrders(importTauRetail(raw), isChat ? settings : {});
  const stage: Stage = {
    ...{ raw, served, signal },
    beforeWrite: (...meant) => model.follow(scriptGold(...meant)),
  };
  const judged: Judged[] = [];
  for (const task of read) {
    await served.reset();
    const played = await playTask(task, stage);
    const got = await exportTauRetail(raw, served.backend, signal);
    const expected = applyActions(raw, task.actions);
    const difference = isDeepStrictEqual(got, expected) ? undefined : firstDifference(got, expected);
    judged.push({ task, played, ...(difference === undefined ? {} : { difference }) });
  }
  const strict = isChat && real === undefined ? await refuseAll({ raw, served, model, signal }) : undefined;
  const isEqual = ({ difference }: Judged) => difference === undefined;
  const single = judged.filter(({ task }) => writesOf(task) === 1);
  const tasksPlayed = judged.map(({ played }) => played);
  const played = tasksPlayed.flatMap(({ writes }) => writes);
  return {
    suite: 'orders',
    data: { db, tasks, way },
    metrics: {
      tasks: judged.length,
      equal: judged.filter(isEqual).length,
      single: single.length,
      singleEqual: single.filter(isEqual).length,
      writes: played.length,
      confirmed: played.filter(({ confirmed }) => confirmed).length,
      handoffs: tasksPlayed.reduce((sum, { handoffs }) => sum + handoffs, 0),
      transfers: tasksPlayed.reduce((sum, { transfers }) => sum + transfers, 0),
      questions: played.reduce((sum, { questions }) => sum + questions, 0),
      ...strict?.metrics,
    },
    baselines: {},
    failures: [
      ...judged.flatMap(({ task, played: held, difference }) =>
        difference === undefined
          ? []
          : [{ case: task.id, expected: 'the same state', got: `${difference}\n${sayPlayed(held)}` }],
      ),
      ...(strict?.failures ?? []),
    ],
    seconds: (performance.now() - startedMs) / 1_000,
    rssMb: process.memoryUsage.rss() / 1_048_576,
    seed: null,
  };
}

/** Of each kind; all of them are tried by the backend alone. */
const FORBIDDEN_OF_A_KIND = 4;
const BREACHED_ORDERS = 4;

/** Everything that must not come about, whatever the model does. */
async function refuseAll(stage: ForbiddenStage) {
  const failures: { readonly case: string; readonly expected: string; readonly got: string }[] = [];
  let forbidden = 0;
  const kinds = Map.groupBy(forbiddenWrites(importTauRetail(stage.raw)), ({ name }) => name);
  for (const [kind, cases] of kinds) {
    await stage.served.reset();
    for (const wrong of cases.slice(0, FORBIDDEN_OF_A_KIND)) {
      forbidden += 1;
      const got = await tryForbiddenInChat(wrong, stage);
      if (got !== wrong.refusal) failures.push({ case: `forbidden: ${kind}`, expected: wrong.refusal, got });
    }
  }
  const broken = await breakAgreements(agreeableOrders(stage.raw, BREACHED_ORDERS), stage);
  return {
    metrics: {
      forbidden,
      refused: forbidden - failures.length,
      breaches: broken.tried,
      held: broken.tried - broken.failures.length,
    },
    failures: [...failures, ...broken.failures],
  };
}

interface Judged {
  readonly task: RawTask;
  readonly played: PlayedTask;
  readonly difference?: string;
}

const writesOf = ({ actions }: RawTask): number =>
  actions.filter(({ name }) => WRITING_TOOLS.has(name)).length;

/** The writes that were not agreed to, in the words of their conversation; else all. */
function sayPlayed({ writes }: PlayedTask): string {
  const cut = writes.filter(({ confirmed }) => !confirmed);
  return (cut.length === 0 ? writes : cut).flatMap(({ said }) => said).join('\n');
}
