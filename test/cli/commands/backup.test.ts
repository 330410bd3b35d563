import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { importedShop, SMALL_FEED } from '../../support/imported-shop.ts';
import { run, runJson } from '../../support/run-program.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

it('brings the whole state into another directory', async () => {
  const file = join(temporaryDirectory(), 'state.backup');
  const saved = await runJson(['backup', file, '--data', await importedShop()]);
  expect(saved).toMatchObject({ code: 0, body: { file, bytes: expect.any(Number) } });
  const directory = temporaryDirectory();
  const restored = await run(['restore', file, '--data', directory]);
  expect(restored.stdout).toBe(`Restored 2 products and 0 conversations to ${directory}\n`);
  const again = await runJson(['import', 'catalog', SMALL_FEED, '--data', directory]);
  expect(again.body.unchanged).toBe(true);
});

it('refuses what is no backup, and leaves the state as it was', async () => {
  const directory = await importedShop();
  const file = join(temporaryDirectory(), 'letter.txt');
  writeFileSync(file, 'Dear shop');
  const { code, body } = await runJson(['restore', file, '--data', directory]);
  expect([code, body.error.code]).toEqual([1, 'DATA_CORRUPT']);
  expect((await runJson(['import', 'catalog', SMALL_FEED, '--data', directory])).body.unchanged).toBe(true);
});

it('says when there is no such folder to write to', async () => {
  const { code, stderr } = await run(['backup', '/no/such/folder/x', '--data', await importedShop()]);
  expect([code, stderr]).toEqual([1, expect.stringContaining('no folder /no/such/folder')]);
});
