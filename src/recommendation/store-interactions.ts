import type { Consent } from '../domain/customer.ts';
import type { Interaction } from '../domain/interaction.ts';
import type { Database, Query } from '../ports/database.ts';
import type { Alias } from './event-owner.ts';

const ROWS_PER_INSERT = 500;

interface StoreOptions {
  /**
   * Whose consent speaks for the interactions: asked once more inside the transaction, so that one withdrawn, or a
   * conversation forgotten, while the events were read leaves no person behind.
   */
  readonly conversationId?: string | undefined;
  /** Visitors whose stored interactions become those of a customer, after the new ones are written. */
  readonly aliases?: readonly Alias[];
  /** Shoppers who turned out to be no people: what was received from them since then loses its person. */
  readonly unnamed?: { readonly shopperIds: readonly string[]; readonly sinceMs: number };
  /** Written in the same transaction; hears what was stored for the first time. May be run twice. */
  readonly alsoWrite?: ((query: Query, stored: readonly Interaction[]) => Promise<void>) | undefined;
}

/**
 * Appends to the stored log in one transaction; an interaction whose id is known already is left as it is.
 *
 * @returns Those that were not stored before, in order.
 * @throws {AssistantError} DATABASE_FAILED: then none was stored.
 */
export async function storeInteractions(
  database: Pick<Database, 'transaction'>,
  interactions: Iterable<Interaction>,
  { conversationId, aliases = [], unnamed, alsoWrite }: StoreOptions = {},
): Promise<Interaction[]> {
  const unique = new Map<string, Interaction>();
  for (const interaction of interactions) {
    if (!unique.has(interaction.interactionId)) unique.set(interaction.interactionId, interaction);
  }
  if (unique.size === 0 && aliases.length === 0) return [];
  return await database.transaction(async (query) => {
    const mayKnow = conversationId === undefined || (await consents(query, conversationId));
    const given = mayKnow ? [...unique.values()] : [...unique.values()].map(withoutPerson);
    const ids = new Set<string>();
    for (let from = 0; from < given.length; from += ROWS_PER_INSERT) {
      for (const id of await insert(query, given.slice(from, from + ROWS_PER_INSERT))) ids.add(id);
    }
    const stored = given.filter(({ interactionId }) => ids.has(interactionId));
    if (mayKnow) for (const alias of aliases) await follow(query, alias);
    if (unnamed !== undefined && unnamed.shopperIds.length > 0) await unname(query, unnamed);
    if (stored.length > 0) await alsoWrite?.(query, stored);
    return stored;
  });
}

async function follow(query: Query, { from, to }: Alias): Promise<void> {
  await query.updateTable('interactions').set({ shopperId: to }).where('shopperId', '=', from).execute();
}

async function unname(
  query: Query,
  { shopperIds, sinceMs }: NonNullable<StoreOptions['unnamed']>,
): Promise<void> {
  await query
    .updateTable('interactions')
    .set({ shopperId: null, sessionId: null, listId: null })
    .where('shopperId', 'in', shopperIds)
    .where('receivedAtMs', '>=', sinceMs)
    .execute();
}

async function consents(query: Query, conversationId: string): Promise<boolean> {
  const row = await query
    .selectFrom('conversations')
    .select('consent')
    .where('conversationId', '=', conversationId)
    .executeTakeFirst();
  return row !== undefined && (JSON.parse(row.consent) as Consent).personalization;
}

const withoutPerson = ({
  shopperId: _shopper,
  sessionId: _session,
  listId: _list,
  ...interaction
}: Interaction): Interaction => interaction;

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
        listId: interaction.listId ?? null,
      })),
    )
    .onConflict((conflict) => conflict.column('interactionId').doNothing())
    .returning('interactionId')
    .execute();
  return rows.map(({ interactionId }) => interactionId);
}
