import type { Locale } from '../domain/locale.ts';
import type { Market } from '../domain/market.ts';
import type { Money } from '../domain/money.ts';
import type { ListOrder } from '../domain/need.ts';
import type { ProductDetail, ProductView } from '../domain/turn.ts';

/** Where and in which language an answer is given; both fall back to the shop's first market. */
export interface Place {
  readonly market?: string;
  readonly locale?: Locale;
  /** Unguessable name of the list that is asked for: what it shows is logged under it. A new one when absent. */
  readonly listId?: string;
  /** What chance in the list is derived from, so that the same request is answered alike; the list's own id when absent. */
  readonly seed?: string;
}

export interface SearchRequest extends Place {
  readonly query: string;
  readonly limit: number;
  /** Canonical attribute (also `brand`, `category`) to values; several values of one attribute are alternatives. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Minor units of the market's currency, inclusive. */
  readonly minPriceMinor?: number;
  readonly maxPriceMinor?: number;
  readonly sort: 'relevance' | ListOrder;
  /** `next` of the page before; asked with anything else changed but `limit`, it is refused with INVALID_ARGUMENT. */
  readonly cursor?: string;
}

export interface SearchAnswer {
  readonly products: readonly ProductView[];
  readonly total: number;
  /** Counts are of products found when the value is chosen in place of others of its attribute. */
  readonly facets: readonly {
    readonly attribute: string;
    /** What a shopper reads for it, as for each value. */
    readonly label: string;
    readonly values: readonly { readonly value: string; readonly label: string; readonly count: number }[];
  }[];
  /** Filters that were used, and those that were not with the reason. */
  readonly applied: readonly { readonly attribute: string; readonly value: string }[];
  readonly dropped: readonly {
    readonly attribute: string;
    readonly value: string;
    readonly reason: string;
  }[];
  readonly corrected?: string;
  /** Cursor of the next page; absent after the last. Along the pages every product of `total` comes exactly once. */
  readonly next?: string;
}

export interface RecommendationRequest extends Place {
  readonly conversationId?: string;
  readonly customerId?: string;
  readonly limit: number;
}

export interface BundleView {
  /** The product itself first, every other one with its reason. */
  readonly products: readonly ProductView[];
  readonly total: Money & { readonly formatted: string };
}

/** Verified by making the list again. Without `after` there is no single reason; without `before` no list. */
export interface CounterfactualView {
  /** What was left out; a product that must not be named is named by its id alone. */
  readonly removed: readonly { readonly productId: string; readonly title?: string }[];
  readonly before?: ProductView;
  readonly after?: ProductView;
}

export interface EventCaller {
  /** Set when the request carried a conversation's bearer token. */
  readonly conversation?: {
    readonly conversationId: string;
    readonly shopperId: string;
    readonly personalization: boolean;
    readonly market: string;
  };
  /** The browser asks not to be profiled (Global Privacy Control): nobody is known by the events. */
  readonly optsOut?: boolean;
}

export interface EventReceipt {
  readonly accepted: number;
  readonly rejected: readonly { readonly index: number; readonly reason: string }[];
  /** Accepted events that had to be corrected; absent when none had to. */
  readonly adjusted?: readonly { readonly index: number; readonly reason: string }[];
}

export type Readiness = Readonly<Record<string, { readonly ready: boolean; readonly detail: string }>>;

/** What the server offers beside the conversation. Same retrieval, same ranking, same facts. */
export interface Departments {
  markets(): readonly Market[];
  search(request: SearchRequest, signal: AbortSignal): Promise<SearchAnswer>;
  /** @throws NOT_FOUND when it is not sold in the market. */
  product(productId: string, place: Place): Promise<ProductDetail>;
  similar(
    productId: string,
    place: Place & { readonly limit: number },
    signal: AbortSignal,
  ): Promise<readonly ProductView[]>;
  goesWith(
    productId: string,
    place: Place & { readonly limit: number },
    signal: AbortSignal,
  ): Promise<readonly ProductView[]>;
  /** Up to three sets of two to four things with the product, all in stock and within the budget. @throws NOT_FOUND */
  bundles(
    productId: string,
    place: Place & { readonly budgetMinor?: number },
    signal: AbortSignal,
  ): Promise<readonly BundleView[]>;
  /** For a conversation's visit, a customer with consent, or nobody: then what is popular. */
  recommendations(request: RecommendationRequest, signal: AbortSignal): Promise<readonly ProductView[]>;
  /** What would be recommended first without the few things that speak most for what is. */
  counterfactual(request: RecommendationRequest, signal: AbortSignal): Promise<CounterfactualView>;
  /** Bad events are rejected by index and never drop their neighbours. Resolves after the commit. */
  recordEvents(batch: readonly unknown[], caller: EventCaller): Promise<EventReceipt>;
  readiness(): Readiness;
}
