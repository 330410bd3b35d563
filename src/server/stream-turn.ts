import type { Response } from 'express';
import type { Turn, TurnEvent } from '../domain/turn.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import { openEventStream } from './event-stream.ts';
import type { TurnListener } from './live-turns.ts';
import { toProblem } from './problem.ts';
import { eventsAfter, formatPosition, type Position, snapshotOf } from './turn-snapshot.ts';

/** How long a client waits before it comes back to a server that restarts. */
const RESTART_RETRY_MS = 2_000;

export interface StreamOptions {
  readonly response: Response;
  readonly requestId: string;
  readonly heartbeatMs: number;
  /** Aborted when the server stops waiting for turns. */
  readonly shutdown: AbortSignal;
  /** What the client has heard already. */
  readonly after?: Position;
  /** Tells events as they come and resolves with the turn. The turn itself goes on when the client leaves. */
  follow(tell: TurnListener): Promise<Turn>;
  onFailure(error: unknown): void;
  /** The stream is over, whoever ended it. */
  onClose(): void;
}

/**
 * Streams one turn. Whatever `follow` did not tell is told from the finished turn, so that a client always hears every
 * part once and `reply-end` last; or `turn-error` with a problem.
 */
export async function streamTurn(options: StreamOptions): Promise<void> {
  const stream = openEventStream(options.response, { heartbeatMs: options.heartbeatMs });
  stream.closed.addEventListener('abort', options.onClose);
  let heard = options.after;
  const tell: TurnListener = ({ position, event }) => {
    heard = position;
    stream.send({ id: formatPosition(position), name: event.type, data: toData(event) });
  };
  try {
    const turn = await orShutdown(options.follow(tell), options.shutdown);
    const after = heard?.messageId === turn.messageId ? heard : undefined;
    for (const event of eventsAfter(snapshotOf(turn), after)) tell(event);
  } catch (error) {
    options.onFailure(error);
    stream.send({
      ...(heard !== undefined && { id: formatPosition(heard) }),
      name: 'turn-error',
      data: toProblem(error, options.requestId),
      ...(options.shutdown.aborted && { retryMs: RESTART_RETRY_MS }),
    });
  }
  stream.end();
}

/** The body of an event: everything but its type; of `reply-end` the whole turn. */
function toData(event: TurnEvent): unknown {
  if (event.type === 'reply-end') return event.turn;
  const { type: _type, ...data } = event;
  return data;
}

/** @throws {AssistantError} NOT_READY as soon as the server gives up waiting. */
function orShutdown<T>(work: Promise<T>, shutdown: AbortSignal): Promise<T> {
  const stopping = () =>
    new AssistantError('NOT_READY', 'The server restarts; come back with the id of the last event');
  return new Promise((resolve, reject) => {
    const stop = () => reject(stopping());
    if (shutdown.aborted) stop();
    shutdown.addEventListener('abort', stop, { once: true });
    work
      .then(resolve, (error: unknown) => reject(shutdown.aborted ? stopping() : error))
      .finally(() => {
        shutdown.removeEventListener('abort', stop);
      });
  });
}
