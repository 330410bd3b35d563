import type { Response } from 'express';

const MOST_BUFFERED_BYTES = 262_144;
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
 * that reads too slowly (256 kB behind, or nothing taken for 30 s) is cut: it can resume by its last event id.
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
  const heartbeat = setInterval(() => {
    stalledMs = response.writableNeedDrain ? stalledMs + options.heartbeatMs : 0;
    if (stalledMs >= LONGEST_STALL_MS) response.destroy();
    else write(': keep-alive\n\n');
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
