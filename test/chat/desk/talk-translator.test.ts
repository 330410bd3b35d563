import { expect, it, onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import { createTalkTranslator } from '../../../src/chat/desk/talk-translator.ts';
import { AssistantError } from '../../../src/errors/assistant-error.ts';
import type { Translate, TranslationRequest } from '../../../src/reply/translate.ts';
import { writeTalk } from '../../support/desk-talks.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

async function openTranslator(translate?: Translate) {
  const database = await openSqliteDatabase({ directory: temporaryDirectory() });
  onTestFinished(() => database.close());
  await writeTalk(database, { conversationId: 'c-1', says: ['ein Schal', 'in rot'], locale: 'de-DE' });
  const asked: TranslationRequest[] = [];
  const translator = createTalkTranslator({
    database,
    translate:
      translate &&
      (async (request) => {
        asked.push(request);
        return await translate(request);
      }),
  });
  const read = async (...texts: readonly string[]) =>
    await translator.translate(
      'c-1',
      texts.map((text) => ({ text, from: 'de' })),
      'en',
    );
  return { translator, asked, read, database };
}

const loud: Translate = async ({ text }) => ({ kind: 'kept', text: text.toUpperCase() });

it("puts a person's words into the shopper's language, and asks anew each time", async () => {
  const { translator, asked } = await openTranslator(loud);
  for (const _ of [1, 2])
    expect(await translator.forShopper('c-1', 'hello', 'en')).toEqual({ outcome: 'done', text: 'HELLO' });
  expect(asked).toHaveLength(2);
  expect(asked[0]).toMatchObject({ from: 'en', to: 'de', spender: { conversationId: 'c-1' } });
  expect(await translator.forShopper('c-1', 'hallo', 'de')).toEqual({ outcome: 'not-needed' });
});

it('asks once for what the desk reads: each text, also at the same time, and again later', async () => {
  const { read, asked } = await openTranslator(loud);
  const done = (text: string) => ({ outcome: 'done', text });
  expect(await read('ein Schal', 'in rot', ' ')).toEqual([
    done('EIN SCHAL'),
    done('IN ROT'),
    { outcome: 'not-needed' },
  ]);
  expect(await Promise.all([read('in rot', 'neu'), read('neu')])).toEqual([
    [done('IN ROT'), done('NEU')],
    [done('NEU')],
  ]);
  expect(asked.map(({ text }) => text)).toEqual(['ein Schal', 'in rot', 'neu']);
});

it('says what went wrong, and tries again when it is asked again', async () => {
  const facts = [{ fact: 'number', text: '20', is: 'missing' }] as const;
  const answers: readonly Awaited<ReturnType<Translate>>[] = [{ kind: 'changed', facts }];
  let asked = 0;
  const { read } = await openTranslator(async () => {
    asked += 1;
    const answer = answers[asked - 1];
    if (answer !== undefined) return answer;
    if (asked === 2) throw new AssistantError('BUDGET_EXCEEDED', 'spent');
    if (asked === 3) throw new TypeError('broken');
    return { kind: 'kept', text: 'a scarf for 20' };
  });
  expect(await read('ein Schal für 20')).toEqual([{ outcome: 'changed', facts }]);
  expect(await read('ein Schal für 20')).toEqual([{ outcome: 'failed', code: 'BUDGET_EXCEEDED' }]);
  expect(await read('ein Schal für 20')).toEqual([{ outcome: 'failed', code: 'MODEL_FAILED' }]);
  expect(await read('ein Schal für 20')).toEqual([{ outcome: 'done', text: 'a scarf for 20' }]);
});

it('says that there is no model, and that there is no such conversation', async () => {
  const { read, translator } = await openTranslator();
  expect(await read('ein Schal')).toEqual([{ outcome: 'no-model' }]);
  await expect(translator.translate('c-2', [{ text: 'a', from: 'de' }], 'en')).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

it('keeps nothing of a conversation that was forgotten meanwhile', async () => {
  const { promise, resolve } = Promise.withResolvers<Awaited<ReturnType<Translate>>>();
  const { read, database, asked } = await openTranslator(() => promise);
  const reading = read('ein Schal');
  await expect.poll(() => asked.length).toBe(1);
  await database.transaction((write) => write.deleteFrom('conversations').execute());
  resolve({ kind: 'kept', text: 'A SCARF' });
  await reading;
  expect(await database.query.selectFrom('translations').selectAll().execute()).toEqual([]);
});
