import type { Entry, EntryKind } from '../domain/person.ts';
import type { Query } from '../ports/database.ts';

/** What is written of an entry. */
export interface EntryStep {
  readonly kind: EntryKind;
  readonly agentId?: string | undefined;
  readonly firstName?: string | undefined;
  readonly text?: string | undefined;
  readonly original?: string | undefined;
  readonly products?: Entry['products'];
  /** Names the list, by the number of the entry. */
  readonly listId?: ((number: number) => string) | undefined;
  /** The same again is the same entry: look for it with `findEntry` first. */
  readonly clientMessageId?: string | undefined;
  readonly atMs: number;
}

/** Adds what stands in a conversation beside its turns, after the last of them. */
export async function appendEntry(write: Query, conversationId: string, step: EntryStep): Promise<Entry> {
  const { last } = await write
    .selectFrom('entries')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('conversationId', '=', conversationId)
    .executeTakeFirstOrThrow();
  const turn = await write
    .selectFrom('turns')
    .select('messageId')
    .where('conversationId', '=', conversationId)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  const number = Number(last ?? 0) + 1;
  const row = {
    conversationId,
    number,
    afterMessageId: turn?.messageId ?? null,
    kind: step.kind,
    agentId: step.agentId ?? null,
    firstName: step.firstName ?? null,
    text: step.text ?? null,
    original: step.original ?? null,
    products: step.products === undefined ? null : JSON.stringify(step.products),
    listId: step.products === undefined ? null : (step.listId?.(number) ?? null),
    clientMessageId: step.clientMessageId ?? null,
    createdAtMs: step.atMs,
  };
  await write.insertInto('entries').values(row).execute();
  return toEntry(row);
}

/** The entry that an agent's page sent under an id before. */
export async function findEntry(
  query: Query,
  conversationId: string,
  clientMessageId: string | undefined,
): Promise<Entry | undefined> {
  if (clientMessageId === undefined) return undefined;
  const row = await query
    .selectFrom('entries')
    .selectAll()
    .where('conversationId', '=', conversationId)
    .where('clientMessageId', '=', clientMessageId)
    .executeTakeFirst();
  return row === undefined ? undefined : toEntry(row);
}

export const toEntry = (row: {
  readonly number: number;
  readonly afterMessageId: string | null;
  readonly kind: EntryKind;
  readonly firstName: string | null;
  readonly text: string | null;
  readonly original: string | null;
  readonly products: string | null;
  readonly listId: string | null;
  readonly createdAtMs: number;
}): Entry => ({
  number: row.number,
  ...(row.afterMessageId === null ? {} : { afterMessageId: row.afterMessageId }),
  kind: row.kind,
  ...(row.firstName === null ? {} : { firstName: row.firstName }),
  ...(row.text === null ? {} : { text: row.text }),
  ...(row.original === null ? {} : { original: row.original }),
  ...(row.products === null ? {} : { products: JSON.parse(row.products) as Entry['products'] & {} }),
  ...(row.listId === null ? {} : { listId: row.listId }),
  createdAt: new Date(row.createdAtMs).toISOString(),
});
