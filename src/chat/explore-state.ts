import type { Query } from '../ports/database.ts';

type StateName = 'learned' | 'switches';

/** What exploration keeps beside its log; the caller wrote it and knows its shape. */
export async function readState<State>(query: Query, name: StateName): Promise<State | undefined> {
  const row = await query
    .selectFrom('explorationStates')
    .select('document')
    .where('name', '=', name)
    .executeTakeFirst();
  return row === undefined ? undefined : (JSON.parse(row.document) as State);
}

export async function writeState(
  write: Query,
  name: StateName,
  state: object,
  updatedAtMs: number,
): Promise<void> {
  const document = JSON.stringify(state);
  await write
    .insertInto('explorationStates')
    .values({ name, document, updatedAtMs })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ document, updatedAtMs }))
    .execute();
}
