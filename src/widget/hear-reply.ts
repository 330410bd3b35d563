import type { TurnEvent } from '../domain/turn.ts';
import { parseEventStream, type StreamedEvent } from '../web/parse-event-stream.ts';
import { hearStream } from './hear-stream.ts';
import { EMPTY_REPLY, hear, type Reply } from './reply-state.ts';
import { type Fetched, failureOf } from './request.ts';

export interface ReplyListener {
  /** The reply as far as it has arrived. */
  onReply(reply: Reply): void;
  /** The line was cut; it is tried again. */
  onLost(): void;
}

export interface ReplyRequest {
  /** Of the messages of the conversation. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The message, with an id by which it is known when it comes again. */
  readonly body: string;
  readonly signal?: AbortSignal;
  /** Resolves after so many milliseconds. */
  wait(milliseconds: number): Promise<void>;
}

/** Between tries that brought nothing new. */
const WAITS_MS = [500, 1_500, 4_000, 8_000] as const;

/**
 * Says something and hears the reply over as many streams as it takes. A cut stream is resumed behind the last event
 * that was heard; a reply that the server no longer knows, since it restarted, is asked for again from its start.
 */
export async function hearReply(asked: ReplyRequest, listener: ReplyListener): Promise<Fetched<Reply>> {
  const { address, body, signal, wait } = asked;
  const headers = { ...asked.headers, Accept: 'text/event-stream' };
  const listening = createListening(listener.onReply);
  let tries = 0;
  while (tries <= WAITS_MS.length) {
    const known = listening.lastEventId;
    const opened =
      known === undefined
        ? await hearStream(address, {
            method: 'POST',
            headers: { ...headers, 'Content-Type': 'application/json' },
            body,
            signal,
          })
        : await hearStream(address, { headers: { ...headers, 'Last-Event-ID': known }, signal });
    const heard =
      typeof opened === 'string'
        ? ({ kind: 'failed', failure: opened } as const)
        : opened === undefined
          ? listening.forget()
          : await listening.hearFrom(opened);
    if (heard !== 'cut' && !(heard.kind === 'failed' && heard.failure === 'offline')) return heard;
    if (signal?.aborted === true) break;
    if (listening.lastEventId !== known) tries = 0;
    listener.onLost();
    await wait(WAITS_MS[tries] ?? 0);
    tries += 1;
  }
  return { kind: 'failed', failure: 'offline' };
}

function createListening(onReply: (reply: Reply) => void) {
  let reply = EMPTY_REPLY;
  const listening = {
    lastEventId: undefined as string | undefined,
    forget(): 'cut' {
      listening.lastEventId = undefined;
      reply = EMPTY_REPLY;
      return 'cut';
    },
    async hearFrom(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Fetched<Reply> | 'cut'> {
      const isResumed = listening.lastEventId !== undefined;
      try {
        for await (const event of parseEventStream(stream)) {
          if (event.name === 'turn-error') return readProblem(event);
          const told = toTurnEvent(event);
          if (isResumed && isOfAnother(reply, told)) return listening.forget();
          if (event.id !== '') listening.lastEventId = event.id;
          reply = hear(reply, told);
          onReply(reply);
          if (reply.isComplete) return { kind: 'fetched', value: reply };
        }
      } catch {
        return 'cut';
      }
      return 'cut';
    },
  };
  return listening;
}

/** What is resumed is another turn: the server does not know ours, and told the latest it has. */
const isOfAnother = (reply: Reply, event: TurnEvent): boolean =>
  (event.type === 'reply-start' && event.messageId !== reply.messageId) ||
  (event.type === 'reply-end' && event.turn.messageId !== reply.messageId);

/** The server writes each event as its domain shape without the type; the end is the turn itself. */
function toTurnEvent({ name, data }: StreamedEvent): TurnEvent {
  const content: unknown = JSON.parse(data);
  return (
    name === 'reply-end' ? { type: name, turn: content } : { type: name, ...Object(content) }
  ) as TurnEvent;
}

/** A server that restarts finishes nothing more here, and is asked again. */
function readProblem({ data }: StreamedEvent): Fetched<Reply> | 'cut' {
  const { status } = JSON.parse(data) as { readonly status: number };
  return status === 503 ? 'cut' : { kind: 'failed', failure: failureOf(status) };
}
