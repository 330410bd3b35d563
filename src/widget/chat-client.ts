import type { ProductView, Turn, TurnEvent } from '../domain/turn.ts';
import { parseEventStream, type StreamedEvent } from './parse-event-stream.ts';
import { EMPTY_REPLY, hear, type Reply } from './reply-state.ts';
import { type Failure, type Fetched, failureOf, request } from './request.ts';

interface OpenConversation {
  readonly conversationId: string;
  readonly token: string;
}

export interface Started extends OpenConversation {
  readonly greeting: { readonly text: string; readonly language: string };
}

interface StoredMessage {
  readonly utterance: string;
  readonly turn: Turn;
}

interface SayOptions {
  readonly text: string;
  /** The same id again is the same message: nothing is said twice. */
  readonly clientMessageId: string;
  readonly productId?: string;
  onReply(reply: Reply): void;
  onLost(): void;
}

export interface ChatClient {
  start(options: {
    readonly market?: string;
    readonly locale?: string;
    readonly personalization: boolean;
  }): Promise<Fetched<Started>>;
  history(conversation: OpenConversation): Promise<Fetched<{ readonly messages: readonly StoredMessage[] }>>;
  /** Says something and hears the reply to its end, coming back when the stream is cut. */
  say(conversation: OpenConversation, options: SayOptions): Promise<Fetched<Reply>>;
  setConsent(conversation: OpenConversation, personalization: boolean): Promise<Fetched<undefined>>;
  /** Tells that a product of a list was opened. Outlives the page. */
  clicked(
    conversation: OpenConversation,
    click: { readonly product: ProductView; readonly position: number; readonly listId: string },
  ): void;
}

const WAITS_MS = [500, 1_500, 4_000, 8_000] as const;
const JSON_TYPE = { 'Content-Type': 'application/json' };

/** @param wait Resolves after so many milliseconds. */
export function createChatClient(
  server: string,
  wait: (milliseconds: number) => Promise<void> = (milliseconds) =>
    new Promise((resolve) => setTimeout(resolve, milliseconds)),
): ChatClient {
  const at = (path: string) => new URL(path, server).href;
  const ofConversation = ({ conversationId }: OpenConversation, tail = '') =>
    at(`/v1/conversations/${encodeURIComponent(conversationId)}${tail}`);
  const authorized = ({ token }: OpenConversation) => ({ Authorization: `Bearer ${token}` });

  return {
    start: ({ market, locale, personalization }) =>
      request(at('/v1/conversations'), {
        method: 'POST',
        headers: JSON_TYPE,
        body: JSON.stringify({
          ...(market !== undefined && { market }),
          ...(locale !== undefined && { locale }),
          consent: { personalization },
        }),
      }),
    history: (conversation) =>
      request(ofConversation(conversation, '/messages'), { headers: authorized(conversation) }),
    setConsent: (conversation, personalization) =>
      request(ofConversation(conversation, '/consent'), {
        method: 'PUT',
        headers: { ...authorized(conversation), ...JSON_TYPE },
        body: JSON.stringify({ personalization }),
      }),
    clicked(conversation, { product, position, listId }) {
      void request(at('/v1/events'), {
        method: 'POST',
        keepalive: true,
        headers: {
          ...authorized(conversation),
          ...JSON_TYPE,
          'X-Conversation-Id': conversation.conversationId,
        },
        body: JSON.stringify({
          type: 'track',
          event: 'Product Clicked',
          messageId: crypto.randomUUID(),
          timestamp: new Date().toISOString(),
          properties: { product_id: product.productId, position, list_id: listId },
          context: { conversationId: conversation.conversationId },
        }),
      });
    },
    async say(conversation, options) {
      const messages = ofConversation(conversation, '/messages');
      const headers = { ...authorized(conversation), Accept: 'text/event-stream' };
      const body = JSON.stringify({
        text: options.text,
        clientMessageId: options.clientMessageId,
        ...(options.productId !== undefined && { page: { productId: options.productId } }),
      });
      const listening = createListening(options.onReply);
      for (const pauseMs of [0, ...WAITS_MS]) {
        if (pauseMs > 0) {
          options.onLost();
          await wait(pauseMs);
        }
        const heard = await listening.hearFrom(
          listening.lastEventId === undefined
            ? await open(messages, { method: 'POST', headers: { ...headers, ...JSON_TYPE }, body })
            : await open(messages, { headers: { ...headers, 'Last-Event-ID': listening.lastEventId } }),
        );
        if (heard !== 'cut') return heard;
      }
      return { kind: 'failed', failure: 'offline' };
    },
  };
}

type Opened = ReadableStream<Uint8Array<ArrayBuffer>> | Failure;

async function open(address: string, init: RequestInit): Promise<Opened> {
  try {
    const response = await fetch(address, init);
    if (response.ok && response.body !== null) return response.body;
    return response.status === 204 ? 'offline' : failureOf(response.status);
  } catch {
    return 'offline';
  }
}

/** Hears a reply over as many streams as it takes. */
function createListening(onReply: (reply: Reply) => void) {
  let reply = EMPTY_REPLY;
  const listening = {
    lastEventId: undefined as string | undefined,
    async hearFrom(opened: Opened): Promise<Fetched<Reply> | 'cut'> {
      if (opened === 'offline') return 'cut';
      if (typeof opened === 'string') return { kind: 'failed', failure: opened };
      try {
        for await (const event of parseEventStream(opened)) {
          if (event.id !== '') listening.lastEventId = event.id;
          if (event.name === 'turn-error') return readProblem(event);
          reply = hear(reply, toTurnEvent(event));
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
