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

/** A turn that is being made. It goes on when nobody waits for it, without asking models. */
export interface LiveTurn {
  readonly conversationId: string;
  /** undefined until the turn has begun: turns of a conversation wait for each other. */
  messageId(): string | undefined;
  /** Tells what was missed since `after`, then what comes. @returns How to stop listening. */
  listen(listener: TurnListener, after?: Position): () => void;
  /** Somebody waits for it. @returns How to leave. */
  attend(): () => void;
  /** Settles with the turn, after the last event was told. */
  readonly outcome: Promise<Turn>;
}

/**
 * Makes a turn, telling its events.
 *
 * @param unheard Aborted once nobody has waited for the turn for some time.
 */
type MakeTurn = (onEvent: (event: TurnEvent) => void, unheard: AbortSignal) => Promise<Turn>;

export interface LiveTurns {
  run(conversationId: string, handle: MakeTurn): LiveTurn;
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

export interface LiveTurnsOptions {
  readonly limitStreams: number;
  /** Longest time without anybody who waits, milliseconds. */
  readonly abandonedAfterMs: number;
}

export function createLiveTurns(options: LiveTurnsOptions): LiveTurns {
  const running = new Set<LiveTurn>();
  const streams = new Map<string, number>();
  let open = 0;

  return {
    run(conversationId, handle) {
      const live = startTurn(conversationId, handle, options.abandonedAfterMs);
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

function startTurn(conversationId: string, handle: MakeTurn, abandonedAfterMs: number): LiveTurn {
  const audience = createAudience(abandonedAfterMs);
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
    attend: audience.attend,
    outcome: handle(onEvent, audience.unheard).finally(audience.close),
  };
}

/** Who waits for a turn. Nobody does from the start until somebody comes: a maker that is slow to be attended is not given up. */
function createAudience(abandonedAfterMs: number) {
  const leaving = new AbortController();
  let waiting = 0;
  let timer: NodeJS.Timeout | undefined;
  return {
    unheard: leaving.signal,
    attend() {
      waiting += 1;
      clearTimeout(timer);
      return once(() => {
        waiting -= 1;
        if (waiting === 0) timer = setTimeout(() => leaving.abort(), abandonedAfterMs).unref();
      });
    },
    close: () => clearTimeout(timer),
  };
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
}
