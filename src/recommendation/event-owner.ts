import type { Interaction } from '../domain/interaction.ts';
import type { SegmentEvent } from './segment-event.ts';

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
  /** Nobody may be known by it: a signal of the browser, or a visit that acts faster than people do. */
  readonly nameless?: boolean | undefined;
  /** Countries that the shop sells to; an event tells of no other. All when absent. */
  readonly markets?: ReadonlySet<string> | undefined;
}

export type Person = Pick<Interaction, 'shopperId' | 'sessionId'>;

const CUSTOMER = 'customer:';
const VISITOR = 'visitor:';

/**
 * Whom an event belongs to. With consent: bound to a conversation, its shopper; unbound, the customer (`userId`) or
 * visitor (`anonymousId`) it names. Without consent nobody, and no visit ties its interactions together.
 */
export function ownerOf(event: SegmentEvent, context: EventContext): Person {
  const { userId, anonymousId, context: sent } = event;
  const { conversation, consented = false, identified = false, nameless = false } = context;
  const told = consentTold(event);
  if (nameless || told === false) return {};
  if (conversation !== undefined) {
    return conversation.personalization
      ? { shopperId: conversation.shopperId, sessionId: conversation.conversationId }
      : {};
  }
  if (!consented && told !== true) return {};
  const sessionId = sent?.sessionId ?? anonymousId;
  return {
    ...(userId === undefined
      ? anonymousId === undefined
        ? {}
        : { shopperId: `${VISITOR}${anonymousId}` }
      : { shopperId: `${identified ? CUSTOMER : 'claimed:'}${userId}` }),
    ...(sessionId === undefined ? {} : { sessionId }),
  };
}

/** What the event itself says about personalization; undefined when it says nothing. */
export const consentTold = ({ context }: SegmentEvent): boolean | undefined =>
  context?.consent?.categoryPreferences?.personalization ?? undefined;

/** A visitor who turned out to be a customer. */
export interface Alias {
  /** Of the visitor. */
  readonly from: string;
  /** Of the customer. */
  readonly to: string;
}

/**
 * Who a visitor turned out to be. Only two proofs are taken: the token of a conversation whose customer the shop proved and
 * who consents, and a sender that proves its users. Only visitors become somebody: two customers are never one.
 *
 * @returns A sentence when nobody was proved: then nothing is merged.
 */
export function readAlias(
  event: Extract<SegmentEvent, { type: 'alias' }>,
  { conversation, identified = false, nameless = false }: EventContext,
): Alias | string {
  const from = `${VISITOR}${event.previousId}`;
  if (nameless) return 'alias: nobody may be known by it, nothing was merged';
  if (conversation === undefined) {
    return identified && event.userId !== undefined
      ? { from, to: `${CUSTOMER}${event.userId}` }
      : 'alias: nobody was proved, nothing was merged';
  }
  const { shopperId, personalization } = conversation;
  const isCustomer = shopperId.startsWith(CUSTOMER);
  if (!isCustomer) return 'alias: the conversation is not of a proved customer, nothing was merged';
  if (!personalization) return 'alias: the customer has not allowed it, nothing was merged';
  if (event.userId !== undefined && `${CUSTOMER}${event.userId}` !== shopperId)
    return 'alias: userId is not the customer of the conversation, nothing was merged';
  return { from, to: shopperId };
}
