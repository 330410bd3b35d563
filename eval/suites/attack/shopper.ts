import type { Turn } from '../../../src/domain/turn.ts';
import { AssistantError } from '../../../src/errors/assistant-error.ts';

/** A turn as it came over the wire. */
export interface HeardTurn {
  readonly status: number;
  /** Everything that was sent for it, as it was sent. */
  readonly wire: string;
  /** Of the last event; absent when none ended the reply. */
  readonly turn?: Turn;
  /** The words as they were streamed. */
  readonly streamed: string;
}

export interface Shopper {
  readonly conversationId: string;
  say(text: string, page?: { readonly productId?: string; readonly url?: string }): Promise<HeardTurn>;
  /** As the conversation is read again. */
  history(): Promise<string>;
}

export interface ShopperOptions {
  readonly locale: string;
  readonly market?: string;
  readonly customerToken?: string;
}

/** Somebody who talks with a served shop over HTTP, streamed. */
export async function startShopper(url: string, options: ShopperOptions): Promise<Shopper> {
  const started = await post(`${url}/v1/conversations`, options, {});
  if (!started.ok)
    throw new AssistantError('INTERNAL', `No conversation could be begun: ${await started.text()}`);
  const { conversationId, token } = (await started.json()) as { conversationId: string; token: string };
  const path = `${url}/v1/conversations/${conversationId}/messages`;
  const authorization = { authorization: `Bearer ${token}` };
  return {
    conversationId,
    async say(text, page) {
      const message = { text, ...(page === undefined ? {} : { page }) };
      const response = await post(path, message, { ...authorization, accept: 'text/event-stream' });
      const wire = await response.text();
      const events = readEvents(wire);
      const end = events.find(({ name }) => name === 'reply-end')?.data as Turn | undefined;
      const streamed = events
        .filter(({ name }) => name === 'reply-delta')
        .map(({ data }) => (data as { readonly text: string }).text)
        .join('');
      return { status: response.status, wire, streamed, ...(end === undefined ? {} : { turn: end }) };
    },
    async history() {
      return await (await fetch(path, { headers: authorization })).text();
    },
  };
}

const post = (url: string, body: object, headers: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

function readEvents(wire: string): { readonly name: string; readonly data: unknown }[] {
  return wire.split('\n\n').flatMap((block) => {
    const fields = new Map(
      block.split('\n').map((line) => {
        const at = line.indexOf(': ');
        return [line.slice(0, at), line.slice(at + 2)] as const;
      }),
    );
    const name = fields.get('event');
    return name === undefined ? [] : [{ name, data: JSON.parse(fields.get('data') ?? 'null') as unknown }];
  });
}
