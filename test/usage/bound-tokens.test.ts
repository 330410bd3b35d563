import fc from 'fast-check';
import { countTokens as ofCl100k } from 'gpt-tokenizer/encoding/cl100k_base';
import { countTokens as ofO200k } from 'gpt-tokenizer/encoding/o200k_base';
import { expect, it } from 'vitest';
import { loadPrompt } from '../../prompts/load-prompt.ts';
import { createReplier } from '../../src/reply/replier.ts';
import { SPOKEN_LANGUAGES } from '../../src/text/languages.ts';
import { boundTokens } from '../../src/usage/bound-tokens.ts';

const counters = { ofCl100k, ofO200k };

it.each(Object.entries(counters))(
  'is never below what a tokenizer counts in words of anybody (%s)',
  (_name, count) => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ maxLength: 200 }),
    );
    fc.assert(
      fc.property(words, (content) => {
        expect(boundTokens([{ role: 'user', content }])).toBeGreaterThanOrEqual(count(content));
      }),
    );
  },
);

it.each(Object.entries(counters))(
  'is never below what a tokenizer counts in our prompts (%s)',
  async (_name, count) => {
    const prompt = await loadPrompt('understand');
    const greetings = SPOKEN_LANGUAGES.map((language) => createReplier().greeting(language)).join(' ');
    const messages = prompt.render({
      vocabulary: greetings.repeat(4),
      currency: 'EUR',
      languages: SPOKEN_LANGUAGES,
      state: { shown: [{ title: 'Écharpe en laine', price: 19.9 }] },
      utterance: 'ein warmer Schal',
    });
    const real = messages.reduce((sum, { content }) => sum + count(content), 0);
    expect(boundTokens(messages)).toBeGreaterThanOrEqual(real);
    expect(boundTokens(messages)).toBeLessThan(4 * real);
  },
);

it('counts the schemas that are sent along', () => {
  const schema = JSON.stringify({ type: 'object', properties: { colour: { type: 'string' } } });
  const message = { role: 'user', content: 'hello' } as const;
  expect(boundTokens([message], schema) - boundTokens([message])).toBeGreaterThanOrEqual(ofO200k(schema));
});

it('sets the same aside for every picture, however large', () => {
  const bound = (...sizes: number[]) =>
    boundTokens([
      {
        role: 'user',
        content: 'What is it?',
        images: sizes.map((size) => ({ mediaType: 'image/png', base64: 'A'.repeat(size) })),
      },
    ]);
  expect(bound(4) - bound()).toBeGreaterThan(3_800);
  expect(bound(4_000_000)).toBe(bound(4));
  expect(bound(4, 4) - bound(4)).toBe(bound(4) - bound());
});
