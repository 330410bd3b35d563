import { expect, it } from 'vitest';
import { sayProblem } from '../../../src/console/conversation/translated-words.ts';
import { Translations } from '../../../src/console/conversation/translations.ts';
import { OFFLINE } from '../../../src/console/problem.ts';
import type { Translation, WordsToTranslate } from '../../../src/domain/desk/translation.ts';

const loud = ({ text }: WordsToTranslate): Translation => ({ outcome: 'done', text: text.toUpperCase() });

/** An English reader. */
function reading(translate: ((words: WordsToTranslate) => Translation) | 'offline' = loud) {
  const asked: string[][] = [];
  const translations = new Translations({
    own: 'en',
    onChange: () => {},
    async ask({ texts }) {
      asked.push(texts.map(({ text }) => text));
      return translate === 'offline'
        ? { kind: 'refused', problem: OFFLINE }
        : { kind: 'ok', value: { translations: texts.map(translate) } };
    },
  });
  const read = (text: string, isAsked = true) => translations.read(text, 'de', isAsked);
  return { translations, asked, read };
}

it('asks once for what is on the page, what was said last first', async () => {
  const { asked, read } = reading();
  const texts = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  for (const _ of [1, 2]) for (const text of texts) expect(read(text)).toEqual({ outcome: 'waiting' });
  await expect.poll(() => read('a')).toEqual({ outcome: 'done', text: 'A' });
  expect(asked).toEqual([
    ['c', 'd', 'e', 'f', 'g'],
    ['a', 'b'],
  ]);
});

it('leaves what nobody asks for, what is in the own language, and everything once it is switched off', async () => {
  const { translations, asked, read } = reading();
  expect(read('alt', false)).toEqual({ outcome: 'unasked' });
  expect(translations.read('hello', 'en', true)).toBeUndefined();
  expect(read(' ')).toBeUndefined();
  translations.isOn = false;
  expect(read('neu')).toBeUndefined();
  await Promise.resolve();
  expect(asked).toEqual([]);
});

it('says what failed, and tries again when it is asked', async () => {
  const answers: Translation[] = [{ outcome: 'failed', code: 'BUDGET_EXCEEDED' }];
  const { translations, read } = reading((words) => answers.shift() ?? loud(words));
  read('neu');
  await expect.poll(() => read('neu')).toEqual({ outcome: 'failed', code: 'BUDGET_EXCEEDED' });
  translations.ask({ text: 'neu', from: 'de' });
  await expect.poll(() => read('neu')).toEqual({ outcome: 'done', text: 'NEU' });
});

it('asks for nothing any more where there is no model', async () => {
  const { translations, asked, read } = reading(() => ({ outcome: 'no-model' }));
  for (const text of ['1', '2', '3', '4', '5', '6']) read(text);
  await expect.poll(() => translations.hasModel).toBe(false);
  expect(read('1')).toBeUndefined();
  expect(asked).toHaveLength(1);
});

it('takes a server that is not heard for a failure', async () => {
  const { translations } = reading('offline');
  expect(await translations.put('hello', 'de')).toEqual({ outcome: 'failed', code: 'MODEL_UNAVAILABLE' });
});

it('names the figures that a translation would have changed', () => {
  const facts = [
    { fact: 'number', text: '20', is: 'missing' },
    { fact: 'number', text: '2', is: 'added' },
    { fact: 'language', text: 'fr', is: 'added' },
  ] as const;
  expect(sayProblem({ outcome: 'changed', facts })).toBe(
    'the translation would have said something else (“20” is missing, “2” was added, it is French).',
  );
  expect(sayProblem({ outcome: 'failed', code: 'BUDGET_EXCEEDED' })).toContain('budget');
});
