import type { ProductView, Turn } from '../domain/turn.ts';
import { type Attended, followAttended } from './follow-attended.ts';
import { hearReply, type ReplyListener } from './hear-reply.ts';
import type { PageView } from './page-product.ts';
import type { Reply } from './reply-state.ts';
import { type Fetched, request } from './request.ts';
import type { SentPicture } from './shrink-picture.ts';

export interface OpenConversation {
  readonly conversationId: string;
  readonly token: string;
}

export interface Started extends OpenConversation {
  readonly greeting: { readonly text: string; readonly language: string };
}

export interface StoredMessage {
  readonly messageId: string;
  readonly utterance: string;
  readonly turn: Turn;
}

export interface SayOptions extends ReplyListener {
  readonly text: string;
  readonly picture?: SentPicture;
  /** The same id again is the same message: nothing is said twice. */
  readonly clientMessageId: string;
  /** What is known of the page it is said on. */
  readonly page?: PageView;
  /** Aborted when nobody wants the answer any more. */
  readonly signal?: AbortSignal;
}

export interface ChatClient {
  start(options: {
    readonly market?: string;
    readonly locale?: string;
    readonly personalization: boolean;
  }): Promise<Fetched<Started>>;
  /** The latest messages, or the latest before one; oldest first. */
  history(
    conversation: OpenConversation,
    part: { readonly before?: string; readonly limit: number },
  ): Promise<Fetched<{ readonly messages: readonly StoredMessage[] }>>;
  /** Says something and hears the reply to its end, coming back when the stream is cut. */
  say(conversation: OpenConversation, options: SayOptions): Promise<Fetched<Reply>>;
  /** Who answers, and what persons said so far. */
  attended(conversation: OpenConversation): Promise<Fetched<Attended>>;
  /** What persons say from then on, until the signal is aborted or the server has no more to tell. */
  follow(
    conversation: OpenConversation,
    options: {
      readonly after: number;
      readonly signal: AbortSignal;
      onAttended(attended: Attended): void;
    },
  ): Promise<void>;
  backToAssistant(conversation: OpenConversation): Promise<Fetched<unknown>>;
  setConsent(conversation: OpenConversation, personalization: boolean): Promise<Fetched<undefined>>;
  /** Deletes the conversation where it is kept. */
  forget(conversation: OpenConversation): Promise<Fetched<undefined>>;
  /** Departments of the shop, largest first. */
  departments(place: {
    readonly market?: string;
    readonly locale: string;
  }): Promise<Fetched<readonly string[]>>;
  isReachable(): Promise<boolean>;
  /** Tells that a product of a list was opened. Outlives the page. */
  clicked(
    conversation: OpenConversation,
    click: { readonly product: ProductView; readonly position: number; readonly listId: string },
  ): void;
}

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
    history: (conversation, { before, limit }) => {
      const part = new URLSearchParams({ limit: String(limit), ...(before !== undefined && { before }) });
      return request(ofConversation(conversation, `/messages?${part}`), {
        headers: authorized(conversation),
      });
    },
    say: (conversation, { text, picture, clientMessageId, page, signal, ...listener }) =>
      hearReply(
        {
          address: ofConversation(conversation, '/messages'),
          headers: authorized(conversation),
          body: JSON.stringify({
            text,
            ...(picture !== undefined && { image: picture }),
            clientMessageId,
            ...(page !== undefined && { page }),
          }),
          wait,
          ...(signal !== undefined && { signal }),
        },
        listener,
      ),
    attended: (conversation) =>
      request(ofConversation(conversation, '/entries'), { headers: authorized(conversation) }),
    follow: (conversation, options) =>
      followAttended({
        ...options,
        address: ofConversation(conversation, '/entries'),
        headers: authorized(conversation),
        wait,
      }),
    backToAssistant: (conversation) =>
      request(ofConversation(conversation, '/back-to-assistant'), {
        method: 'POST',
        headers: authorized(conversation),
      }),
    setConsent: (conversation, personalization) =>
      request(ofConversation(conversation, '/consent'), {
        method: 'PUT',
        headers: { ...authorized(conversation), ...JSON_TYPE },
        body: JSON.stringify({ personalization }),
      }),
    forget: (conversation) =>
      request(ofConversation(conversation), { method: 'DELETE', headers: authorized(conversation) }),
    async departments({ market, locale }) {
      const place = new URLSearchParams({ locale, limit: '1', ...(market !== undefined && { market }) });
      const found = await request<Faceted>(at(`/v1/search?${place}`));
      return found.kind === 'failed' ? found : { kind: 'fetched', value: rootsOf(found.value) };
    },
    isReachable: async () => (await request(at('/livez'))).kind === 'fetched',
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
  };
}

interface Faceted {
  readonly facets: readonly {
    readonly attribute: string;
    readonly values: readonly { readonly value: string; readonly label?: string }[];
  }[];
}

/** Categories that stand in no other, in the shopper's language. */
function rootsOf({ facets }: Faceted): readonly string[] {
  const categories = facets.find(({ attribute }) => attribute === 'category')?.values ?? [];
  return categories.flatMap(({ value, label = value }) => (value.includes('>') ? [] : [label]));
}
