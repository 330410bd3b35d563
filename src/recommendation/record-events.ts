import type { Interaction } from '../domain/interaction.ts';
import type { Database, Query } from '../ports/database.ts';
import { type Alias, type EventContext, type EventOwner, ownerOf } from './event-owner.ts';
import { type ParsedEvent, parseSegmentEvent, type SegmentEvent } from './segment-event.ts';
import { storeInteractions } from './store-interactions.ts';
import { type DraftInteraction, type EventMeaning, toInteractions } from './to-interactions.ts';

export interface RecordOptions {
  readonly database: Pick<Database, 'transaction'>;
  /** Decoded JSON, one event each. */
  readonly batch: readonly unknown[];
  readonly caller: {
    readonly conversation?: EventOwner | undefined;
    /** The browser asks not to be profiled: nobody is known by any of the events. */
    readonly optsOut?: boolean | undefined;
  };
  /** True when the catalogue has the product. Asked once per id and batch. */
  readonly isKnownProduct: (productId: string) => boolean | Promise<boolean>;
  /** Countries that the shop sells to; of others an event says nothing. All when absent. */
  readonly markets?: ReadonlySet<string>;
  /** The product whose page has an address. */
  readonly productAt?: (url: string) => string | undefined;
  readonly clock: () => number;
  /** The sender vouches for the consent of every shopper in the batch: a shop importing what it may use. */
  readonly consented?: boolean;
  /** The sender proves who its users are: a shop's own import. Else a userId is a claim. */
  readonly identified?: boolean;
  /**
   * True for a visit that acts faster than people do: what it does is kept, and nobody is known by it, nor by what it did
   * in the hour before.
   */
  readonly isTooFast?: (visit: string) => boolean;
  /** Written in the same transaction; hears what was stored for the first time. May be run twice. */
  readonly alsoWrite?: (query: Query, stored: readonly Interaction[]) => Promise<void>;
}

interface EventNote {
  /** 0-based position in the batch. */
  readonly index: number;
  readonly reason: string;
}

export interface RecordReceipt {
  /** Events taken, those known already included. */
  readonly accepted: number;
  readonly rejected: readonly EventNote[];
  /** Accepted events that had to be corrected. */
  readonly adjusted: readonly EventNote[];
  /** What was stored for the first time, in the order of the batch. */
  readonly interactions: readonly Interaction[];
  /** Visitors whose interactions became a customer's. */
  readonly aliases: readonly Alias[];
  /** Shoppers who turned out to be no people. */
  readonly unnamed: readonly string[];
  /** What the holder of the conversation's token allows from now on; absent when the batch does not say. */
  readonly personalization?: boolean;
}

const HOUR_MS = 3_600_000;

/**
 * Takes a batch of events: each one is accepted or rejected by itself, all that are accepted are stored in one transaction.
 * The same event again is accepted and stored once. A consent that the batch withdraws is withdrawn for all of it; one that
 * it gives counts from the next batch on. Resolves after the commit.
 *
 * @throws {AssistantError} DATABASE_FAILED: then nothing was stored and the batch can be sent again.
 */
export async function recordEvents(options: RecordOptions): Promise<RecordReceipt> {
  const isKnown = remember(options.isKnownProduct);
  const rejected: EventNote[] = [];
  const adjusted: EventNote[] = [];
  const interactions: Interaction[] = [];
  const aliases: Alias[] = [];
  const unnamed = new Set<string>();
  const parsed = options.batch.map(parseSegmentEvent);
  const wishes = parsed.flatMap((event) => consentWish(event, options.caller.conversation));
  const personalization = wishes.includes(false) ? false : wishes.at(-1);
  const context: EventContext = {
    receivedAtMs: options.clock(),
    conversation: options.caller.conversation,
    consented: options.consented,
    identified: options.identified,
    markets: options.markets,
    nameless: options.caller.optsOut === true || personalization === false,
  };

  for (const [index, event] of parsed.entries()) {
    const meaning = meaningOf(event, context, options, unnamed);
    if (meaning.kind === 'rejected') {
      rejected.push({ index, reason: meaning.reason });
      continue;
    }
    if (meaning.kind === 'alias') aliases.push(meaning.alias);
    if (meaning.kind !== 'interactions') continue;
    const found = await findProducts(meaning.drafts, isKnown);
    const unknown = meaning.drafts.length - found.length;
    if (unknown > 0 && found.length === 0 && meaning.isProductOptional !== true) {
      rejected.push({ index, reason: 'properties: the catalogue has no such product' });
      continue;
    }
    if (unknown > 0 && found.length > 0)
      adjusted.push({ index, reason: `properties: ${unknown} products are unknown and left out` });
    if (meaning.adjusted !== undefined) adjusted.push({ index, reason: meaning.adjusted });
    interactions.push(...found);
  }
  return {
    accepted: options.batch.length - rejected.length,
    rejected,
    adjusted,
    interactions: await storeInteractions(options.database, interactions, {
      conversationId: options.caller.conversation?.conversationId,
      aliases,
      unnamed: { shopperIds: [...unnamed], sinceMs: context.receivedAtMs - HOUR_MS },
      alsoWrite: options.alsoWrite,
    }),
    aliases,
    unnamed: [...unnamed],
    ...(personalization === undefined || (personalization && options.caller.optsOut === true)
      ? {}
      : { personalization }),
  };
}

function consentWish(parsed: ParsedEvent, conversation: EventOwner | undefined): boolean[] {
  if (parsed.kind === 'rejected' || parsed.event.type !== 'identify') return [];
  const meaning = toInteractions(parsed.event, { receivedAtMs: 0, conversation });
  return meaning.kind === 'consent' ? [meaning.personalization] : [];
}

/** @param unnamed Gets the shopper of a visit that is too fast. */
function meaningOf(
  parsed: ParsedEvent,
  context: EventContext,
  options: RecordOptions,
  unnamed: Set<string>,
): EventMeaning {
  if (parsed.kind === 'rejected') return parsed;
  const { event } = parsed;
  const visit = context.identified === true ? undefined : visitOf(event, context);
  const isTooFast = visit !== undefined && options.isTooFast?.(visit) === true;
  const { shopperId } = isTooFast ? ownerOf(event, context) : {};
  if (shopperId !== undefined) unnamed.add(shopperId);
  const meaning = toInteractions(
    event,
    isTooFast ? { ...context, nameless: true } : context,
    options.productAt,
  );
  return isTooFast && meaning.kind === 'interactions' && meaning.drafts.length > 0
    ? { ...meaning, adjusted: 'event: the visit acts faster than people do, nobody is known by it' }
    : meaning;
}

/** What counts as one visit; undefined for an event that names nobody. */
function visitOf({ anonymousId, userId }: SegmentEvent, { conversation }: EventContext): string | undefined {
  if (conversation !== undefined) return `conversation ${conversation.conversationId}`;
  return anonymousId === undefined && userId === undefined
    ? undefined
    : `${anonymousId ?? ''} ${userId ?? ''}`;
}

async function findProducts(
  drafts: readonly DraftInteraction[],
  isKnown: (productId: string) => Promise<boolean>,
): Promise<Interaction[]> {
  const found: Interaction[] = [];
  for (const { productIds, ...draft } of drafts) {
    for (const productId of productIds) {
      if (!(await isKnown(productId))) continue;
      found.push({ ...draft, productId });
      break;
    }
  }
  return found;
}

function remember(isKnown: RecordOptions['isKnownProduct']): (productId: string) => Promise<boolean> {
  const answers = new Map<string, boolean>();
  return async (productId) => {
    const answer = answers.get(productId) ?? (await isKnown(productId));
    answers.set(productId, answer);
    return answer;
  };
}
