import { expect, it } from 'vitest';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import type { Interaction } from '../../../src/domain/interaction.ts';
import { storeInteractions } from '../../../src/recommendation/store-interactions.ts';
import { run, runJson } from '../../support/run-program.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

/** A directory whose shoppers each stay within one of two halves of the shop. */
async function directoryWithBehaviour(): Promise<string> {
  const directory = temporaryDirectory();
  const database = await openSqliteDatabase({ directory });
  await database.transaction(async (query) => {
    for (let product = 0; product < 40; product += 1)
      await query
        .insertInto('products')
        .values({ productId: `p${product}`, document: '{}', contentHash: '', updatedAtMs: 0 })
        .execute();
  });
  const interactions = Array.from({ length: 480 }, (_, index): Interaction => {
    const shopper = index % 40;
    return {
      interactionId: `i${index}`,
      type: 'view',
      productId: `p${(shopper % 2) * 20 + ((Math.floor(index / 40) * 3 + shopper) % 20)}`,
      shopperId: `s${shopper}`,
      occurredAtMs: Date.UTC(2026, 0, 1) + index * 10_000,
      receivedAtMs: Date.UTC(2026, 0, 1) + index * 10_000,
    };
  });
  await storeInteractions(database, interactions);
  await database.close();
  return directory;
}

it('tells how good every source is, lists the versions and goes back to the one before', async () => {
  const data = await directoryWithBehaviour();
  const first = await runJson(['train', '--data', data]);
  expect(first.body).toMatchObject({
    version: 1,
    activated: true,
    sources: {
      shoppers: { taste: expect.anything(), ridge: expect.anything(), next: expect.anything() },
      visits: { session: expect.anything() },
    },
  });
  const { stdout } = await run(['train', '--data', data]);
  expect(stdout).toMatch(/^next, for shoppers +\d\.\d{4}/m);
  expect(stdout).toMatch(/^session, in a visit +\d\.\d{4}/m);
  expect((await runJson(['train', '--list', '--data', data])).body).toMatchObject({
    versions: [
      { version: 2, inForce: true, quality: { 'recall@20': expect.any(Number) } },
      { version: 1, inForce: false, standing: 'accepted' },
    ],
  });

  const back = await run(['train', '--rollback', '--data', data]);
  expect(back).toMatchObject({ code: 0, stdout: 'Version 1 is in force again, in place of 2\n' });
  const listed = (await run(['train', '--list', '--data', data])).stdout;
  expect(listed).toMatch(/^2 .*withdrawn/m);
  expect(listed).toMatch(/^1 .*in force/m);
});

it('says so when there is nothing to go back to, or to list', async () => {
  const data = await directoryWithBehaviour();
  expect(await run(['train', '--list', '--data', data])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Nothing was learned yet'),
  });
  const nothing = await run(['train', '--rollback', '--data', data]);
  expect(nothing.code).toBe(1);
  expect(nothing.stderr).toContain('nothing was learned yet');
  await run(['train', '--data', data]);
  const first = await run(['train', '--rollback', '--data', data]);
  expect(first.code).toBe(1);
  expect(first.stderr).toContain('version 1 is the first');
});

it('does one of its three things at a time', async () => {
  const { code, stderr } = await run(['train', '--list', '--rollback']);
  expect(code).not.toBe(0);
  expect(stderr).toContain('--rollback');
});
