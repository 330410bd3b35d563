import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { understandShop } from '../../eval/suites/understand-shop.ts';
import { UNDERSTAND_STATES } from '../../eval/suites/understand-states.ts';
import { commandParts } from '../../src/chat/desk/cases/say-command.ts';
import type { Command } from '../../src/domain/command.ts';
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

/** The type first, then its parts in the order of the alphabet. */
function sorted(command: Command): string {
  const [type, ...parts] = commandParts(command);
  return [type, ...parts.sort()].join(' ');
}

async function read(say: string, named: 'none' | 'scarves' = 'none'): Promise<string> {
  const state = UNDERSTAND_STATES[named];
  if (state === undefined) return 'no such state';
  const context = {
    language: 'en',
    locale: 'en-GB',
    market: { country: 'DE', currency: 'EUR', languages: ['en'] },
    state,
    turn: 2,
  };
  const { commands } = await parser.parse(say, context, new AbortController().signal);
  return commands.map(sorted).join(' && ');
}

describe('what a message corrects of itself', () => {
  it('is gone, and what was meant takes its place', async () => {
    expect(await read('a blue scarf, no, a green one')).toBe(await read('a green scarf'));
    expect(await read('boots, sorry, sneakers')).toBe(await read('sneakers'));
    expect(await read('a scarf for my mother, I mean for my sister')).toBe(
      await read('a scarf for my sister'),
    );
  });

  it('takes what is joined to it along', async () => {
    expect(await read('a blue or red, no, a green scarf')).toBe(await read('a green scarf'));
  });

  it('leaves alone what is of another kind', async () => {
    expect(await read('a red scarf, sorry, under 50')).toBe(await read('a red scarf under 50'));
    expect(await read('no cotton, no wool, no leather')).not.toContain('material=');
  });

  it('lets a number alone be what the number before it was', async () => {
    expect(await read('shoes in size 42, I mean 43')).toBe(await read('shoes in size 43'));
    expect(await read('a scarf under 50, no, 60')).toBe(await read('a scarf under 60'));
    expect(await read('a scarf between 20 and 50, no, 60')).toBe(await read('a scarf between 20 and 60'));
  });

  it('corrects the last product pointed at, not the one joined to it', async () => {
    expect(await read('compare the first and the second, no, the third', 'scarves')).toBe('compare @1 @3');
  });

  it('holds for any two colours and any phrase', async () => {
    const color = fc.constantFrom('red', 'blue', 'green', 'black', 'grey');
    const phrase = fc.constantFrom(
      ', no, ',
      ', I mean ',
      ', sorry, ',
      ', no wait, ',
      '. No, ',
      ', actually ',
    );
    await fc.assert(
      fc.asyncProperty(color, phrase, color, async (said, corrected, meant) => {
        fc.pre(said !== meant);
        expect(await read(`a ${said} scarf${corrected}${meant}`)).toBe(await read(`a ${meant} scarf`));
      }),
      { numRuns: 60 },
    );
  });
});

describe('for whom it is not', () => {
  it('is nobody it is for', async () => {
    expect(await read("it's not for my mother, it's for my sister")).toBe('gift for:sister');
    expect(await read('not for my mother or my father, for my sister')).toBe('gift for:sister');
  });

  it('is not the person whose wish refuses something else', async () => {
    expect(await read('no leather for my mother')).toBe('gift for:mother material!=leather');
  });
});
