import type { Interaction } from '../domain/interaction.ts';
import type { Database, Query } from '../ports/database.ts';

const ROWS_PER_INSERT = 500;

/**
 * Appends to the stored log in one transaction; an interaction whose id is known already is left as it is.
 *
 * @returns Those that were not stored before, in order.
 * @throws {AssistantError} DATABASE_FAILED: then none was stored.
 */
export async function storeInteractions(
  database: Pick<Database, 'transaction'>,
  interactions: Iterable<Interaction>,
): Promise<Interaction[]> {
  const unique = new Map<string, Interaction>();
  for (const interaction of interactions) {
    if (!unique.has(interaction.interactionId)) unique.set(interaction.interactionId, interaction);
  }
  if (unique.size === 0) return [];
  const given = [...unique.values()];
  const stored = await database.transaction(async (query) => {
    const ids = new Set<string>();
    for (let from = 0; from < given.length; from += ROWS_PER_INSERT) {
      for (const id of await insert(query, given.slice(from, from + ROWS_PER_INSERT))) ids.add(id);
    }
    return ids;
  });
  return given.filter(({ interactionId }) => stored.has(interactionId));
}

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
