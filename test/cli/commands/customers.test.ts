import { expect, it } from 'vitest';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import { storeInteractions } from '../../../src/recommendation/store-interactions.ts';
import { run } from '../../support/run-program.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

it('forgets a customer and tells what was deleted', async () => {
  const directory = temporaryDirectory();
  const database = await openSqliteDatabase({ directory });
  await storeInteractions(database, [
    {
      interactionId: '1',
      type: 'view',
      productId: 'a',
      shopperId: 'customer:ann',
      occurredAtMs: 0,
      receivedAtMs: 0,
    },
  ]);
  await database.close();
  const first = await run(['customers', 'forget', 'ann', '--data', directory, '--json']);
  expect([first.code, JSON.parse(first.stdout)]).toEqual([
    0,
    { conversations: 0, interactions: 1, impressions: 0 },
  ]);
  const again = await run(['customers', 'forget', 'ann', '--data', directory]);
  expect(again.stdout).toContain('0 interactions');
});
