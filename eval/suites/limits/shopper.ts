import type { Turn } from '../../../src/domain/turn.ts';
import { AssistantError } from '../../../src/errors/assistant-error.ts';

export interface Shopper {
  /** ISO 4217, of the market. */
  readonly currency: string;
  say(text: string): Promise<Turn>;
}

interface Started {
  readonly conversationId: string;
  readonly token: string;
  readonly market: string;
}

/** A conversation with a running server, from outside. @throws {AssistantError} NOT_READY when it does not answer as it should. */
export async function startShopping(
  url: string,
  language: string,
  market: string | undefined,
): Promise<Shopper> {
  const started = (await post(`${url}/v1/conversations`, {
    locale: language,
    ...(market === undefined ? {} : { market }),
  })) as Started;
  const { markets } = (await read(await fetch(`${url}/v1/markets`))) as {
    readonly markets: readonly { country: string; currency: string }[];
  };
  const currency = markets.find(({ country }) => country === started.market)?.currency ?? 'USD';
  return {
    currency,
    say: async (text) =>
      (await post(
        `${url}/v1/conversations/${started.conversationId}/messages`,
        { text },
        started.token,
      )) as Turn,
  };
}

async function post(url: string, body: object, token?: string): Promise<unknown> {
  const headers = {
    'content-type': 'application/json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  return await read(await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) }));
}

async function read(response: Response): Promise<unknown> {
  const body: unknown = await response.json();
  if (!response.ok)
    throw new AssistantError(
      'NOT_READY',
      `${response.url} answered ${response.status}: ${JSON.stringify(body)}`,
    );
  return body;
}
