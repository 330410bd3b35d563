import { asksForPrivacy } from './privacy-signal.ts';

/** Whose events they are. */
interface Bound {
  readonly conversationId: string;
  readonly token: string;
}

export interface ShopEventsOptions {
  /** Origin of the assistant; nothing is sent anywhere else. */
  readonly server: string;
  /** The conversation, while its shopper agrees that something is kept; else undefined. */
  readonly agreed: () => Bound | undefined;
  readonly newId: () => string;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  readonly fetch?: typeof fetch;
  /** Calls back after so many milliseconds. */
  readonly later?: (work: () => void, milliseconds: number) => void;
}

export interface ShopEvents {
  /** Takes an event of the page, or drops it: without consent, with Global Privacy Control, and what is no event of a shop. */
  track(name: unknown, properties: unknown): void;
  /** Sends what waits, once more if need be; it outlives the page. */
  flush(): Promise<void>;
}

/** Segment, e-commerce V2. What a shop knows better itself, its orders, is not taken from a page. */
const EVENTS: ReadonlySet<string> = new Set([
  'Product Viewed',
  'Product List Viewed',
  'Product Clicked',
  'Product Added',
  'Product Removed',
  'Cart Viewed',
  'Checkout Started',
]);
/** Nothing else leaves the page: no names, no addresses, no prices. */
const PROPERTIES = ['product_id', 'sku', 'variant', 'quantity', 'position', 'list_id'] as const;
const MOST_PRODUCTS = 50;
const LONGEST_TEXT = 200;
/** Browsers let 64 kB outlive a page. */
const MOST_WAITING = 30;
const WAIT_MS = 2_000;

/** What the shopper does on the page, told to the assistant in batches, each event once. */
export function createShopEvents(options: ShopEventsOptions): ShopEvents {
  const { server, agreed, newId, clock } = options;
  const send = options.fetch ?? ((address, init) => fetch(address, init));
  const later = options.later ?? ((work, milliseconds) => void setTimeout(work, milliseconds));
  let waiting: object[] = [];

  async function deliver(batch: readonly object[], { conversationId, token }: Bound): Promise<boolean> {
    try {
      const answer = await send(new URL('/v1/events', server).href, {
        method: 'POST',
        keepalive: true,
        credentials: 'omit',
        referrerPolicy: 'origin',
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
          'X-Conversation-Id': conversationId,
        },
        body: JSON.stringify({ batch }),
      });
      // What was refused is refused once more.
      return answer.status < 500 && answer.status !== 429;
    } catch {
      return false;
    }
  }

  const flush = async (): Promise<void> => {
    const bound = agreed();
    const batch = waiting;
    waiting = [];
    if (bound === undefined || batch.length === 0) return;
    if (!(await deliver(batch, bound)) && agreed()?.conversationId === bound.conversationId)
      await deliver(batch, bound);
  };

  return {
    track(name, properties) {
      if (typeof name !== 'string' || !EVENTS.has(name)) return;
      if (asksForPrivacy() || agreed() === undefined || waiting.length >= MOST_WAITING) return;
      if (waiting.length === 0) later(() => void flush(), WAIT_MS);
      waiting.push({
        type: 'track',
        event: name,
        messageId: newId(),
        timestamp: new Date(clock()).toISOString(),
        properties: toProperties(properties),
      });
    },
    flush,
  };
}

function toProperties(given: unknown): object {
  const { products } = Object(given) as { readonly products?: unknown };
  return {
    ...picked(given),
    ...(Array.isArray(products) && { products: products.slice(0, MOST_PRODUCTS).map(picked) }),
  };
}

function picked(given: unknown): object {
  const from: Readonly<Record<string, unknown>> = Object(given);
  const kept = PROPERTIES.flatMap((name) => {
    const value = Object.hasOwn(from, name) ? from[name] : undefined;
    const isKept =
      (typeof value === 'string' && value !== '' && value.length <= LONGEST_TEXT) || Number.isFinite(value);
    return isKept ? [[name, value] as const] : [];
  });
  return Object.fromEntries(kept);
}
