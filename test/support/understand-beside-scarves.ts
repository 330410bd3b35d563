import { understandShop } from '../../eval/suites/understand-shop.ts';
import { UNDERSTAND_STATES } from '../../eval/suites/understand-states.ts';
import { commandParts } from '../../src/chat/desk/cases/say-command.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import { buildVocabulary } from '../../src/understanding/vocabulary.ts';

const parser = createEmbeddedParser({
  vocabulary: await buildVocabulary(understandShop()),
  detector: createLanguageDetector(),
});

/** What is understood while scarves are on screen. */
export async function understandBesideScarves(language: string, utterance: string): Promise<string> {
  const state = UNDERSTAND_STATES.scarves;
  if (state === undefined) return '';
  const { commands } = await parser.parse(
    utterance,
    {
      language,
      locale: language,
      market: { country: 'DE', currency: 'EUR', languages: ['de', 'en'] },
      state: { ...state, language },
      turn: state.turn + 1,
    },
    new AbortController().signal,
  );
  return commands.map((command) => commandParts(command).join(' ')).join(', ');
}
