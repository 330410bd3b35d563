/** What a shopper did with a product, as far as recommendation learns from it. */
export type InteractionType =
  | 'view'
  | 'click'
  | 'add-to-cart'
  | 'purchase'
  | 'remove-from-cart'
  | 'checkout'
  | 'wishlist'
  | 'remove-from-wishlist'
  | 'share'
  | 'review'
  /** A bad review. */
  | 'dislike'
  | 'refund';

export interface Interaction {
  /** Idempotency key: the same id twice is one interaction. */
  readonly interactionId: string;
  readonly type: InteractionType;
  readonly productId: string;
  /** Pseudonymous; absent without consent: then it counts for popularity, never for a profile. */
  readonly shopperId?: string;
  /** A visit or conversation; absent without consent. */
  readonly sessionId?: string;
  readonly market?: string;
  /** When it happened, epoch milliseconds. */
  readonly occurredAtMs: number;
  readonly receivedAtMs: number;
  readonly quantity?: number;
  /** The list it was chosen from: a `messageId`, or the `listId` of an answer. Absent without consent. */
  readonly listId?: string;
}
