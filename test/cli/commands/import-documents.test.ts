import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run, runJson } from '../../support/run-program.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = join(temporaryDirectory(), 'terms');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

it('takes a folder in the place of what came from it before', async () => {
  const directory = temporaryDirectory();
  const folder = folderOf({ 'a.md': '# Returns\n\nWithin 30 days.', 'b.txt': 'We repair.', 'c.png': 'x' });
  const command = ['import', 'documents', folder, '--data', directory];
  const first = await runJson(command);
  expect([first.code, first.body]).toMatchObject([
    0,
    { documents: 2, added: 2, removed: 0, skipped: ['terms/c.png'] },
  ]);
  rmSync(join(folder, 'b.txt'));
  expect((await runJson(command)).body).toMatchObject({ documents: 1, added: 0, changed: 0, removed: 1 });
});

it('refuses a symbolic link, by name and within a folder', async () => {
  const directory = temporaryDirectory();
  const folder = folderOf({ 'a.md': '# Returns\n\nWithin 30 days.', 'b.md': 'We repair.' });
  const link = join(folder, 'link.md');
  symlinkSync(join(folder, 'a.md'), link);
  const { code, body } = await runJson(['import', 'documents', link, '--data', directory]);
  expect([code, body.error.code]).toEqual([1, 'INVALID_ARGUMENT']);
  const whole = await run(['import', 'documents', folder, '--data', directory]);
  expect(whole.stdout).toMatch(/1 file rejected:\n\s+terms\/link\.md: it is a symbolic link/);
});
