import { createHash } from 'node:crypto';
import type { Interaction, InteractionType } from '../domain/interaction.ts';
import { meaningOfEvent } from './event-names.ts';
import { type Alias, consentTold, type EventContext, ownerOf, readAlias } from './event-owner.ts';
import { timeOfEvent } from './event-time.ts';
import type { ProductProperties, SegmentEvent } from './segment-event.ts';

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
      /** The event is fine when the catalogue has none of the products. */
      readonly isProductOptional?: boolean;
      /** What had to be corrected, in words. */
      readonly adjusted?: string;
    }
  /** The holder of a conversation's token says what may be kept from now on. */
  | { readonly kind: 'consent'; readonly personalization: boolean }
  | { readonly kind: 'alias'; readonly alias: Alias }
  | { readonly kind: 'rejected'; readonly reason: string };

type EventOf<Type> = Extract<SegmentEvent, { type: Type }>;

const DAY_MS = 86_400_000;

const NOTHING: EventMeaning = { kind: 'interactions', drafts: [] };
const nothingBut = (adjusted: string): EventMeaning => ({ ...NOTHING, adjusted });

/**
 * What an event says about products and people.
 *
 * Idempotency: the interaction's id is derived from `messageId`; without one from the event's content, and from the day of
 * receipt when it has no time of its own. Whose it is: `ownerOf`. When it happened: `timeOfEvent`.
 *
 * @param pageProduct The product whose page has an address; a page that is none teaches nothing.
 */
export function toInteractions(
  event: SegmentEvent,
  context: EventContext,
  pageProduct: (url: string) => string | undefined = () => undefined,
): EventMeaning {
  switch (event.type) {
    case 'track':
      return readTrack(event, context);
    case 'page':
      return readPage(event, context, pageProduct);
    case 'identify':
      return readIdentify(event, context);
    case 'alias': {
      const alias = readAlias(event, context);
      return typeof alias === 'string' ? nothingBut(alias) : { kind: 'alias', alias };
    }
  }
}

function readTrack(event: EventOf<'track'>, context: EventContext): EventMeaning {
  const { properties } = event;
  const meaning = meaningOfEvent(event.event, properties?.rating);
  if (meaning === undefined) return NOTHING;
  const products =
    meaning.about === 'order' ? (properties?.products ?? []) : properties == null ? [] : [properties];
  const named = products.filter((product) => namesOf(product).length > 0);
  if (named.length === 0) {
    if (!meaning.needsProduct) return NOTHING;
    const missing = meaning.about === 'order' ? 'products, each with product_id or sku' : 'product_id or sku';
    return { kind: 'rejected', reason: `properties: ${event.event} needs ${missing}` };
  }
  const currencies = new Set([properties, ...products].flatMap((product) => product?.currency ?? []));
  if (currencies.size > 1) return { kind: 'rejected', reason: 'properties: one order, one currency' };
  return { kind: 'interactions', ...draft(event, { type: meaning.type, products: named }, context) };
}

/** The page of a product is a look at it. */
function readPage(
  event: EventOf<'page'>,
  context: EventContext,
  pageProduct: (url: string) => string | undefined,
): EventMeaning {
  const url = event.properties?.url ?? event.context?.page?.url;
  const told = event.properties?.product_id ?? event.properties?.productId;
  const productId = told ?? (url == null ? undefined : pageProduct(url));
  if (productId === undefined) return NOTHING;
  const product: ProductProperties = {
    product_id: productId,
    productId: undefined,
    sku: undefined,
    quantity: 1,
  };
  return {
    kind: 'interactions',
    ...draft(event, { type: 'view', products: [product] }, context),
    isProductOptional: true,
  };
}

/** Traits are not kept. Consent is changed by whoever holds the conversation's token, and by nobody else. */
function readIdentify(event: EventOf<'identify'>, { conversation, nameless }: EventContext): EventMeaning {
  const personalization = consentTold(event);
  if (personalization === undefined) return NOTHING;
  if (conversation === undefined)
    return nothingBut('context.consent: is changed with the token of the conversation only');
  if (personalization && nameless === true)
    return nothingBut('context.consent: the browser asks for no profile, so none is kept');
  return { kind: 'consent', personalization };
}

interface Said {
  readonly type: InteractionType;
  /** Each with a name. */
  readonly products: readonly ProductProperties[];
}

function draft(
  event: EventOf<'track' | 'page'>,
  { type, products }: Said,
  context: EventContext,
): { readonly drafts: readonly DraftInteraction[]; readonly adjusted?: string } {
  const { receivedAtMs, identified = false } = context;
  const owner = ownerOf(event, context);
  const isNobody = owner.shopperId === undefined && owner.sessionId === undefined;
  const { occurredAtMs, adjusted } = timeOfEvent(event, { receivedAtMs, isFile: identified, isNobody });
  const listId = event.type === 'track' && !isNobody ? event.properties?.list_id : undefined;
  const key = idempotencyKey(event, context);
  return {
    drafts: products.map((product, index) => ({
      type,
      ...owner,
      ...marketOf(event, context),
      ...(listId === undefined ? {} : { listId }),
      occurredAtMs,
      receivedAtMs,
      interactionId: createHash('sha256').update(`${key}\n${index}`).digest('base64url').slice(0, 32),
      productIds: namesOf(product),
      quantity: product.quantity,
    })),
    ...(adjusted === undefined ? {} : { adjusted }),
  };
}

const namesOf = ({ product_id, productId, sku }: ProductProperties): string[] =>
  [product_id, productId, sku].filter((name) => name !== undefined);

function marketOf(
  event: EventOf<'track' | 'page'>,
  { conversation, markets }: EventContext,
): Pick<Interaction, 'market'> {
  const told = event.type === 'track' ? event.properties?.market : undefined;
  const market = conversation?.market ?? told ?? event.context?.market ?? '';
  const country = market.toUpperCase();
  return /^[A-Z]{2}$/.test(country) && markets?.has(country) !== false ? { market: country } : {};
}

function idempotencyKey(event: SegmentEvent, { receivedAtMs, conversation }: EventContext): string {
  if (event.messageId != null) return `message ${event.messageId}`;
  const day = event.timestamp ?? event.originalTimestamp ?? Math.floor(receivedAtMs / DAY_MS);
  return `content ${conversation?.conversationId ?? ''} ${day} ${JSON.stringify(event)}`;
}
