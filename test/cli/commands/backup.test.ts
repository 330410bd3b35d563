import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { run, runJson } from '../../support/run-program.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const FEED = fileURLToPath(new URL('../../support/feeds/google.xml', import.meta.url));

async function shop(): Promise<string> {
  const directory = temporaryDirectory();
  await run(['import', 'catalog', FEED, '--data', directory]);
  return directory;
}

it('brings the whole state into another directory', async () => {
  const file = join(temporaryDirectory(), 'state.backup');
  const saved = await runJson(['backup', file, '--data', await shop()]);
  expect(saved).toMatchObject({ code: 0, body: { file, bytes: expect.any(Number) } });
  const directory = temporaryDirectory();
  const restored = await run(['restore', file, '--data', directory]);
  expect(restored.stdout).toBe(`Restored 2 products and 0 conversations to ${directory}\n`);
  const again = await runJson(['import', 'catalog', FEED, '--data', directory]);
  expect(again.body.unchanged).toBe(true);
});

it('refuses what is no backup, and leaves the state as it was', async () => {
  const directory = await shop();
  const file = join(temporaryDirectory(), 'letter.txt');
  writeFileSync(file, 'Dear shop');
  const { code, body } = await runJson(['restore', file, '--data', directory]);
  expect([code, body.error.code]).toEqual([1, 'DATA_CORRUPT']);
  expect((await runJson(['import', 'catalog', FEED, '--data', directory])).body.unchanged).toBe(true);
});

it('says when there is no such folder to write to', async () => {
  const { code, stderr } = await run(['backup', '/no/such/folder/x', '--data', await shop()]);
  expect([code, stderr]).toEqual([1, expect.stringContaining('no folder /no/such/folder')]);
});
