import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DEMO_CLOCK_MS } from '../../support/demo-clock.ts';
import { run, runJson } from '../../support/run-program.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const until = new Date(DEMO_CLOCK_MS + 30 * 86_400_000).toISOString();
const PIN = {
  id: 'winter',
  action: { kind: 'pin', position: 1 },
  target: { productIds: ['scarf'] },
  until,
  owner: 'ann',
};

function written(content: unknown): string {
  const file = join(temporaryDirectory(), 'rules.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

it('writes the rules of a file beside those there are, lists them, and takes one away', async () => {
  const data = temporaryDirectory();
  await run(['rules', 'set', written([PIN]), '--data', data]);
  const other = { ...PIN, id: 'other', target: { productIds: ['boots'] } };
  const { code, body } = await runJson(['rules', 'set', written([other]), '--data', data]);
  expect(code).toBe(0);
  expect(body).toMatchObject({
    version: 2,
    rules: 1,
    notices: [{ rule: 'other', code: 'same-position', other: 'winter' }],
  });
  const { stdout } = await run(['rules', 'list', '--data', data]);
  expect(stdout).toContain('pin 1');
  expect(stdout).toContain('Look again at:');
  expect((await run(['rules', 'remove', 'winter', '--data', data])).code).toBe(0);
  const { body: left } = await runJson(['rules', 'list', '--data', data]);
  expect(left.rules.map(({ id }: { id: string }) => id)).toEqual(['other']);
  expect((await run(['rules', 'remove', 'winter', '--data', data])).code).toBe(1);
});

it.each([
  ['no JSON', '[{', 'not valid JSON'],
  ['no list', PIN, 'The file'],
  ['a rule without owner', [PIN, { ...PIN, id: 'b', owner: undefined }], '/1/owner'],
  ['a rule twice', [PIN, PIN], 'twice'],
  ['an end too far away', [{ ...PIN, until: '2999-01-01' }], 'days away'],
])('changes nothing for a file with %s', async (_, content, said) => {
  const data = temporaryDirectory();
  const { code, stderr } = await run(['rules', 'set', written(content), '--data', data]);
  expect([code, stderr]).toEqual([1, expect.stringContaining(said)]);
  expect((await runJson(['rules', 'list', '--data', data])).body.rules).toEqual([]);
});
