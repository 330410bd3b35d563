import { describe, expect, it } from 'vitest';
import { understandShop } from '../../eval/suites/understand-shop.ts';
import { UNDERSTAND_STATES } from '../../eval/suites/understand-states.ts';
import { commandParts } from '../../src/chat/desk/cases/say-command.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import { buildVocabulary } from '../../src/understanding/vocabulary.ts';

const vocabulary = await buildVocabulary(understandShop());
const parser = createEmbeddedParser({ vocabulary, detector: createLanguageDetector() });

async function say(utterance: string, language = 'en'): Promise<string[]> {
  const state = UNDERSTAND_STATES.scarves;
  if (state === undefined) throw new AssistantError('INTERNAL', 'There is no state with scarves');
  const market = { country: 'DE', currency: 'EUR', languages: ['de'] };
  const { commands } = await parser.parse(
    utterance,
    { language, locale: language, market, state, turn: 1 },
    new AbortController().signal,
  );
  return commands.flatMap((command) => commandParts(command).slice(1));
}

describe('what is said to be a wish', () => {
  it.each([
    ['preferably blue', 'en', ['color=blue~']],
    ['blue would be nice', 'en', ['color=blue~']],
    ['under 50 if possible', 'en', ['price<50~']],
    ['möglichst unter 50', 'de', ['price<50~']],
    ['bleu si possible', 'fr', ['color=blue~']],
    ['preferiblemente azul', 'es', ['color=blue~']],
  ])('is no limit: "%s"', async (utterance, language, parts) => {
    expect(await say(utterance, language)).toEqual(parts);
  });

  it('reaches over what is joined to it, and no further', async () => {
    expect(await say('preferably blue or green, under 60')).toEqual([
      'color=blue~',
      'color=green~',
      'price<60',
    ]);
    expect(await say('blue, under 60 if possible')).toEqual(['color=blue', 'price<60~']);
  });

  it('leaves refusals as firm as they were', async () => {
    expect(await say('preferably not red')).toEqual(['color!=red']);
  });
});
