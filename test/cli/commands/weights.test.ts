import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run, runJson } from '../../support/run-program.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

function written(content: string): string {
  const file = join(temporaryDirectory(), 'weights.json');
  writeFileSync(file, content);
  return file;
}

it('shows the shipped weights, puts those of a file in force, tells who did and goes back', async () => {
  const data = ['--data', temporaryDirectory()];
  expect((await run(['weights', 'show', ...data])).stdout).toMatch(
    /^Version 0 \(as shipped\)\nNo learned ranker is in force\nSIGNAL +NEW/,
  );
  expect((await run(['weights', 'history', ...data])).stdout).toContain('never changed');
  const file = written('{"every": {"taste": 0.7}}');
  const { body } = await runJson(['weights', 'set', file, '--author', 'Ada', ...data]);
  expect(body).toMatchObject({ version: 1, author: 'Ada', weights: { new: { taste: 0.7 } } });
  expect((await run(['weights', 'history', ...data])).stdout).toContain('Ada');
  const { stdout } = await run(['weights', 'rollback', ...data]);
  expect(stdout.trim()).toBe('Version 2 is in force: as version 0 was');
  expect((await runJson(['weights', 'show', ...data])).body).toMatchObject({ version: 2, changes: {} });
});

it.each([
  ['a signal there is not', '{"every": {"charm": 1}}', 'charm'],
  ['a text that is no JSON', 'taste = 1', 'JSON'],
])('changes nothing for %s', async (_, content, named) => {
  const data = ['--data', temporaryDirectory()];
  const { code, stderr } = await run(['weights', 'set', written(content), ...data]);
  expect(code).toBe(1);
  expect(stderr).toContain(named);
  expect((await runJson(['weights', 'show', ...data])).body).toMatchObject({ version: 0 });
});

it.each(['9', 'first'])('goes back to no version "%s" that there is not', async (version) => {
  const { code } = await run(['weights', 'rollback', '--to', version, '--data', temporaryDirectory()]);
  expect(code).toBe(1);
});
