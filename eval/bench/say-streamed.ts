/** One turn over HTTP, as a browser hears it. */
export interface SaidTurn {
  readonly status: number;
  /** From the request; absent when there were none. */
  readonly firstProductsMs?: number;
  readonly replyEndMs: number;
  readonly products: number;
  readonly text: string;
  readonly understoodBy?: string;
  /** Why an answer was given without a component. */
  readonly reasons: readonly string[];
}

/** Says something in a conversation of its own and hears the stream to its end. */
export async function sayStreamed(url: string, text: string): Promise<SaidTurn> {
  const started = await post(`${url}/v1/conversations`, { locale: 'en-US' });
  const { conversationId, token } = (await started.json()) as { conversationId: string; token: string };
  const startedMs = performance.now();
  const response = await post(
    `${url}/v1/conversations/${conversationId}/messages`,
    { text },
    { Authorization: `Bearer ${token}`, Accept: 'text/event-stream' },
  );
  let wire = '';
  let firstProductsMs: number | undefined;
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    wire += decoder.decode(chunk as Uint8Array, { stream: true });
    if (wire.includes('event: products-available\n')) firstProductsMs ??= performance.now() - startedMs;
  }
  const replyEndMs = performance.now() - startedMs;
  const end = /^event: reply-end\ndata: (?<turn>.*)$/m.exec(wire)?.groups?.turn;
  const turn = JSON.parse(end ?? '{}') as {
    products?: unknown[];
    text?: string;
    understoodBy?: string;
    degraded?: { reason: string }[];
  };
  return {
    status: response.status,
    ...(firstProductsMs === undefined ? {} : { firstProductsMs }),
    replyEndMs,
    products: turn.products?.length ?? 0,
    text: turn.text ?? '',
    ...(turn.understoodBy === undefined ? {} : { understoodBy: turn.understoodBy }),
    reasons: (turn.degraded ?? []).map(({ reason }) => reason),
  };
}

const post = (url: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
