import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { understandShop } from '../../eval/suites/understand-shop.ts';
import { UNDERSTAND_STATES } from '../../eval/suites/understand-states.ts';
import { commandParts } from '../../src/chat/desk/cases/say-command.ts';
import { commandSchema } from '../../src/domain/command.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { SPOKEN_LANGUAGES } from '../../src/text/languages.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import type { Parser } from '../../src/understanding/parser.ts';
import type { CommandChooser } from '../../src/understanding/statistical/choose-command.ts';
import { buildVocabulary, type Vocabulary } from '../../src/understanding/vocabulary.ts';

let vocabulary: Vocabulary;
let parser: Parser;

beforeAll(async () => {
  vocabulary = await buildVocabulary(understandShop());
  parser = parserWith();
});

const parserWith = (choose?: CommandChooser): Parser =>
  createEmbeddedParser({
    vocabulary,
    detector: createLanguageDetector(),
    ...(choose === undefined ? {} : { choose }),
  });

async function read(say: string, state = 'none', by: Parser = parser): Promise<string[]> {
  const { commands } = await parse(say, state, 'en', by);
  return commands.map((command) => commandParts(command).join(' '));
}

function parse(say: string, state: string, language: string, by: Parser) {
  const said = UNDERSTAND_STATES[state] ?? { ...UNDERSTAND_STATES.none };
  const context = {
    language,
    locale: language,
    market: { country: 'DE', currency: 'EUR', languages: ['de', 'en'] },
    state: {
      turn: 0,
      need: { query: '', constraints: [] },
      shown: [],
      seen: [],
      handedOff: false,
      opened: [],
      ...said,
      language,
    },
    turn: 3,
  };
  return by.parse(say, context, new AbortController().signal);
}

describe('several commands in one message', () => {
  it('are read each, greetings first', async () => {
    expect(await read('hi, show me boots, and where is my order 123?')).toEqual([
      'greet',
      'find type=boot',
      'order-status #123',
    ]);
    expect(await read('add the second and show me gloves', 'scarves')).toEqual([
      'basket add @2',
      'find type=gloves',
    ]);
  });

  it('do not tear a wish apart', async () => {
    const [command, ...others] = await read('boots in black, size 42 and under 100');
    expect(others).toEqual([]);
    expect(command?.split(' ').sort()).toEqual(['color=black', 'find', 'price<100', 'size=42', 'type=boot']);
  });

  it('take no limit from a wish for a thing', async () => {
    const asides = [
      'with free shipping',
      'with fast returns',
      'with free shipping and cash on delivery',
      'paid by invoice',
      'in stock',
      'on sale',
    ];
    const wishes = [
      'I want a black backpack',
      "I'm looking for leather boots in size 42",
      'show me a red scarf from Nordwind',
      'show me Zorbian injectors, a word no shop knows,',
    ];
    for (const wish of wishes) {
      const plain = (await read(`${wish} under 60`))[0]?.split(' ') ?? [];
      const limits = plain.filter((part) => /[=<>]/.test(part));
      expect(limits).toContain('price<60');
      for (const aside of asides) {
        const [first = ''] = await read(`${wish} ${aside} under 60`);
        for (const part of limits) expect(`${aside}: ${first}`).toContain(part);
      }
    }
  });

  it('leave what only tells of an order to the order', async () => {
    expect(await read('I want to return the shoes. The shoes are too small.')).toEqual(['return because']);
  });

  it('said twice are one, with the number from either', async () => {
    expect(await read('I moved, please change the address of order 4711')).toEqual(['change-address #4711']);
  });

  it('tell the address of an account and what is paid by from where an order goes', async () => {
    expect(await read('Please change the address of my account')).toEqual(['change-address account']);
    const { commands } = await parse(
      'Bitte ändern Sie die Adresse in meinem Kundenkonto',
      'none',
      'de',
      parser,
    );
    expect(commands).toMatchObject([{ type: 'change-address', what: 'account' }]);
    expect(await read('I want to pay order #4711 with another card')).toEqual([
      'change-address payment #4711',
    ]);
    expect(await read('change the payment method of order #4711')).toEqual(['change-address payment #4711']);
    expect(await read('which payment methods are there?')).toEqual(['ask-policy payment']);
  });
});

describe('what the shopper’s words alone may decide', () => {
  const always =
    (type: string): CommandChooser =>
    () => ({ type, probability: 1, margin: 1 });

  it.each(['personal-data', 'history', 'handoff'])('is never %s by statistics', async (type) => {
    const { commands } = await parse('qwertz asdf', 'none', 'en', parserWith(always(type)));
    expect(commands.map((command) => command.type)).not.toContain(type);
  });

  it('goes before statistics', async () => {
    const wrong = parserWith(always('more'));
    expect(await read('delete all my data', 'scarves', wrong)).toEqual(['personal-data delete']);
    expect(await read('cancel order 123', 'scarves', wrong)).toEqual(['cancel-order #123']);
    expect(await read('a person please', 'scarves', wrong)).toEqual(['handoff requested']);
  });

  it('leaves what phrases do not know to statistics, when it makes sense', async () => {
    expect(await read('zxcv qwer', 'scarves', parserWith(always('more')))).toEqual(['more']);
    expect(await read('zxcv qwer', 'none', parserWith(always('why')))).not.toContain('why @it');
  });
});

describe('bare answers', () => {
  it('are read against the open question', async () => {
    expect(await read('red', 'offered')).toEqual(['refine color=red']);
    expect(await read('the last', 'offered')).toEqual(['refine color=black']);
    expect(await read("I don't mind", 'offered')).toEqual(['no-preference']);
    expect(await read("the size doesn't matter", 'offered')).toEqual(['no-preference -size']);
  });

  it.each([
    ['sure', 'affirm'],
    ['yes please', 'affirm'],
    ['nope', 'deny'],
    ['no thanks', 'deny'],
  ])('%j is %s', async (say, command) => {
    expect(await read(say, 'offered')).toEqual([command]);
  });

  it('with a wish are a wish', async () => {
    expect(await read('yes, but in red', 'scarves')).toEqual(['refine color=red']);
  });
});

it('makes valid commands of whatever is said, in every language', async () => {
  const words = [
    'cancel',
    'order',
    '#',
    '12',
    'basket',
    'add',
    'the second',
    'not',
    'wool',
    'size',
    '42',
    '?',
    ',',
    'and',
    'lighter',
    '円',
    'nicht',
    'panier',
  ];
  const said = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 6 })), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(
      said,
      fc.constantFrom(...Object.keys(UNDERSTAND_STATES)),
      fc.constantFrom(...SPOKEN_LANGUAGES),
      async (parts, state, language) => {
        const { commands } = await parse(parts.join(' '), state, language, parser);
        expect(commands.length).toBeGreaterThan(0);
        for (const command of commands) expect(commandSchema.safeParse(command).success).toBe(true);
      },
    ),
    { numRuns: 150 },
  );
});
