import { createHash } from 'node:crypto';
import type { Interaction, InteractionType } from '../domain/interaction.ts';
import type { ProductProperties, SegmentEvent } from './segment-event.ts';

/** What a caller proved. An event may never speak for anybody else. */
export interface EventOwner {
  readonly conversationId: string;
  readonly shopperId: string;
  readonly personalization: boolean;
  readonly market: string;
}

export interface EventContext {
  readonly receivedAtMs: number;
  /** The conversation whose token came with the event. */
  readonly conversation?: EventOwner | undefined;
  /** The sender vouches that every shopper in the events allowed personalization. */
  readonly consented?: boolean | undefined;
  /** The sender proves who its users are; else a userId is a claim and never reaches the customer's own history. */
  readonly identified?: boolean | undefined;
}

/** An interaction whose product has not been looked up yet. */
export interface DraftInteraction extends Omit<Interaction, 'productId'> {
  /** What the event calls the product, the likeliest first. */
  readonly productIds: readonly string[];
}

export type EventMeaning =
  | {
      readonly kind: 'interactions';
      /** Empty for an event that nothing is learned from. */
      readonly drafts: readonly DraftInteraction[];
      /** What had to be corrected, in words. */
      readonly adjusted?: string;
    }
  | { readonly kind: 'rejected'; readonly reason: string };

/** Lower case, spaces between words. Everything else is accepted and nothing is learned from it. */
const LEARNED_EVENTS: ReadonlyMap<string, InteractionType> = new Map([
  ['product viewed', 'view'],
  ['product clicked', 'click'],
  ['product added', 'add-to-cart'],
  ['product removed', 'remove-from-cart'],
  ['order completed', 'purchase'],
]);

const DAY_MS = 86_400_000;

/**
 * What an event says about products.
 *
 * Identity: with consent a bound event belongs to its conversation's shopper, an unbound one to the customer (`userId`) or
 * visitor (`anonymousId`) it names; without consent to nobody, and no visit ties its interactions together.
 * Idempotency: the interaction's id is derived from `messageId`; without one from the event's content, and from the day of
 * receipt when it has no time of its own.
 * Time: `timestamp`, else `originalTimestamp` corrected by the sender's clock error (`sentAt` against receipt), else the
 * receipt. A future time becomes the receipt, and is reported.
 */
export function toInteractions(event: SegmentEvent, context: EventContext): EventMeaning {
  const type = event.type === 'track' ? LEARNED_EVENTS.get(normalName(event.event)) : undefined;
  if (event.type !== 'track' || type === undefined) return { kind: 'interactions', drafts: [] };
  const { properties } = event;
  const products =
    type === 'purchase' ? (properties?.products ?? []) : properties == null ? [] : [properties];
  const named = products.filter((product) => namesOf(product).length > 0);
  if (named.length === 0) {
    const missing = type === 'purchase' ? 'products, each with product_id or sku' : 'product_id or sku';
    return { kind: 'rejected', reason: `properties: ${event.event} needs ${missing}` };
  }
  const currencies = new Set([properties, ...products].flatMap((product) => product?.currency ?? []));
  if (currencies.size > 1) return { kind: 'rejected', reason: 'properties: one order, one currency' };

  const toldAtMs = timeOf(event, context.receivedAtMs);
  const common = {
    type,
    ...identityOf(event, context),
    ...marketOf(event, context),
    occurredAtMs: Math.min(toldAtMs, context.receivedAtMs),
    receivedAtMs: context.receivedAtMs,
  };
  const key = idempotencyKey(event, context);
  return {
    kind: 'interactions',
    drafts: named.map((product, index) => ({
      ...common,
      interactionId: createHash('sha256').update(`${key}\n${index}`).digest('base64url').slice(0, 32),
      productIds: namesOf(product),
      quantity: product.quantity,
    })),
    ...(toldAtMs > context.receivedAtMs
      ? { adjusted: 'timestamp: lies in the future, the time of receipt was taken' }
      : {}),
  };
}

const normalName = (name: string): string => name.toLowerCase().replace(/[\s_]+/g, ' ');

const namesOf = ({ product_id, sku }: ProductProperties): string[] =>
  [product_id, sku].filter((name) => name !== undefined);

function identityOf(
  { userId, anonymousId, context: sent }: SegmentEvent,
  { conversation, consented = false, identified = false }: EventContext,
): Pick<Interaction, 'shopperId' | 'sessionId'> {
  if (conversation !== undefined) {
    return conversation.personalization
      ? { shopperId: conversation.shopperId, sessionId: conversation.conversationId }
      : {};
  }
  if (!consented && sent?.consent?.categoryPreferences?.personalization !== true) return {};
  const sessionId = sent?.sessionId ?? anonymousId;
  return {
    ...(userId === undefined
      ? anonymousId === undefined
        ? {}
        : { shopperId: `visitor:${anonymousId}` }
      : { shopperId: `${identified ? 'customer' : 'claimed'}:${userId}` }),
    ...(sessionId === undefined ? {} : { sessionId }),
  };
}

function marketOf(
  event: Extract<SegmentEvent, { type: 'track' }>,
  { conversation }: EventContext,
): Pick<Interaction, 'market'> {
  const market = conversation?.market ?? event.properties?.market ?? event.context?.market ?? '';
  return /^[a-z]{2}$/i.test(market) ? { market: market.toUpperCase() } : {};
}

function timeOf({ timestamp, originalTimestamp, sentAt }: SegmentEvent, receivedAtMs: number): number {
  if (timestamp !== undefined) return timestamp;
  if (originalTimestamp === undefined) return receivedAtMs;
  return sentAt === undefined ? originalTimestamp : receivedAtMs - Math.max(0, sentAt - originalTimestamp);
}

function idempotencyKey(event: SegmentEvent, { receivedAtMs, conversation }: EventContext): string {
  if (event.messageId != null) return `message ${event.messageId}`;
  const day = event.timestamp ?? event.originalTimestamp ?? Math.floor(receivedAtMs / DAY_MS);
  return `content ${conversation?.conversationId ?? ''} ${day} ${JSON.stringify(event)}`;
}
