import { expect, it } from 'vitest';
import { beginsAsChip } from '../../src/understanding/is-chip.ts';

it.each([
  ['only Red', 'en'],
  ['nur Rot', 'de'],
  ['seulement rouge', 'fr'],
  ['solo rojo', 'es'],
])('knows "%s" (%s) for a chip', (text, language) => {
  expect(beginsAsChip(text, language)).toBe(true);
});

it.each(['not only red', 'red only', 'nur Rot', ''])('takes "%s" for no English chip', (text) => {
  expect(beginsAsChip(text, 'en')).toBe(false);
});
