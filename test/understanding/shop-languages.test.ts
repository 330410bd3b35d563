import { describe, expect, it } from 'vitest';
import { EMPTY_NEED } from '../../src/domain/need.ts';
import type { Product } from '../../src/domain/product.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { SPOKEN_LANGUAGES } from '../../src/text/languages.ts';
import { concept, conceptLabel } from '../../src/text/lexicon/index.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import { buildVocabulary } from '../../src/understanding/vocabulary.ts';

const detector = createLanguageDetector();

type Row = readonly [title: string, category: readonly string[], attributes?: Product['attributes']];

const product = (language: string, [title, category, attributes = {}]: Row): Product => ({
  productId: title,
  language,
  texts: { [language]: { title, description: '' } },
  category,
  attributes,
  variants: [{ variantId: title, attributes: {}, offers: {} }],
});

/** What a message in a language demands of a shop: "type=sofa", "room~living room" for what is only wished. */
async function readerOf(language: string, rows: readonly Row[]) {
  const parser = createEmbeddedParser({
    vocabulary: await buildVocabulary(rows.map((row) => product(language, row))),
    detector,
  });
  return async (utterance: string, asked: string) => {
    const { commands } = await parser.parse(
      utterance,
      {
        language: asked,
        locale: asked,
        market: { country: 'US', currency: 'USD', languages: [asked] },
        state: {
          turn: 0,
          language: asked,
          need: EMPTY_NEED,
          shown: [],
          seen: [],
          handedOff: false,
          opened: [],
        },
        turn: 1,
      },
      new AbortController().signal,
    );
    return commands.flatMap((command) =>
      command.type === 'find' || command.type === 'refine'
        ? command.constraints.flatMap(({ attribute, value, strength, known }) =>
            known ? [`${attribute}${strength === 'hard' ? '=' : '~'}${value}`] : [],
          )
        : [],
    );
  };
}

const labelIn = (id: string, language: string): string => {
  const found = concept('type', id);
  return found === undefined ? id : conceptLabel(found, language);
};

const ENGLISH: readonly Row[] = [
  ['Malmo three-seater couch', ['Home', 'Seating']],
  ['Oslo couch in linen', ['Home', 'Seating'], { place: ['living room'], trait: ['Waterproof'] }],
  ['Trail trainers', ['Feet']],
  ['City trainers', ['Feet']],
  ['Bread knife, 20 cm', ['Cook']],
  ['Cast iron skillet', ['Cook']],
];
const GERMAN: readonly Row[] = [
  ['Ecksofa Lund', ['Alles zum Sitzen'], { raum: ['Wohnzimmer'] }],
  ['Bürostuhl Kalmar', ['Alles zum Sitzen'], { raum: ['Arbeitszimmer'] }],
  ['Handtuch Set weich', ['Bad & Co'], { raum: ['Badezimmer'] }],
];

describe('a shop that writes English only', () => {
  it.each(SPOKEN_LANGUAGES)('finds kinds of things by what they are called in %s', async (asked) => {
    const read = await readerOf('en', ENGLISH);
    for (const id of ['sofa', 'sneaker', 'bread knife', 'frying pan']) {
      expect(await read(labelIn(id, asked), asked), `${asked} ${id}`).toContain(`type=${id}`);
    }
  });

  it('knows everyday synonyms of its titles', async () => {
    const read = await readerOf('en', ENGLISH);
    expect(await read('a settee', 'en')).toEqual(['type=sofa']);
    expect(await read('sneakers', 'en')).toEqual(['type=sneaker']);
    expect(await read('a pan', 'en')).toEqual(['type=frying pan']);
  });

  it.each([
    ['de', 'etwas fürs Wohnzimmer'],
    ['fr', 'quelque chose pour le salon'],
    ['es', 'algo para el salón'],
  ])('links its attribute values in %s, whatever the attributes are called', async (asked, words) => {
    const read = await readerOf('en', ENGLISH);
    expect(await read(words, asked)).toEqual(['place~living room']);
  });

  it('links a quality that a value tells', async () => {
    const read = await readerOf('en', ENGLISH);
    expect(await read('wasserdichtes Sofa', 'de')).toEqual(['trait~Waterproof', 'type=sofa']);
  });
});

describe('a shop that writes German only, with categories of its own', () => {
  it.each([
    ['en', 'an office chair', 'type=office chair'],
    ['fr', "une chaise de bureau s'il vous plaît", 'type=office chair'],
    ['es', 'un sofá esquinero', 'type=corner sofa'],
    ['en', 'a couch', 'type=sofa'],
    ['es', 'toallas', 'type=towel'],
  ])('finds in %s: %s', async (asked, words, expected) => {
    const read = await readerOf('de', GERMAN);
    expect(await read(words, asked)).toEqual([expected]);
  });

  it('links values of attributes with German names', async () => {
    const read = await readerOf('de', GERMAN);
    expect(await read('something for the bathroom', 'en')).toEqual(['raum~Badezimmer']);
  });
});

describe('a department that is called like a room', () => {
  it('is meant by who says nothing else', async () => {
    const read = await readerOf('en', [
      ['Chef knife', ['Kitchen']],
      ['Tea towel', ['Kitchen']],
      ['Floor lamp', ['Lighting']],
    ]);
    expect(await read('Kitchen', 'en')).toEqual(['type=kitchen']);
    expect(await read('something for the kitchen', 'en')).toEqual([]);
  });
});
