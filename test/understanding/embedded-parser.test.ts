import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { understandShop } from '../../eval/suites/understand-shop.ts';
import { UNDERSTAND_STATES } from '../../eval/suites/understand-states.ts';
import { commandParts } from '../../src/chat/desk/cases/say-command.ts';
import { commandSchema } from '../../src/domain/command.ts';
import type { DialogueState } from '../../src/domain/dialogue-state.ts';
import { formatMoney } from '../../src/domain/money.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import { buildVocabulary } from '../../src/understanding/vocabulary.ts';
import { anyText } from '../text/any-text.ts';

const vocabulary = await buildVocabulary(understandShop());
const parser = createEmbeddedParser({ vocabulary, detector: createLanguageDetector() });
const { none, scarves } = UNDERSTAND_STATES as { none: DialogueState; scarves: DialogueState };

const parse = (utterance: string, { language = 'en', state = none } = {}) =>
  parser.parse(
    utterance,
    {
      language,
      locale: language,
      market: { country: 'DE', currency: 'EUR', languages: ['de'] },
      state,
      turn: 3,
    },
    new AbortController().signal,
  );

const say = async (utterance: string, options: { language?: string; state?: DialogueState } = {}) =>
  (await parse(utterance, options)).commands.map((command) => commandParts(command).join(' '));

it.each(['can you do 10% off?', 'is 20 percent off possible?', '15 % discount?'])(
  'asks for a discount: "%s"',
  async (utterance) => {
    expect(await say(utterance, { state: scarves })).toEqual(['price discount']);
  },
);

describe('less of something', () => {
  it.each([
    ['something less red', 'en'],
    ['weniger rot', 'de'],
    ['pas trop rouge', 'fr'],
    ['menos rojo', 'es'],
    ['meno rosso', 'it'],
    ['menos vermelho', 'pt'],
    ['minder rood', 'nl'],
  ])('is refused, and asks for no lower price: "%s"', async (utterance, language) => {
    expect(await say(utterance, { language, state: scarves })).toEqual(['refine color!=red']);
  });

  it.each(['less please', 'something for less', 'a bit less'])(
    'is a lower price: "%s"',
    async (utterance) => {
      expect(await say(utterance, { state: scarves })).toEqual([expect.stringMatching(/^refine .*cheaper/)]);
    },
  );

  it('is told, also where the shop has no word for it', async () => {
    const { commands } = await parse('something less humdrum', { state: scarves });
    expect(commands).toMatchObject([
      { type: 'refine', constraints: [{ operator: 'ne', value: 'humdrum', known: false }] },
    ]);
  });
});

describe('a wish', () => {
  it.each([
    ['a warm scarf for my mother, under 60, not red', 'en'],
    ['ein warmer Schal für meine Mutter, unter 60, nicht rot', 'de'],
    ['une écharpe chaude pour ma mère, moins de 60, pas rouge', 'fr'],
    ['una bufanda cálida para mi madre por menos de 60 que no sea roja', 'es'],
  ])('"%s" is the same in every language', async (utterance, language) => {
    const { commands, ...rest } = await parse(utterance);
    expect(rest).toMatchObject({ language, by: 'embedded' });
    expect(commands).toMatchObject([
      {
        type: 'find',
        recipient: 'mother',
        constraints: expect.arrayContaining([
          expect.objectContaining({
            attribute: 'type',
            operator: 'eq',
            value: 'scarf',
            strength: 'hard',
            known: true,
          }),
          expect.objectContaining({ attribute: 'price', operator: 'lt', value: 6000, strength: 'hard' }),
          expect.objectContaining({ attribute: 'color', operator: 'ne', value: 'red', strength: 'hard' }),
        ]),
      },
    ]);
  });

  it('keeps the words of the shopper and the turn', async () => {
    const { commands } = await parse('a scarf, under 60 €, not red');
    expect(commands).toMatchObject([
      {
        constraints: [
          { words: 'scarf', sourceTurn: 3 },
          { words: 'under 60 €', sourceTurn: 3 },
          { words: 'not red', sourceTurn: 3 },
        ],
      },
    ]);
  });

  it('scopes a refusal rightly', async () => {
    expect(await say('scarf, not red but blue')).toEqual(['find type=scarf color!=red color=blue']);
    expect(await say('scarf, no red, blue or green')).toEqual([
      'find type=scarf color!=red color!=blue color!=green',
    ]);
    expect(await say('warm jacket, not too heavy')).toEqual(['find type=jacket "warm"']);
    expect(await say('no leather shoes')).toEqual(['find material!=leather type=shoe']);
    expect(await say('Schal, rot nicht')).toEqual(['find type=scarf color!=red']);
  });

  it('takes the head of a compound and what a preposition governs for no wish', async () => {
    expect(await say('a bag for my gloves')).toEqual(['find type=bag "gloves"']);
    expect(await say('Damenjacke aus Baumwolle')).toEqual(['find type=jacket gender=women material=cotton']);
  });

  it('never makes a person a filter', async () => {
    expect(await say('something for my mother')).toEqual(['gift for:mother']);
  });

  it('says what the shop does not know', async () => {
    expect(await say('purple scarf by Acme')).toEqual(['find color=purple? type=scarf brand=Acme?']);
    expect(await say('a grand piano')).toEqual(['find type=piano?']);
    expect(await say('scarf under $60')).toEqual(['find type=scarf price<60?']);
  });
});

describe('a change of the wish', () => {
  it('refines with limits and finds another kind of thing anew', async () => {
    expect(await say('under 40', { state: scarves })).toEqual(['refine price<40']);
    expect(await say('a blue scarf', { state: scarves })).toEqual(['refine color=blue type=scarf']);
    expect(await say('a blue jacket', { state: scarves })).toEqual(['find color=blue type=jacket']);
    expect(await say('something for my dad', { state: scarves })).toEqual(['gift for:father']);
  });

  it('hears whom the thing that is wanted is a present for', async () => {
    expect(await say("it's a present for my sister", { state: scarves })).toEqual(['refine for:sister']);
  });

  it('takes a correction', async () => {
    expect(await say('no, blue', { state: scarves })).toEqual(['refine color=blue']);
  });
});

describe('references', () => {
  it('points at what is shown, and nowhere when nothing is', async () => {
    expect(await say('is the blue one warm?', { state: scarves })).toEqual(['ask-product @color=blue']);
    expect(await say('I need the first aid of a blue scarf')).toMatchObject([expect.stringMatching(/^find/)]);
  });
});

describe('what chips send', () => {
  const only = { en: 'only', de: 'nur', fr: 'seulement', es: 'solo' } as const;
  const any = { en: 'any {}', de: '{} egal', fr: 'peu importe {}', es: 'cualquier {}' } as const;
  const under = { en: 'under', de: 'unter', fr: 'moins de', es: 'menos de' } as const;

  it('comes back as exactly the value it was counted for', async () => {
    for (const [language, word] of Object.entries(only)) {
      for (const attribute of vocabulary.attributes) {
        for (const { value } of vocabulary.valuesOf(attribute)) {
          const label = vocabulary.labelOf(attribute, value, language);
          const isAmbiguous = vocabulary.isAmbiguous(attribute, value, language);
          const words = isAmbiguous ? `${vocabulary.attributeLabel(attribute, language)}: ${label}` : label;
          const understood = await parse(`${word} ${words}`, { language, state: scarves });
          expect(understood.language, words).toBe(language);
          expect(understood.commands, words).toMatchObject([
            {
              type: 'refine',
              query: '',
              drop: [],
              constraints: [{ attribute, operator: 'eq', value, strength: 'hard', known: true }],
            },
          ]);
        }
      }
    }
  });

  it('drops the attribute it names', async () => {
    for (const [language, pattern] of Object.entries(any)) {
      for (const attribute of vocabulary.attributes) {
        const words = pattern.replace('{}', vocabulary.attributeLabel(attribute, language));
        expect(await say(words, { language, state: scarves }), words).toEqual([`refine -${attribute}`]);
      }
    }
  });

  it('keeps a price to the cent as the locale writes it', async () => {
    const cases = fc.record({
      amountMinor: fc.integer({ min: 1, max: 9_999_999 }),
      locale: fc.constantFrom('en-US', 'en-IE', 'de-DE', 'de-CH', 'fr-FR', 'es-ES'),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ amountMinor, locale }) => {
        const language = locale.slice(0, 2) as keyof typeof under;
        const utterance = `${under[language]} ${formatMoney({ amountMinor, currency: 'EUR' }, locale)}`;
        const { commands } = await parse(utterance, { language, state: scarves });
        expect(commands, utterance).toMatchObject([
          {
            type: 'refine',
            query: '',
            constraints: [{ attribute: 'price', operator: 'lt', value: amountMinor }],
          },
        ]);
      }),
    );
  });
});

describe('hostile messages', () => {
  const pieces = fc.constantFrom(
    'not',
    'red',
    'under',
    '60',
    '€',
    'like',
    'the',
    'second',
    'but',
    'blue',
    'scarf',
    ',',
    '?',
    'only',
    'color',
    ':',
    'why',
    'compare',
    'and',
    'for',
    'my',
    'mother',
    '<script>',
    "'; DROP TABLE",
    '‮',
    '😀',
    'قميص',
    '1e999',
    '#',
    '\u0000',
  );

  it('always gives commands of the schema, the same every time', async () => {
    const texts = fc.oneof(
      anyText(300),
      fc.array(pieces, { maxLength: 60 }).map((words) => words.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom(none, scarves), async (text, state) => {
        const understood = await parse(text, { state });
        expect(understood.commands.length).toBeGreaterThan(0);
        for (const command of understood.commands) {
          expect(commandSchema.safeParse(command).error).toBeUndefined();
        }
        expect(understood.confidence).toBeGreaterThan(0);
        expect(understood.confidence).toBeLessThanOrEqual(1);
        expect(await parse(text, { state })).toEqual(understood);
      }),
      { numRuns: 300 },
    );
  });

  it('declines what has no words', async () => {
    for (const text of ['', '   ', '???', '😀😀', '\u200b'])
      expect(await say(text), text).toEqual(['out-of-scope']);
  });

  it('reads no more than the first 4,000 characters', async () => {
    expect(await say(`${'a '.repeat(2500)} scarf`)).toEqual(['out-of-scope']);
  });
});
