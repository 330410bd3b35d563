import { setTimeout as wait } from 'node:timers/promises';

/** Keeps work that nobody waits for out of the way of answers. */
export interface Pace {
  /** To be called between two pieces of work: others run meanwhile. @throws The signal's reason when it is aborted. */
  breathe(): Promise<void>;
  /** Whether the time is used up. */
  isOver(): boolean;
}

/** Of one processor, at most. */
const SHARE = 0.6;
/** A pause is no longer, whatever was waited for in the piece of work before it. */
const LONGEST_PAUSE_MS = 40;

/** @param limitMs Time there is, from now on. */
export function keepPace(limitMs: number, signal: AbortSignal): Pace {
  const endMs = performance.now() + limitMs;
  let begunMs = performance.now();
  return {
    isOver: () => performance.now() > endMs,
    async breathe() {
      const workedMs = performance.now() - begunMs;
      await wait(Math.min(LONGEST_PAUSE_MS, Math.ceil((workedMs * (1 - SHARE)) / SHARE)), undefined, {
        signal,
      });
      begunMs = performance.now();
    },
  };
}
