import { AssistantError } from '../../src/errors/assistant-error.ts';

/** A shopper in a conversation, as the widget of a shop page would speak for one. */
export interface ShopVisitor {
  readonly conversationId: string;
  /** One turn. */
  say(text: string): Promise<void>;
  /** Ids of what is recommended now, best first. */
  recommended(): Promise<readonly string[]>;
  send(batch: readonly unknown[]): Promise<SentBatch>;
}

export interface SentBatch {
  readonly accepted: number;
  /** Places in the batch. */
  readonly rejected: readonly number[];
}

export async function startVisit(url: string): Promise<ShopVisitor> {
  const started = await call(`${url}/v1/conversations`, { consent: { personalization: true } });
  const { conversationId, token } = started as { conversationId: string; token: string };
  const headers = { Authorization: `Bearer ${token}`, 'X-Conversation-Id': conversationId };
  return {
    conversationId,
    async say(text) {
      await call(`${url}/v1/conversations/${conversationId}/messages`, { text }, headers);
    },
    async recommended() {
      const list = await call(
        `${url}/v1/recommendations?conversationId=${conversationId}`,
        undefined,
        headers,
      );
      return (list as { products: { productId: string }[] }).products.map(({ productId }) => productId);
    },
    send: (batch) => sendEvents(url, batch, headers),
  };
}

/** @param headers Of a conversation; without them the events speak for whom they name. */
export async function sendEvents(
  url: string,
  batch: readonly unknown[],
  headers: Readonly<Record<string, string>> = {},
): Promise<SentBatch> {
  const sentAt = new Date().toISOString();
  const receipt = await call(`${url}/v1/events`, { batch, sentAt }, headers);
  const { accepted, rejected } = receipt as { accepted: number; rejected: { index: number }[] };
  return { accepted, rejected: rejected.map(({ index }) => index) };
}

/** @throws {AssistantError} INTERNAL when it is refused. */
async function call(
  address: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const response = await fetch(address, {
    headers: { ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  if (!response.ok)
    throw new AssistantError('INTERNAL', `${new URL(address).pathname} answered ${response.status}`, {
      details: { answer },
    });
  return answer;
}
