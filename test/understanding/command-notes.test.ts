import { expect, it } from 'vitest';
import { understandShop } from '../../eval/suites/understand-shop.ts';
import { UNDERSTAND_STATES } from '../../eval/suites/understand-states.ts';
import { commandNotes, commandSchema } from '../../src/domain/command.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import { buildVocabulary } from '../../src/understanding/vocabulary.ts';

const NOTES = commandSchema.options.map((option) => ({
  type: option.shape.type.value,
  note: commandNotes.get(option),
}));

it('every command tells what it means and how it is said', () => {
  const silent = NOTES.filter(({ note }) => note === undefined || note.examples.length === 0);

  expect(silent).toEqual([]);
});

it('nearly all of what is told is read so, in one of the conversations of the suite', async () => {
  const vocabulary = await buildVocabulary(understandShop());
  const parser = createEmbeddedParser({ vocabulary, detector: createLanguageDetector() });
  const readings = async (utterance: string) => {
    const states = Object.values(UNDERSTAND_STATES);
    const read = states.map(async (state) => {
      const context = {
        language: 'en',
        locale: 'en',
        market: { country: 'DE', currency: 'EUR', languages: ['en'] },
        state,
        turn: state.turn + 1,
      };
      const { commands } = await parser.parse(utterance, context, new AbortController().signal);
      return commands.map(({ type }) => type);
    });
    return (await Promise.all(read)).flat();
  };
  const told = NOTES.flatMap(({ type, note }) => (note?.examples ?? []).map((said) => ({ type, said })));
  const misread = [];
  for (const { type, said } of told) if (!(await readings(said)).includes(type)) misread.push({ type, said });

  expect(misread.length / told.length, JSON.stringify(misread)).toBeLessThan(0.1);
});
