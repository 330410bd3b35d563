import { beforeAll, describe, expect, it } from 'vitest';
import { understandShop } from '../../eval/suites/understand-shop.ts';
import { UNDERSTAND_STATES } from '../../eval/suites/understand-states.ts';
import { commandParts } from '../../src/chat/desk/cases/say-command.ts';
import type { DialogueState } from '../../src/domain/dialogue-state.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import type { Parser } from '../../src/understanding/parser.ts';
import { buildVocabulary } from '../../src/understanding/vocabulary.ts';

let parser: Parser;

beforeAll(async () => {
  parser = createEmbeddedParser({
    vocabulary: await buildVocabulary(understandShop()),
    detector: createLanguageDetector(),
  });
});

async function read(say: string, change: Partial<DialogueState>): Promise<string> {
  const { scarves } = UNDERSTAND_STATES;
  if (scarves === undefined) return 'no such state';
  const context = {
    language: 'en',
    locale: 'en-GB',
    market: { country: 'DE', currency: 'EUR', languages: ['en'] },
    state: { ...scarves, ...change },
    turn: 2,
  };
  const { commands } = await parser.parse(say, context, new AbortController().signal);
  return commands.map((command) => commandParts(command).join(' ')).join(' && ');
}

const sneakers = ['39', '40', '41'].map((size, index) => ({
  productId: `sneakers-${index}`,
  variantId: `sneakers-${index}-${size}`,
  title: `Sneakers ${index}`,
  priceMinor: 5000,
  currency: 'EUR',
  attributes: { color: ['black'], size: [size] },
}));

describe('a number alone', () => {
  it('is the size of what is on the screen', async () => {
    expect(await read('42', { shown: sneakers })).toBe('refine size=42');
    expect(await read('in 42 please', { shown: sneakers })).toBe('refine size=42');
  });

  it('points at a product where there are so many', async () => {
    expect(await read('2', { shown: sneakers })).toBe('ask-product @2');
  });

  it('answers the question for a size, whatever is on the screen', async () => {
    const question = { attribute: 'size', options: [], inARow: 1, turn: 1 };
    expect(await read('42', { shown: [], question })).toBe('refine size=42');
  });

  it('is no size of things without sizes, nor one that the shop does not have', async () => {
    expect(await read('42', {})).not.toContain('refine size');
    expect(await read('77', { shown: sneakers })).not.toContain('size=77');
  });
});
