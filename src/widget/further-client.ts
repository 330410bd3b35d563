import type { Consent } from '../domain/customer.ts';
import type { Turn } from '../domain/turn.ts';
import { addressOf, authorized, JSON_TYPE, type OpenConversation } from './chat-client.ts';
import { type Attended, followAttended } from './follow-attended.ts';
import { pause } from './pause.ts';
import { type Fetched, request } from './request.ts';

export interface StoredMessage {
  readonly messageId: string;
  readonly utterance: string;
  readonly turn: Turn;
}

/** `score` from 1 to 5, 5 is best. */
export type RatingAnswer =
  | { readonly score: number; readonly comment?: string }
  | { readonly declined: true };

/** What of a conversation is asked for after its first reply, or when it is taken up. */
export interface FurtherClient {
  /** The latest messages, or the latest before one; oldest first. */
  history(
    conversation: OpenConversation,
    part: { readonly before?: string; readonly limit: number },
  ): Promise<Fetched<{ readonly messages: readonly StoredMessage[] }>>;
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
  setConsent(conversation: OpenConversation, consent: Consent): Promise<Fetched<undefined>>;
  /** How it was, or that they would rather not say. */
  rate(conversation: OpenConversation, answer: RatingAnswer): Promise<Fetched<undefined>>;
  /** Deletes the conversation where it is kept. */
  forget(conversation: OpenConversation): Promise<Fetched<undefined>>;
}

export function createFurtherClient(server: string, wait = pause): FurtherClient {
  const ask = <T>(
    conversation: OpenConversation,
    tail: string,
    init: RequestInit = {},
  ): Promise<Fetched<T>> =>
    request(addressOf(server, conversation, tail), {
      ...init,
      headers: { ...init.headers, ...authorized(conversation) },
    });
  return {
    history: (conversation, { before, limit }) => {
      const part = new URLSearchParams({ limit: String(limit), ...(before !== undefined && { before }) });
      return ask(conversation, `/messages?${part}`);
    },
    attended: (conversation) => ask(conversation, '/entries'),
    follow: (conversation, options) =>
      followAttended({
        ...options,
        address: addressOf(server, conversation, '/entries'),
        headers: authorized(conversation),
        wait,
      }),
    backToAssistant: (conversation) => ask(conversation, '/back-to-assistant', { method: 'POST' }),
    setConsent: (conversation, consent) =>
      ask(conversation, '/consent', {
        method: 'PUT',
        headers: JSON_TYPE,
        body: JSON.stringify(consent),
      }),
    rate: (conversation, answer) =>
      ask(conversation, '/satisfaction', {
        method: 'POST',
        headers: JSON_TYPE,
        body: JSON.stringify(answer),
      }),
    forget: (conversation) => ask(conversation, '', { method: 'DELETE' }),
  };
}
