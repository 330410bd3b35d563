import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run, runJson } from '../../support/run-program.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

it('brings accounts and orders in, and tells of the rows it rejects', async () => {
  const directory = temporaryDirectory();
  const file = join(directory, 'orders.jsonl');
  writeFileSync(file, '{"type":"account","customerId":"ann"}\n{"type":"order","orderNumber":"1"}\n');
  const data = ['import', 'orders', file, '--data', directory];
  const { code, body } = await runJson(data);
  expect([code, body]).toMatchObject([0, { accounts: 1, orders: 0, changed: 1, rejectedTotal: 1 }]);
  const again = await run(data);
  expect(again.stdout).toMatch(
    /1 account and 0 orders: 0 new or changed\n1 row rejected:[\s\S]*2 +1 +customerId/,
  );
});

it('fails when there is no such file', async () => {
  const { code, body } = await runJson(['import', 'orders', '/no/such', '--data', temporaryDirectory()]);
  expect([code, body.error.code]).toEqual([1, 'NOT_FOUND']);
});
