import { beforeAll, describe, expect, it } from 'vitest';
import { understandShop } from '../../eval/suites/understand-shop.ts';
import { UNDERSTAND_STATES } from '../../eval/suites/understand-states.ts';
import { commandParts } from '../../src/chat/desk/cases/say-command.ts';
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

async function read(say: string): Promise<string[]> {
  const { scarves } = UNDERSTAND_STATES;
  if (scarves === undefined) return [];
  const market = { country: 'DE', currency: 'EUR', languages: ['en'] };
  const context = { language: 'en', locale: 'en-GB', market, state: scarves, turn: 2 };
  const { commands } = await parser.parse(say, context, new AbortController().signal);
  return commands.map((command) => commandParts(command).join(' '));
}

describe('a wish and a question about a product in one message', () => {
  it('are both read', async () => {
    expect(await read('in wool please, and is the first one warm?')).toEqual([
      'refine material=wool',
      'ask-product @1',
    ]);
  });

  it('are one question where the values are asked of the product', async () => {
    expect(await read('is the first one red, and does it come in blue?')).toHaveLength(1);
    expect(await read('do you have the second one in red and blue?')).toHaveLength(1);
  });
});
