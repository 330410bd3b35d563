import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLogFolding } from '../../../connectors/database/fold-log.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** @param answers Of one fold after the other; the last one stays. */
function folding(answers: readonly (boolean | Error)[]) {
  let folds = 0;
  const notes: string[] = [];
  const fold = async () => {
    const answer = answers[Math.min(folds, answers.length - 1)] ?? true;
    folds += 1;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const log = createLogFolding({ fold, note: (text) => void notes.push(text) });
  return { log, notes, folds: () => folds };
}

it('folds once for a burst of erasures, soon, and once a minute for other writes', async () => {
  const { log, folds } = folding([true]);
  for (let written = 0; written < 100; written += 1) log.committed(false);
  for (let erased = 0; erased < 100; erased += 1) log.committed(true);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(folds()).toBe(1);
  log.committed(false);
  await vi.advanceTimersByTimeAsync(59_000);
  expect(folds()).toBe(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(folds()).toBe(2);
});

it('does nothing while nothing is written', async () => {
  const { folds } = folding([true]);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(folds()).toBe(0);
});

it('tries again while it is held back, tells it once, and tells when it is over', async () => {
  const { log, folds, notes } = folding([...Array.from({ length: 8 }, () => false), true]);
  log.committed(true);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(notes).toEqual([]);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(folds()).toBe(9);
  expect(notes).toEqual([expect.stringContaining('somebody reads'), expect.stringContaining('is out')]);
});

it('tells what the disk said, and goes on trying', async () => {
  const { log, folds, notes } = folding([new Error('disk full')]);
  log.committed(true);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(folds()).toBeGreaterThan(5);
  expect(notes).toEqual([expect.stringContaining('disk full')]);
});

it('begins nothing after it was closed', async () => {
  const { log, folds } = folding([false]);
  log.committed(true);
  await vi.advanceTimersByTimeAsync(1_000);
  await log.close();
  log.committed(true);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(folds()).toBe(1);
});
