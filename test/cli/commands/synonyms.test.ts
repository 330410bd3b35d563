import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run, runJson } from '../../support/run-program.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

function written(content: string | Uint8Array): string {
  const file = join(temporaryDirectory(), 'synonyms.txt');
  writeFileSync(file, content);
  return file;
}

it('brings synonyms in, reports every line at fault, and shows them as it read them', async () => {
  const data = temporaryDirectory();
  const text = '\uFEFFsofa, couch\nlonely\n[de]\nSessel => Stuhl, Hocker\nStuhl => Sessel\n';
  const { code, body } = await runJson(['import', 'synonyms', written(text), '--data', data]);
  expect(code).toBe(0);
  expect(body).toMatchObject({
    version: 1,
    unchanged: false,
    rules: 3,
    rejected: [{ line: 2, reason: expect.any(String) }],
    notices: expect.arrayContaining([{ line: 4, reason: expect.any(String) }]),
  });
  const { stdout } = await run(['synonyms', 'show', '--data', data]);
  expect(stdout).toBe('# 3 rules, version 1\nsofa, couch\n[de]\nSessel => Stuhl, Hocker\nStuhl => Sessel\n');
  const again = await runJson(['import', 'synonyms', written(stdout), '--data', data]);
  expect(again.body).toMatchObject({ version: 1, unchanged: true, rejected: [] });
});

it('changes nothing when no line is a rule', async () => {
  const data = temporaryDirectory();
  await run(['import', 'synonyms', written('sofa, couch'), '--data', data]);
  const { code, stderr } = await run(['import', 'synonyms', written('lonely\n=>'), '--data', data]);
  expect(code).toBe(1);
  expect(stderr).toContain('line 1');
  expect((await runJson(['synonyms', 'show', '--data', data])).body).toMatchObject({ version: 1 });
});

it('takes an empty file for no synonyms', async () => {
  const data = temporaryDirectory();
  await run(['import', 'synonyms', written('sofa, couch'), '--data', data]);
  const { body } = await runJson(['import', 'synonyms', written('# none\n'), '--data', data]);
  expect(body).toMatchObject({ version: 2, rules: 0 });
});

it.each([
  ['is not there', () => join(temporaryDirectory(), 'nowhere.txt')],
  ['is no UTF-8', () => written(Uint8Array.of(0x73, 0xff, 0xfe, 0x2c))],
])('fails with a reason when the file %s', async (_, fileOf) => {
  const file = fileOf();
  const { code, stderr } = await run(['import', 'synonyms', file, '--data', temporaryDirectory()]);
  expect(code).toBe(1);
  expect(stderr).toContain(file);
});
