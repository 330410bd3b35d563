import type { Turn, TurnEvent } from '../domain/turn.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import {
  advance,
  eventsAfter,
  type Position,
  type PositionedEvent,
  type TurnSnapshot,
} from './turn-snapshot.ts';

export type TurnListener = (event: PositionedEvent) => void;

/** A turn that is being made. It goes on when nobody listens. */
interface LiveTurn {
  readonly conversationId: string;
  /** undefined until the turn has begun: turns of a conversation wait for each other. */
  messageId(): string | undefined;
  /** Tells what was missed since `after`, then what comes. @returns How to stop listening. */
  listen(listener: TurnListener, after?: Position): () => void;
  /** Settles with the turn, after the last event was told. */
  readonly outcome: Promise<Turn>;
}

export interface LiveTurns {
  /** @param handle Makes the turn, telling its events. */
  run(conversationId: string, handle: (onEvent: (event: TurnEvent) => void) => Promise<Turn>): LiveTurn;
  /** The running turn with this id, or the oldest running one of the conversation. */
  find(conversationId: string, messageId?: string): LiveTurn | undefined;
  /**
   * Counts a stream of a conversation; the answer releases it.
   *
   * @throws {AssistantError} TOO_MANY_REQUESTS when the conversation has too many.
   */
  openStream(conversationId: string): () => void;
  streams(): number;
  /** Resolves when no turn runs. */
  idle(): Promise<void>;
}

export function createLiveTurns(options: { readonly limitStreams: number }): LiveTurns {
  const running = new Set<LiveTurn>();
  const streams = new Map<string, number>();
  let open = 0;

  return {
    run(conversationId, handle) {
      const live = startTurn(conversationId, handle);
      running.add(live);
      const forget = () => void running.delete(live);
      live.outcome.then(forget, forget);
      return live;
    },
    find: (conversationId, messageId) =>
      [...running].find(
        (live) =>
          live.conversationId === conversationId &&
          (messageId === undefined || live.messageId() === messageId),
      ),
    openStream(conversationId) {
      const count = streams.get(conversationId) ?? 0;
      if (count >= options.limitStreams) {
        throw new AssistantError(
          'TOO_MANY_REQUESTS',
          `This conversation has ${count} open streams; close one before the next`,
          { details: { retryAfterSeconds: 1 } },
        );
      }
      streams.set(conversationId, count + 1);
      open += 1;
      return once(() => {
        open -= 1;
        const left = (streams.get(conversationId) ?? 1) - 1;
        if (left > 0) streams.set(conversationId, left);
        else streams.delete(conversationId);
      });
    },
    streams: () => open,
    async idle() {
      while (running.size > 0) await Promise.allSettled([...running].map((live) => live.outcome));
    },
  };
}

function startTurn(
  conversationId: string,
  handle: (onEvent: (event: TurnEvent) => void) => Promise<Turn>,
): LiveTurn {
  const listeners = new Set<TurnListener>();
  let snapshot: TurnSnapshot | undefined;
  const onEvent = (event: TurnEvent) => {
    const step = advance(snapshot, event);
    if (step === undefined) return;
    snapshot = step.snapshot;
    for (const listener of listeners) listener({ position: step.position, event });
  };
  return {
    conversationId,
    messageId: () => snapshot?.messageId,
    listen(listener, after) {
      if (snapshot !== undefined) for (const event of eventsAfter(snapshot, after)) listener(event);
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    outcome: handle(onEvent),
  };
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
}
