import { describe, expect, it } from 'vitest';
import { understandShop } from '../../eval/suites/understand-shop.ts';
import { UNDERSTAND_STATES } from '../../eval/suites/understand-states.ts';
import { commandParts } from '../../src/chat/desk/cases/say-command.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import { buildVocabulary, type Vocabulary } from '../../src/understanding/vocabulary.ts';

const vocabulary = await buildVocabulary(understandShop());

async function say(utterance: string, language: string, words: Vocabulary = vocabulary): Promise<string[]> {
  const parser = createEmbeddedParser({ vocabulary: words, detector: createLanguageDetector() });
  const state = UNDERSTAND_STATES.none;
  if (state === undefined) throw new AssistantError('INTERNAL', 'There is no empty state');
  const market = { country: 'DE', currency: 'EUR', languages: ['de'] };
  const { commands } = await parser.parse(
    utterance,
    { language, locale: language, market, state, turn: 1 },
    new AbortController().signal,
  );
  return commands.map((command) => commandParts(command).join(' '));
}

describe('a refusal', () => {
  it('of words that only the texts of the shop use is kept as a limit that cannot be held', async () => {
    const speaksOf = (word: string): Vocabulary => ({
      ...vocabulary,
      usageOf: (written) => ({ named: 0, described: written === word }),
    });
    expect(await say('a scarf without tassels', 'en', speaksOf('tassels'))).toEqual([
      'find type=scarf mentions!=tassels?',
    ]);
    expect(await say('a scarf without tassels', 'en', speaksOf('fringe'))).toEqual(['find type=scarf']);
  });

  it.each([
    ['a scarf without sleeves', 'en'],
    ['einen Schal ohne Ärmel', 'de'],
  ])(
    'of what the shop does not know refuses not what was said before it: "%s"',
    async (utterance, language) => {
      const [command] = await say(utterance, language);
      expect(command).toContain('type=scarf');
      expect(command).not.toMatch(/type!=/);
    },
  );

  it('with only function words behind it refuses what was said before it', async () => {
    expect((await say('einen Schal, rot nicht so', 'de'))[0]).toContain('color!=red');
  });
});
