export interface StopOptions {
  readonly process: NodeJS.Process;
  /** npm started us. It runs commands through a shell that dies of a signal without handing it on. */
  readonly startedByNpm: boolean;
}

/** A signal this soon after the first is the same one: a terminal and a launcher both send it. */
const SAME_SIGNAL_MS = 1_000;
const PARENT_CHECK_MS = 250;

/**
 * Everything that asks the program to stop, as one abort signal: Ctrl-C, SIGTERM, the launcher's end and, under npm,
 * the end of npm's shell. Who asks again is impatient: the process ends at once, exit code 1.
 */
export function listenForStop({ process, startedByNpm }: StopOptions): AbortSignal {
  const stop = new AbortController();
  let askedAtMs = Number.POSITIVE_INFINITY;
  const ask = (reason: string) => {
    if (performance.now() - askedAtMs > SAME_SIGNAL_MS) process.exit(1);
    if (stop.signal.aborted) return;
    askedAtMs = performance.now();
    stop.abort(reason);
  };
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => ask(name));
  process.once('disconnect', () => ask('end of the launcher'));
  process.channel?.unref();
  if (startedByNpm) {
    const parent = process.ppid;
    const check = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(check);
      ask('end of npm');
    }, PARENT_CHECK_MS);
    check.unref();
  }
  return stop.signal;
}
