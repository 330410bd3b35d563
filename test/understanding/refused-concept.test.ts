import { expect, it } from 'vitest';
import { understandBesideScarves } from '../support/understand-beside-scarves.ts';

it.each([
  ['en', 'less colorful'],
  ['en', 'not formal'],
  ['de', 'nicht so förmlich'],
  ['fr', 'moins colorée'],
])('is a wish, also where nothing in the shop has the quality: %s, %s', async (language, utterance) => {
  expect(await understandBesideScarves(language, utterance)).toMatch(/^refine mentions!=\w+/);
});
