import { setImmediate as aTurn } from 'node:timers/promises';

/** Work in this thread, and what everybody else waited for it. */
export interface Measured<T> {
  readonly value: T;
  readonly elapsedMs: number;
  /** Of this thread. */
  readonly processorMs: number;
  /** The longest that anything else waited meanwhile. */
  readonly blockedMs: number;
  /** The same in time of the processor: on a machine that does nothing else. */
  readonly blockedProcessorMs: number;
}

/** Times of one thread, which somebody else watches at every turn of its loop. */
export async function measured<T>(work: () => Promise<T>): Promise<Measured<T>> {
  let isDone = false;
  const longest = { elapsedMs: 0, processorMs: 0 };
  const watch = async () => {
    let before = moment();
    while (!isDone) {
      await aTurn();
      const now = moment();
      longest.elapsedMs = Math.max(longest.elapsedMs, now.elapsedMs - before.elapsedMs);
      longest.processorMs = Math.max(longest.processorMs, now.processorMs - before.processorMs);
      before = now;
    }
  };
  const started = moment();
  const watching = watch();
  const value = await work();
  const ended = moment();
  isDone = true;
  await watching;
  return {
    value,
    elapsedMs: ended.elapsedMs - started.elapsedMs,
    processorMs: ended.processorMs - started.processorMs,
    blockedMs: longest.elapsedMs,
    blockedProcessorMs: longest.processorMs,
  };
}

function moment() {
  const { user, system } = process.threadCpuUsage();
  return { elapsedMs: performance.now(), processorMs: (user + system) / 1_000 };
}
