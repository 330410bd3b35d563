import { expect, it } from 'vitest';
import { importedShop } from '../../support/imported-shop.ts';
import { run, runJson } from '../../support/run-program.ts';

/** A shop in which two things were said. @returns Its data, and the ids of the turns. */
async function talkedIn(): Promise<{ readonly data: readonly string[]; readonly messages: string[] }> {
  const data = ['--data', await importedShop()];
  const { body } = await runJson(['chat', ...data], { input: 'a red scarf\nsomething cheaper\n' });
  return {
    data,
    messages: body.turns.map(({ messageId }: { messageId: string }) => messageId),
  };
}

it('runs a turn again by its id, and all of them with a count', async () => {
  const { data, messages } = await talkedIn();
  const [first = ''] = messages;
  expect(messages).toHaveLength(2);

  expect(await run(['replay', first, ...data])).toEqual({
    code: 0,
    stdout: '"a red scarf"\nNothing changed\n',
    stderr: '',
  });
  const { body } = await runJson(['replay', first, ...data]);
  expect(body).toMatchObject({ utterance: 'a red scarf', stages: [] });
  const all = await run(['replay', '--all', '10', ...data]);
  expect([all.code, all.stdout]).toEqual([0, '2 turns replayed, 0 changed\n']);
});

it('refuses a message nobody said, and neither or both of a message and a range', async () => {
  const data = ['--data', await importedShop()];
  const codes = [];
  for (const asked of [['nobody-said-this'], [], ['one', '--all', '2']]) {
    const { code, body } = await runJson(['replay', ...asked, ...data]);
    codes.push([code, body.error.code]);
  }
  expect(codes).toEqual([
    [1, 'NOT_FOUND'],
    [1, 'INVALID_ARGUMENT'],
    [1, 'INVALID_ARGUMENT'],
  ]);
});
