import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/domain/locale.ts';
import { EMPTY_NEED } from '../../src/domain/need.ts';
import type { Product } from '../../src/domain/product.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import { buildVocabulary } from '../../src/understanding/vocabulary.ts';

/** What a shop calls its departments, with sentences in which somebody wants to see one: polite, familiar, plain. */
const SHOPS: Readonly<
  Record<string, { readonly names: readonly string[]; readonly wishes: readonly string[] }>
> = {
  en: {
    names: ['Kitchen', 'Fashion', 'Garden & Balcony', 'Feasts'],
    wishes: ['Show me {}', 'I want to see {}', 'Let me see {}'],
  },
  de: {
    names: ['Küche', 'Mode', 'Garten & Balkon', 'Feste'],
    wishes: ['Zeigen Sie mir {}', 'Zeig mir {}', 'Ich möchte {} sehen', 'Ich will {} anschauen'],
  },
  fr: {
    names: ['Cuisine', 'Mode', 'Jardin et balcon', 'Fêtes'],
    wishes: ['Montrez-moi {}', 'Montre-moi {}', 'Je voudrais voir {}', 'Faites-moi voir {}', 'Parcourir {}'],
  },
  es: {
    names: ['Cocina', 'Moda', 'Jardín y balcón', 'Fiestas'],
    wishes: ['Muéstreme {}', 'Muéstrame {}', 'Quiero ver {}', 'Déjeme ver {}'],
  },
  it: {
    names: ['Cucina', 'Moda', 'Giardino e balcone', 'Feste'],
    wishes: ['Mi mostri {}', 'Mostrami {}', 'Voglio vedere {}', 'Mi faccia vedere {}'],
  },
  pt: {
    names: ['Cozinha', 'Moda', 'Jardim e varanda', 'Festas'],
    wishes: ['Mostre-me {}', 'Mostra-me {}', 'Quero ver {}', 'Deixe-me ver {}'],
  },
  nl: {
    names: ['Keuken', 'Mode', 'Tuin & balkon', 'Feesten'],
    wishes: ['Toon mij {}', 'Laat me {} zien', 'Ik wil {} zien', 'Ik wil graag {} bekijken'],
  },
  ja: {
    names: ['キッチン', 'モード', 'ガーデン＆バルコニー', '暮らし'],
    wishes: ['{}を見せてください', '{}を見せて', '{}が見たいです', '{}を表示して'],
  },
};

const detector = createLanguageDetector();

async function readerOf(language: Language, departments: readonly (readonly string[])[]) {
  const products = departments.map(
    (category, index): Product => ({
      productId: `p${index}`,
      language,
      texts: { [language]: { title: `Solveig ${index}`, description: '' } },
      category,
      attributes: {},
      variants: [{ variantId: `v${index}`, attributes: {}, offers: {} }],
    }),
  );
  const parser = createEmbeddedParser({ vocabulary: await buildVocabulary(products), detector });
  return async (utterance: string) => {
    const { commands } = await parser.parse(
      utterance,
      {
        language,
        locale: language,
        market: { country: 'US', currency: 'USD', languages: [language] },
        state: {
          turn: 0,
          language,
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
    return commands.map((command) =>
      command.type === 'find' || command.type === 'refine'
        ? command.constraints.flatMap(({ attribute, value, known }) =>
            known ? [`${attribute}=${value}`] : [],
          )
        : command.type,
    );
  };
}

describe.each(Object.entries(SHOPS))('somebody who speaks %s', (language, { names, wishes }) => {
  it.each(wishes)('wants the department that is named: "%s"', async (wish) => {
    const read = await readerOf(
      language,
      names.map((name) => [name]),
    );
    const wanted = await Promise.all(names.map((name) => read(wish.replace('{}', name))));
    expect(wanted).toEqual(names.map((name) => [[`type=${name.toLowerCase()}`]]));
  });
});

describe('a department', () => {
  it('is found on any level of the shop', async () => {
    const read = await readerOf('en', [
      ['Living', 'Kitchen', 'Feasts'],
      ['Living', 'Hall'],
    ]);
    expect(await read('show me Feasts')).toEqual([['type=feasts']]);
    expect(await read('I want to see Kitchen')).toEqual([['type=kitchen']]);
    expect(await read('show me Living')).toEqual([['type=living']]);
  });

  it('is none where its name tells what a thing is for', async () => {
    const read = await readerOf('en', [['Kitchen'], ['Lamps']]);
    expect(await read('show me a lamp for the kitchen')).toEqual([['type=lamp']]);
    expect(await read('show me something for the kitchen')).toEqual([[]]);
  });

  it('is none where the name is a part of what is wanted', async () => {
    const read = await readerOf('en', [['Kitchen'], ['Knives']]);
    expect(await read('show me kitchen knives')).toEqual([['type=knife']]);
  });
});
