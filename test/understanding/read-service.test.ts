import { describe, expect, it } from 'vitest';
import { commandParts } from '../../eval/suites/say-command.ts';
import { UNDERSTAND_STATES, understandShop } from '../../eval/suites/understand-shop.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import { buildVocabulary } from '../../src/understanding/vocabulary.ts';

const parser = createEmbeddedParser({
  vocabulary: await buildVocabulary(understandShop()),
  detector: createLanguageDetector(),
});

/** What is understood while scarves are on screen. */
async function understand(language: string, utterance: string): Promise<string> {
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

describe('readService', () => {
  it.each([
    ['en', 'how much is delivery?'],
    ['de', 'was kostet der Versand?'],
    ['fr', 'combien coûte la livraison ?'],
    ['es', '¿cuánto cuesta el envío?'],
  ])('asks for the cost of delivery, not of a product on screen (%s)', async (language, utterance) => {
    expect(await understand(language, utterance)).toBe('availability delivery-cost');
  });

  it.each([
    ['de', 'wie teuer ist der dritte?', 'price price @3'],
    ['fr', 'combien vaut la troisième ?', 'price price @3'],
    ['es', '¿cuánto vale la tercera?', 'price price @3'],
  ])(
    'still asks for the price of a product that is pointed at (%s)',
    async (language, utterance, expected) => {
      expect(await understand(language, utterance)).toBe(expected);
    },
  );

  it.each([
    ['de', 'leg zwei vom ersten in den Warenkorb'],
    ['fr', 'mets deux de la première dans le panier'],
    ['es', 'pon dos de la primera en el carrito'],
  ])('counts what goes into the basket (%s)', async (language, utterance) => {
    expect(await understand(language, utterance)).toBe('basket add @1 x2');
  });

  it.each([
    ['de', 'schafft ihr es bis Samstag?', 'samstag'],
    ['fr', 'ça peut arriver avant samedi ?', 'samedi'],
    ['es', '¿puede llegar antes del sábado?', 'sábado'],
  ])('keeps the day by which it has to be there (%s)', async (language, utterance, day) => {
    expect(await understand(language, utterance)).toContain(`by:${day}`);
  });

  it.each([
    ['de', 'ich trage sonst M, welche Größe passt mir?'],
    ['fr', "je porte d'habitude du M, quelle taille dois-je prendre ?"],
    ['es', 'suelo usar la M, ¿qué talla me recomiendas?'],
  ])('takes a size that is usually worn for a measure of the shopper (%s)', async (language, utterance) => {
    expect(await understand(language, utterance)).toBe('size-fit @it mine:m');
  });
});
