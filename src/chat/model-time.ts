export interface ModelTime {
  /** Of the turn itself. */
  readonly signal: AbortSignal;
  /** Aborted when nobody waits for the turn any more. */
  readonly unheard?: AbortSignal | undefined;
  /** Of one turn: understanding it, the second try, words and tools all in all; absent: without end. */
  readonly timeoutMs?: number | undefined;
}

/** The time in which models may be asked for a turn, counted from now. What needs no model goes on after it. */
export function openModelTime({ signal, unheard, timeoutMs }: ModelTime): AbortSignal {
  const ends = [signal, unheard, timeoutMs === undefined ? undefined : AbortSignal.timeout(timeoutMs)];
  return AbortSignal.any(ends.filter((end) => end !== undefined));
}
