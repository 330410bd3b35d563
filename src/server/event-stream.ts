import type { Response } from 'express';

/** Far above any turn: a slow client may have all of one waiting. */
const MOST_BUFFERED_BYTES = 1_048_576;
const LONGEST_STALL_MS = 30_000;

/** A response of server-sent events (HTML Living Standard, section 9.2). */
export interface EventStream {
  send(event: {
    readonly id?: string;
    readonly name: string;
    readonly data: unknown;
    readonly retryMs?: number;
  }): void;
  end(): void;
  /** Aborted when the stream is over, whoever ended it. */
  readonly closed: AbortSignal;
}

/**
 * Begins a stream: no cache, no transformation, no buffering by proxies, and a comment line to keep it open. A client
 * that is 1 MB behind, or takes nothing for 30 s, is cut: it can resume by its last event id.
 */
export function openEventStream(response: Response, options: { readonly heartbeatMs: number }): EventStream {
  const closing = new AbortController();
  let stalledMs = 0;
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();

  const write = (chunk: string) => {
    if (closing.signal.aborted) return;
    response.write(chunk);
    if (response.writableLength > MOST_BUFFERED_BYTES) response.destroy();
  };
  let taken = bytesTaken(response);
  const heartbeat = setInterval(() => {
    const isStalled = response.writableLength > 0 && bytesTaken(response) === taken;
    taken = bytesTaken(response);
    stalledMs = isStalled ? stalledMs + options.heartbeatMs : 0;
    if (stalledMs >= LONGEST_STALL_MS) response.destroy();
    else if (!isStalled) write(': keep-alive\n\n');
  }, options.heartbeatMs);
  heartbeat.unref();
  response.once('close', () => {
    clearInterval(heartbeat);
    closing.abort();
  });

  return {
    send: ({ id, name, data, retryMs }) => {
      const lines = [
        ...(retryMs === undefined ? [] : [`retry: ${retryMs}`]),
        ...(id === undefined ? [] : [`id: ${id}`]),
        `event: ${name}`,
        `data: ${JSON.stringify(data)}`,
      ];
      write(`${lines.join('\n')}\n\n`);
    },
    end: () => void response.end(),
    closed: closing.signal,
  };
}

/** Bytes of the connection that the client's side has taken from us. */
const bytesTaken = ({ socket }: Response): number =>
  socket === null ? 0 : socket.bytesWritten - socket.writableLength;
