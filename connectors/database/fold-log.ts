/** When the write-ahead log is folded into the file of the database. */
export interface LogFolding {
  /** To be told after each commit. */
  committed(isErasure: boolean): void;
  /** Nothing is begun any more; waits for what is under way. */
  close(): Promise<void>;
}

/** One fold for all that is erased within it. */
const AFTER_ERASURE_MS = 1_000;
/** Anything may overwrite what somebody said, or delete it because it is old. */
const AFTER_WRITE_MS = 60_000;
/** A reader that holds the log back is given this long at first, then twice as long each time. */
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 30_000;
/** Longer than the answers of a healthy shop read. */
const TOLD_AFTER_MS = 5_000;

/**
 * Keeps the time bounded in which words that were deleted can still be read in the write-ahead log: SQLite itself begins to overwrite it
 * from its start only when a thousand pages are written, and never cuts it.
 *
 * @param fold Folds the log and cuts it to nothing; false when somebody reads what stood before. May throw, as when the disk is full.
 * @param note Hears that the log is held back, once, and that it no longer is.
 */
export function createLogFolding(options: {
  readonly fold: () => Promise<boolean>;
  readonly note: (text: string) => void;
}): LogFolding {
  const { fold, note } = options;
  let timer: NodeJS.Timeout | undefined;
  let dueAtMs = Number.POSITIVE_INFINITY;
  let running: Promise<void> = Promise.resolve();
  let failing: { sinceMs: number; retryMs: number; isTold: boolean } | undefined;
  let isClosed = false;

  function schedule(inMs: number): void {
    const atMs = performance.now() + inMs;
    if (isClosed || atMs >= dueAtMs) return;
    clearTimeout(timer);
    dueAtMs = atMs;
    timer = setTimeout(() => {
      dueAtMs = Number.POSITIVE_INFINITY;
      running = running.then(run);
    }, inMs).unref();
  }

  async function run(): Promise<void> {
    const reason = await fold().then(
      (isFolded) => (isFolded ? undefined : 'somebody reads what stood before'),
      (error: unknown) => String(error),
    );
    if (reason === undefined) {
      if (failing?.isTold === true) note('What was deleted is out of the write-ahead log now');
      failing = undefined;
      return;
    }
    failing ??= { sinceMs: performance.now(), retryMs: FIRST_RETRY_MS, isTold: false };
    const heldMs = performance.now() - failing.sinceMs;
    if (!failing.isTold && heldMs >= TOLD_AFTER_MS) {
      failing.isTold = true;
      note(
        `What was deleted can still be read in the write-ahead log after ${Math.round(heldMs / 1_000)} s: ${reason}; it is tried again`,
      );
    }
    schedule(failing.retryMs);
    failing.retryMs = Math.min(failing.retryMs * 2, LONGEST_RETRY_MS);
  }

  return {
    committed: (isErasure) => schedule(isErasure ? AFTER_ERASURE_MS : AFTER_WRITE_MS),
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
