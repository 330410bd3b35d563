export interface Attempts<T> {
  /** Attempts that may follow a failure, best first; at least one. */
  readonly count: number;
  /** @param index From 0; as many as `count` for the one that only repeats. */
  start(index: number, signal: AbortSignal): Promise<T>;
  /** Frees an answer that came too late. */
  discard?(late: T): void;
  readonly signal: AbortSignal;
  /** When another attempt is started beside one that has not answered, and whether it may be. */
  readonly hedge?: { readonly afterMs: number; readonly isAllowed: () => boolean };
}

/**
 * The first of several attempts that succeeds. The next one starts when one fails, and one at most beside another that is slow; the first
 * answer ends the others.
 *
 * @throws The error of the last attempt that failed, when none is left.
 */
export function firstAnswer<T>(attempts: Attempts<T>): Promise<T> {
  const { count, signal, hedge } = attempts;
  const answer = Promise.withResolvers<T>();
  const running = new Set<AbortController>();
  let started = 0;
  let settled = false;

  function settle(winner?: AbortController): void {
    settled = true;
    clearTimeout(timer);
    for (const other of running) if (other !== winner) other.abort();
  }

  function launch(): void {
    const index = started;
    started += 1;
    const own = new AbortController();
    running.add(own);
    attempts.start(index, AbortSignal.any([signal, own.signal])).then(
      (value) => {
        if (settled) return attempts.discard?.(value);
        settle(own);
        answer.resolve(value);
      },
      (error: unknown) => {
        running.delete(own);
        if (settled) return;
        if (started < count && !signal.aborted) launch();
        else if (running.size === 0) {
          settle();
          answer.reject(error);
        }
      },
    );
  }

  const timer = setTimeout(() => {
    if (hedge !== undefined && running.size === 1 && hedge.isAllowed()) launch();
  }, hedge?.afterMs ?? 0);
  if (hedge === undefined) clearTimeout(timer);
  launch();
  return answer.promise;
}
