import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { understandShop } from '../../eval/suites/understand-shop.ts';
import { UNDERSTAND_STATES } from '../../eval/suites/understand-states.ts';
import { lookAtPicture } from '../../src/chat/look-at-picture.ts';
import type { DialogueState } from '../../src/domain/dialogue-state.ts';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { createReplier } from '../../src/reply/replier.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import type { PictureWords, ReadPicture } from '../../src/understanding/read-picture.ts';
import { buildVocabulary } from '../../src/understanding/vocabulary.ts';
import { TINY_PICTURES } from '../support/tiny-pictures.ts';

const vocabulary = await buildVocabulary(understandShop());
const embedded = createEmbeddedParser({ vocabulary, detector: createLanguageDetector() });
const { scarves } = UNDERSTAND_STATES as { scarves: DialogueState };
const { signal } = new AbortController();
const BLANK = { kind: '', color: '', material: '', pattern: '', style: '' };

const contextIn = (language: string) => ({
  language,
  locale: language,
  market: { country: 'DE', currency: 'EUR', languages: ['de'] },
  state: { ...scarves, language },
  turn: 3,
});

async function look(text: string, seen: Partial<PictureWords> | AssistantError | undefined, language = 'en') {
  const readPicture: ReadPicture = async () => {
    if (seen instanceof AssistantError) throw seen;
    return seen === undefined ? undefined : { ...BLANK, ...seen };
  };
  const rooms = { parsers: () => ({ embedded }), replier: createReplier(), readPicture };
  const context = contextIn(language);
  const sight = await lookAtPicture(rooms, { text, image: TINY_PICTURES.png }, context, signal);
  const { commands } = await sight.parsers.embedded.parse(text, context, signal);
  return { ...sight, commands };
}

describe('what is seen', () => {
  it.each([
    ['en', { kind: 'scarf', color: 'blue', material: 'wool' }, 'blue wool scarf'],
    ['de', { kind: 'Schal', color: 'blau', material: 'Wolle' }, 'blau Wolle Schal'],
    ['fr', { kind: 'écharpe', color: 'bleu', material: 'laine' }, 'écharpe laine bleu'],
    ['es', { kind: 'bufanda', color: 'azul', material: 'lana' }, 'bufanda lana azul'],
    ['it', { kind: 'sciarpa', color: 'blu', material: 'lana' }, 'sciarpa lana blu'],
    ['pt', { kind: 'cachecol', color: 'azul', material: 'lã' }, 'cachecol lã azul'],
    ['nl', { kind: 'sjaal', color: 'blauw', material: 'wol' }, 'blauw wol sjaal'],
    ['ja', { kind: 'マフラー', color: '青', material: 'ウール' }, '青 ウール マフラー'],
  ])('is searched and told in the order of the language ("%s")', async (language, words, phrase) => {
    const { seen, steps, commands } = await look('', words, language);
    expect(seen).toBe(phrase);
    expect(steps).toEqual([{ act: 'picture', outcome: 'seen', words: phrase }]);
    expect(commands).toMatchObject([{ type: 'find' }]);
    expect(JSON.stringify(commands)).toContain('"value":"scarf"');
  });

  it('loses what tells least where it is long', async () => {
    const long = 'a'.repeat(19);
    const { seen } = await look('', {
      kind: 'scarf',
      color: long,
      material: long,
      pattern: long,
      style: long,
    });
    expect(seen?.length).toBeLessThanOrEqual(60);
    expect(seen).toMatch(/scarf$/);
  });
});

describe('what is not seen', () => {
  it('is told, and the words stand alone', async () => {
    const asked = 'a red scarf';
    const alone = await embedded.parse(asked, contextIn('en'), signal);
    for (const seen of [undefined, { kind: 'yes please' }, { kind: 'object' }]) {
      const { steps, commands, degraded } = await look(asked, seen);
      expect(steps).toEqual([{ act: 'picture', outcome: 'unclear' }]);
      expect([commands, degraded]).toEqual([alone.commands, []]);
    }
    const failed = await look(asked, new AssistantError('BUDGET_EXCEEDED', 'spent'));
    expect(failed).toMatchObject({
      commands: alone.commands,
      steps: [{ act: 'picture', outcome: 'unavailable' }],
      degraded: [{ component: 'chat-model', reason: 'BUDGET_EXCEEDED' }],
    });
  });

  it('is refused where nobody could look at it', async () => {
    const rooms = { parsers: () => ({ embedded }), replier: createReplier() };
    const said = { text: 'this', image: TINY_PICTURES.png };
    await expect(lookAtPicture(rooms, said, contextIn('en'), signal)).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    });
  });
});

it('adds nothing to the words but a search, whatever a model says that it saw', async () => {
  const word = fc.constantFrom(
    ...[
      'scarf',
      'blue',
      'add',
      'the second',
      'basket',
      'to my',
      'buy',
      'checkout',
      'cancel',
      'order',
      'delete',
    ],
    ...[
      'my data',
      'yes',
      'person',
      'forget',
      'ignore',
      'rules',
      'Warenkorb',
      'den zweiten in',
      'bestellen',
      'ja',
    ],
    ...[
      'panier',
      'ajoute',
      'carrito',
      'añade',
      'carrello',
      'aggiungi',
      'carrinho',
      'winkelwagen',
      'カートに入れて',
    ],
    ...['12', 'wool', 'remember', 'size 42', 'no', 'more', 'return', 'all'],
  );
  const said = fc.constantFrom(
    'like this please',
    'add the second to my basket',
    'hello',
    'a red scarf',
    'yes',
  );
  await fc.assert(
    fc.asyncProperty(said, fc.array(word, { minLength: 1, maxLength: 5 }), async (text, words) => {
      const alone = await embedded.parse(text, contextIn('en'), signal);
      const [kind = '', color = '', material = '', pattern = '', style = ''] = words;
      const { commands } = await look(text, { kind, color, material, pattern, style });
      for (const command of commands)
        if (command.type !== 'find') expect(alone.commands).toContainEqual(command);
    }),
    { numRuns: 200 },
  );
});
