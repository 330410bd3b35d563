import type { Consent } from '../domain/customer.ts';
import type { Interaction } from '../domain/interaction.ts';
import type { Database, Query } from '../ports/database.ts';
import { parseSegmentEvent } from './segment-event.ts';
import { type DraftInteraction, type EventOwner, toInteractions } from './to-interactions.ts';

export interface RecordOptions {
  readonly database: Pick<Database, 'transaction'>;
  /** Decoded JSON, one event each. */
  readonly batch: readonly unknown[];
  readonly caller: { readonly conversation?: EventOwner | undefined };
  /** True when the catalogue has the product. Asked once per id and batch. */
  readonly isKnownProduct: (productId: string) => boolean | Promise<boolean>;
  readonly clock: () => number;
  /** The sender vouches for the consent of every shopper in the batch: a shop importing what it may use. */
  readonly consented?: boolean;
  /** The sender proves who its users are: a shop's own import. Else a userId is a claim. */
  readonly identified?: boolean;
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
}

const ROWS_PER_INSERT = 500;

/**
 * Takes a batch of events: each one is accepted or rejected by itself, all that are accepted are stored in one transaction.
 * The same event again is accepted and stored once. Resolves after the commit.
 *
 * @throws {AssistantError} DATABASE_FAILED: then nothing was stored and the batch can be sent again.
 */
export async function recordEvents(options: RecordOptions): Promise<RecordReceipt> {
  const receivedAtMs = options.clock();
  const isKnown = remember(options.isKnownProduct);
  const rejected: EventNote[] = [];
  const adjusted: EventNote[] = [];
  const interactions: Interaction[] = [];

  for (const [index, value] of options.batch.entries()) {
    const parsed = parseSegmentEvent(value);
    const meaning =
      parsed.kind === 'rejected'
        ? parsed
        : toInteractions(parsed.event, {
            receivedAtMs,
            conversation: options.caller.conversation,
            consented: options.consented,
            identified: options.identified,
          });
    if (meaning.kind === 'rejected') {
      rejected.push({ index, reason: meaning.reason });
      continue;
    }
    const found = await findProducts(meaning.drafts, isKnown);
    const unknown = meaning.drafts.length - found.length;
    if (unknown > 0 && found.length === 0) {
      rejected.push({ index, reason: 'properties: the catalogue has no such product' });
      continue;
    }
    if (unknown > 0)
      adjusted.push({ index, reason: `properties: ${unknown} products are unknown and left out` });
    if (meaning.adjusted !== undefined) adjusted.push({ index, reason: meaning.adjusted });
    interactions.push(...found);
  }
  return {
    accepted: options.batch.length - rejected.length,
    rejected,
    adjusted,
    interactions: await storeInteractions(
      options.database,
      interactions,
      options.caller.conversation?.conversationId,
    ),
  };
}

/**
 * Appends to the stored log in one transaction; an interaction whose id is known already is left as it is.
 *
 * @param conversationId Whose consent speaks for the interactions: asked once more inside the transaction, so that one
 *   withdrawn, or a conversation forgotten, while the events were read leaves no person behind.
 * @returns Those that were not stored before, in order.
 * @throws {AssistantError} DATABASE_FAILED: then none was stored.
 */
export async function storeInteractions(
  database: Pick<Database, 'transaction'>,
  interactions: Iterable<Interaction>,
  conversationId?: string,
): Promise<Interaction[]> {
  const unique = new Map<string, Interaction>();
  for (const interaction of interactions) {
    if (!unique.has(interaction.interactionId)) unique.set(interaction.interactionId, interaction);
  }
  if (unique.size === 0) return [];
  return await database.transaction(async (query) => {
    const mayKnow = conversationId === undefined || (await consents(query, conversationId));
    const given = mayKnow ? [...unique.values()] : [...unique.values()].map(withoutPerson);
    const stored = new Set<string>();
    for (let from = 0; from < given.length; from += ROWS_PER_INSERT) {
      for (const id of await insert(query, given.slice(from, from + ROWS_PER_INSERT))) stored.add(id);
    }
    return given.filter(({ interactionId }) => stored.has(interactionId));
  });
}

async function consents(query: Query, conversationId: string): Promise<boolean> {
  const row = await query
    .selectFrom('conversations')
    .select('consent')
    .where('conversationId', '=', conversationId)
    .executeTakeFirst();
  return row !== undefined && (JSON.parse(row.consent) as Consent).personalization;
}

const withoutPerson = ({ shopperId: _, sessionId: __, ...interaction }: Interaction): Interaction =>
  interaction;

async function insert(query: Query, interactions: readonly Interaction[]): Promise<string[]> {
  const rows = await query
    .insertInto('interactions')
    .values(
      interactions.map((interaction) => ({
        interactionId: interaction.interactionId,
        type: interaction.type,
        productId: interaction.productId,
        shopperId: interaction.shopperId ?? null,
        sessionId: interaction.sessionId ?? null,
        market: interaction.market ?? null,
        quantity: interaction.quantity ?? 1,
        occurredAtMs: interaction.occurredAtMs,
        receivedAtMs: interaction.receivedAtMs,
      })),
    )
    .onConflict((conflict) => conflict.column('interactionId').doNothing())
    .returning('interactionId')
    .execute();
  return rows.map(({ interactionId }) => interactionId);
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
