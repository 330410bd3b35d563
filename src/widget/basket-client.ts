import type { CartView } from '../domain/cart.ts';
import type { ProductDetail } from '../domain/turn.ts';

interface OpenConversation {
  readonly conversationId: string;
  readonly token: string;
}

/** Why the shop did not do it: no network, a code of the problem document, or the rule that refused it. */
export interface BasketFailure {
  /** "offline" when nothing was heard, else the code of the problem. */
  readonly code: string;
  /** Of WRITE_REFUSED. */
  readonly refusal?: string;
}

export type BasketAnswer<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'failed'; readonly failure: BasketFailure };

export interface Wish {
  readonly productId: string;
  /** May be left out where the product has one variant. */
  readonly variantId?: string;
  readonly quantity: number;
  /** The list it was chosen from. */
  readonly listId?: string;
}

/** The basket of a conversation over HTTP. A key names an effect: the same key again has no second one. */
export interface BasketClient {
  show(conversation: OpenConversation): Promise<BasketAnswer<CartView>>;
  add(conversation: OpenConversation, wish: Wish, key: string): Promise<BasketAnswer<CartView>>;
  /** @param quantity 0 takes the line out. */
  setQuantity(
    conversation: OpenConversation,
    lineId: string,
    quantity: number,
    key: string,
  ): Promise<BasketAnswer<CartView>>;
  checkout(conversation: OpenConversation): Promise<BasketAnswer<{ readonly url: string }>>;
  product(
    productId: string,
    place: { readonly market: string | undefined; readonly locale: string },
  ): Promise<BasketAnswer<ProductDetail>>;
}

export function createBasketClient(server: string): BasketClient {
  const at = ({ conversationId }: OpenConversation, tail: string) =>
    new URL(`/v1/conversations/${encodeURIComponent(conversationId)}/${tail}`, server);
  const headersOf = ({ token }: OpenConversation, key?: string) => ({
    Authorization: `Bearer ${token}`,
    ...(key !== undefined && { 'Idempotency-Key': key, 'Content-Type': 'application/json' }),
  });

  return {
    show: (conversation) => ask(at(conversation, 'basket'), { headers: headersOf(conversation) }),
    add: (conversation, wish, key) =>
      ask(at(conversation, 'basket'), {
        method: 'POST',
        headers: headersOf(conversation, key),
        body: JSON.stringify(wish),
      }),
    setQuantity: (conversation, lineId, quantity, key) =>
      ask(at(conversation, `basket/lines/${encodeURIComponent(lineId)}`), {
        method: 'PATCH',
        headers: headersOf(conversation, key),
        body: JSON.stringify({ quantity }),
      }),
    checkout: (conversation) =>
      ask(at(conversation, 'checkout'), { method: 'POST', headers: headersOf(conversation) }),
    product(productId, { market, locale }) {
      const address = new URL(`/v1/products/${encodeURIComponent(productId)}`, server);
      address.searchParams.set('locale', locale);
      if (market !== undefined) address.searchParams.set('market', market);
      return ask(address, {});
    },
  };
}

async function ask<T>(address: URL, init: RequestInit): Promise<BasketAnswer<T>> {
  try {
    const response = await fetch(address, init);
    const body: unknown = await response.json();
    return response.ok ? { kind: 'done', value: body as T } : { kind: 'failed', failure: readProblem(body) };
  } catch {
    return { kind: 'failed', failure: { code: 'offline' } };
  }
}

/** RFC 9457; what a proxy answers in its own words is a failure like any other. */
function readProblem(body: unknown): BasketFailure {
  const { code, refusal } = Object(body) as { readonly code?: unknown; readonly refusal?: unknown };
  return {
    code: typeof code === 'string' ? code : 'INTERNAL',
    ...(typeof refusal === 'string' && { refusal }),
  };
}
