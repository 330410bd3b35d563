import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';

/** Run as a process of its own: commits one row after another and prints its number after each commit. */
const directory = process.argv[2] ?? '';
const database = await openSqliteDatabase({ directory });
const { last } = await database.query
  .selectFrom('interactions')
  .select((builder) => builder.fn.max('quantity').as('last'))
  .executeTakeFirstOrThrow();
for (let number = Number(last ?? 0) + 1; ; number += 1) {
  await database.transaction(async (query) => {
    const row = {
      type: 'view',
      productId: 'p',
      shopperId: null,
      sessionId: null,
      market: null,
      occurredAtMs: 0,
      receivedAtMs: 0,
    };
    await query
      .insertInto('interactions')
      .values({ ...row, interactionId: `i${number}`, quantity: number })
      .execute();
  });
  process.stdout.write(`${number}\n`);
}
