import type { MemoryView } from '../domain/memory.ts';
import type { ProductView } from '../domain/turn.ts';
import type { WidgetSettings } from '../domain/widget-settings.ts';
import type { OpenConversation } from './chat-client.ts';
import { type Fetched, request } from './request.ts';

export interface Remembered extends MemoryView {
  /** There when the server honours Global Privacy Control. */
  readonly privacy?: { readonly globalPrivacyControl: string };
}

export interface PlainList {
  readonly products: readonly ProductView[];
  readonly isSame: boolean;
}

/** What is remembered of the shopper of a conversation, over HTTP. */
export interface PrivacyClient {
  read(conversation: OpenConversation): Promise<Fetched<Remembered>>;
  forget(conversation: OpenConversation, itemId: string): Promise<Fetched<undefined>>;
  setPaused(conversation: OpenConversation, isPaused: boolean): Promise<Fetched<undefined>>;
  withoutBehaviour(conversation: OpenConversation, messageId: string): Promise<Fetched<PlainList>>;
  /** Everything that was said, as the server keeps it. */
  messages(conversation: OpenConversation): Promise<Fetched<unknown>>;
  /** @param cache `reload` for what holds now. */
  settings(cache?: RequestCache): Promise<Fetched<WidgetSettings>>;
}

export function createPrivacyClient(server: string): PrivacyClient {
  const ask = <T>(
    { conversationId, token }: OpenConversation,
    tail: string,
    init: RequestInit = {},
  ): Promise<Fetched<T>> =>
    request(new URL(`/v1/conversations/${encodeURIComponent(conversationId)}/${tail}`, server).href, {
      ...init,
      headers: { ...init.headers, Authorization: `Bearer ${token}` },
    });
  return {
    read: (conversation) => ask(conversation, 'memory'),
    forget: (conversation, itemId) =>
      ask(conversation, `memory/${encodeURIComponent(itemId)}`, { method: 'DELETE' }),
    setPaused: (conversation, isPaused) =>
      ask(conversation, 'memory', {
        method: 'PATCH',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ isPaused }),
      }),
    withoutBehaviour: (conversation, messageId) =>
      ask(conversation, `messages/${encodeURIComponent(messageId)}/without-behaviour`),
    messages: (conversation) => ask(conversation, 'messages'),
    settings: (cache = 'default') => request(new URL('/v1/widget', server).href, { cache }),
  };
}
