import type { ProductView } from '../domain/turn.ts';
import { hearReply, type ReplyListener } from './hear-reply.ts';
import type { PageView } from './page-view.ts';
import { pause } from './pause.ts';
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
  /** Says something and hears the reply to its end, coming back when the stream is cut. */
  say(conversation: OpenConversation, options: SayOptions): Promise<Fetched<Reply>>;
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

export const addressOf = (server: string, { conversationId }: OpenConversation, tail = ''): string =>
  new URL(`/v1/conversations/${encodeURIComponent(conversationId)}${tail}`, server).href;

export const authorized = ({ token }: OpenConversation) => ({ Authorization: `Bearer ${token}` });

export const JSON_TYPE = { 'Content-Type': 'application/json' };

/** What a conversation needs to its first reply. @param wait Resolves after so many milliseconds. */
export function createChatClient(server: string, wait = pause): ChatClient {
  const at = (path: string) => new URL(path, server).href;

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
    say: (conversation, { text, picture, clientMessageId, page, signal, ...listener }) =>
      hearReply(
        {
          address: addressOf(server, conversation, '/messages'),
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
