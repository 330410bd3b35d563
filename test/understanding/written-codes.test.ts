import { expect, it } from 'vitest';
import { understandShop } from '../../eval/suites/understand-shop.ts';
import { UNDERSTAND_STATES } from '../../eval/suites/understand-states.ts';
import { commandParts } from '../../src/chat/desk/cases/say-command.ts';
import type { DialogueState } from '../../src/domain/dialogue-state.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import { buildVocabulary } from '../../src/understanding/vocabulary.ts';

const vocabulary = await buildVocabulary(understandShop());
const parser = createEmbeddedParser({ vocabulary, detector: createLanguageDetector() });
const { none, scarves } = UNDERSTAND_STATES as { none: DialogueState; scarves: DialogueState };
const market = { country: 'DE', currency: 'EUR', languages: ['de'] };

async function commandsOf(utterance: string, { language = 'en', state = none } = {}) {
  const context = { language, locale: language, market, state, turn: 3 };
  return (await parser.parse(utterance, context, new AbortController().signal)).commands;
}

const say = async (...said: Parameters<typeof commandsOf>) =>
  (await commandsOf(...said)).map((command) => commandParts(command).join(' '));

it.each([
  ['shirt 3xl', 'find type=shirt size=XXXL?'],
  ['2XL shirt', 'find size=XXL? type=shirt'],
  ['shirt xxl', 'find type=shirt size=XXL?'],
  ['shirt xl', 'find type=shirt size=XL'],
])('takes no part of a size for another that the shop has: "%s"', async (utterance, command) => {
  expect(await say(utterance)).toEqual([command]);
});

it('searches for a code as it was written', async () => {
  expect(await say('tyre 700x40c')).toEqual([expect.stringContaining('"700x40c"')]);
});

it('takes a code for no place in the list, and for no question of sizes', async () => {
  const [command] = await commandsOf('650b', { state: scarves });
  expect(command).not.toHaveProperty('reference');
});

it.each([
  ['show me the reviews of the first', 'en'],
  ['zeig mir die Bewertungen vom ersten', 'de'],
  ['muéstrame las opiniones del primero', 'es'],
  ['montre-moi les avis sur le premier', 'fr'],
  ['mostrami le recensioni del primo', 'it'],
  ['最初のレビューを見せて', 'ja'],
  ['laat me de reviews van de eerste zien', 'nl'],
  ['mostra as avaliações do primeiro', 'pt'],
])('asks what is said of one of the list, without a question mark: "%s"', async (utterance, language) => {
  expect(await say(utterance, { language, state: scarves })).toEqual(['ask-product @1 ?rating']);
});
