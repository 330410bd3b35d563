import { describe, expect, it } from 'vitest';
import { understandShop } from '../../eval/suites/understand-shop.ts';
import { UNDERSTAND_STATES } from '../../eval/suites/understand-states.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import { buildVocabulary } from '../../src/understanding/vocabulary.ts';

const parser = createEmbeddedParser({
  vocabulary: await buildVocabulary(understandShop()),
  detector: createLanguageDetector(),
});

async function understand(language: string, utterance: string) {
  const state = UNDERSTAND_STATES.none;
  if (state === undefined) expect.unreachable();
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
  return commands;
}

describe('the least and the most of what is measured', () => {
  it.each([
    ['en', 'which is the lightest scarf?', 'least', 'weight'],
    ['en', 'your heaviest jacket', 'most', 'weight'],
    ['en', 'what is the largest bag under 100?', 'most', 'size'],
    ['de', 'welcher Schal ist der leichteste?', 'least', 'weight'],
    ['de', 'welches ist die größte Tasche?', 'most', 'size'],
    ['fr', "quelle est l'écharpe la plus légère ?", 'least', 'weight'],
    ['es', '¿cuál es la bufanda más ligera?', 'least', 'weight'],
    ['it', 'qual è la sciarpa più leggera?', 'least', 'weight'],
    ['pt', 'qual é o cachecol mais leve?', 'least', 'weight'],
    ['nl', 'wat is de lichtste sjaal?', 'least', 'weight'],
    ['ja', '一番軽いマフラーはどれですか?', 'least', 'weight'],
  ])('is asked of all there is (%s: %s)', async (language, utterance, question, attribute) => {
    expect(await understand(language, utterance)).toMatchObject([
      { type: 'ask-catalogue', question, attribute, about: 'shop' },
    ]);
  });
});
