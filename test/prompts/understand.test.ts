import { expect, it } from 'vitest';
import * as z from 'zod';
import { loadPrompt } from '../../prompts/load-prompt.ts';
import { modelAnswerSchema } from '../../src/understanding/model-parser-schema.ts';

const prompt = await loadPrompt('understand');
const system =
  prompt.render({ vocabulary: '', currency: 'EUR', languages: ['en'], state: {}, utterance: '' })[0]
    ?.content ?? '';

/** Every name and every word of a list in the schema. */
function wordsOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key === 'properties' && typeof value === 'object' && value !== null) {
      return [...Object.keys(value), ...Object.values(value).flatMap(wordsOf)];
    }
    if (key === 'enum' && Array.isArray(value)) return value.filter((entry) => typeof entry === 'string');
    return wordsOf(value);
  });
}

const words = new Set(
  wordsOf(z.toJSONSchema(modelAnswerSchema({ attributes: [{ attribute: 'color', values: ['red'] }] }))),
);

it('explains every field and every choice of the schema', () => {
  // Named by their headings rather than in code marks.
  const spoken = new Set([
    'commands',
    'constraints',
    'references',
    'language',
    'kind',
    'type',
    'position',
    'red',
  ]);
  const unexplained = [...words].filter((word) => !spoken.has(word) && !system.includes(`\`${word}\``));

  expect(unexplained).toEqual([]);
  expect(words.size).toBeGreaterThan(35);
});

it('asks for nothing that the schema does not have', () => {
  const named = [...system.matchAll(/`([a-z][A-Za-z-]*)`/g)].flatMap(([, word]) => word ?? []);
  // Values of an attribute, not fields.
  const values = new Set(['price', 'category', 'brand', 'type']);

  expect(named.filter((word) => !words.has(word) && !values.has(word))).toEqual([]);
});
