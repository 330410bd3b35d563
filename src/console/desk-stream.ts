import type { DeskEvent } from '../domain/desk/queue.ts';
import { openStream } from '../web/open-stream.ts';
import { parseEventStream } from '../web/parse-event-stream.ts';

/** Between tries; the last one again and again. */
const WAITS_MS = [500, 1_500, 4_000, 10_000] as const;

export interface DeskStreamOptions {
  readonly signal: AbortSignal;
  onEvent(event: DeskEvent): void;
  /** Whether what the page shows is as it is now. */
  onConnection(isConnected: boolean): void;
  /** Nobody is signed in any more. */
  onSignedOut(): void;
}

/**
 * Hears what happens at the desk until the signal is aborted. Comes back when the line is cut, and goes on after the last
 * event it heard; where the server cannot, it says `missed`.
 */
export async function followDesk(options: DeskStreamOptions): Promise<void> {
  const { signal } = options;
  let lastId = '';
  for (let tries = 0; !signal.aborted; ) {
    const opened = await openStream('/v1/desk/stream', {
      headers: { Accept: 'text/event-stream', ...(lastId !== '' && { 'Last-Event-ID': lastId }) },
      signal,
    });
    if (opened?.status === 401) {
      options.onSignedOut();
      return;
    }
    if (opened?.body !== undefined) {
      options.onConnection(true);
      tries = 0;
      try {
        for await (const { id, name, data } of parseEventStream(opened.body)) {
          if (id !== '') lastId = id;
          options.onEvent({ type: name, ...JSON.parse(data) } as DeskEvent);
        }
      } catch {
        // The line was cut: it is opened again.
      }
    }
    if (signal.aborted) return;
    options.onConnection(false);
    await pause(WAITS_MS[Math.min(tries, WAITS_MS.length - 1)] ?? 0, signal);
    tries += 1;
  }
}

/** At once when the browser says that the network is back. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    addEventListener('online', done, { once: true });
    signal.addEventListener('abort', done, { once: true });
  });
}
