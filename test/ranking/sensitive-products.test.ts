import { expect, it } from 'vitest';
import type { Product } from '../../src/domain/product.ts';
import { createSensitivity } from '../../src/ranking/sensitive-products.ts';
import { SENSITIVE_WORDS } from '../../src/ranking/sensitive-words.ts';
import { SPOKEN_LANGUAGES } from '../../src/text/languages.ts';
import { product } from '../support/small-shop.ts';

const named = (title: string, language = 'en', category: readonly string[] = ['Things']): Product => ({
  ...product({ id: 'p', title }),
  language,
  texts: { [language]: { title, description: '' } },
  category,
});

it.each([
  ['Digital pregnancy test', 'en'],
  ['Schwangerschaftstest, 2 Stück: Schwangerschaft sicher erkennen', 'de'],
  ['Gel lubrifiant intime', 'fr'],
  ['Biblia de bolsillo', 'es'],
  ['Sex toys for beginners', 'en'],
])('holds "%s" (%s) for sensitive', (title, language) => {
  expect(createSensitivity([])(named(title, language))).toBe(true);
});

it.each([
  ['Warm wool scarf', 'en'],
  ['Middlesex county map', 'en'],
  ['Stillleben in Öl', 'de'],
  ['Carafe en verre', 'fr'],
])('does not hold "%s" (%s) for sensitive', (title, language) => {
  expect(createSensitivity([])(named(title, language))).toBe(false);
});

it('goes by the category, too, and by its translations', () => {
  const plain = named('Set of three', 'en', ['Health', 'Monitors']);
  expect(createSensitivity([])(plain)).toBe(true);
  const translated = {
    ...named('Set of three'),
    texts: { de: { title: 'Dreierset', description: '', category: ['Erotik'] } },
  };
  expect(createSensitivity([])(translated)).toBe(true);
});

it("takes a shop's own categories with all that is below them", () => {
  const isSensitive = createSensitivity(['Care > Night']);
  expect(isSensitive(named('Set of three', 'en', ['care', 'night', 'sets']))).toBe(true);
  expect(isSensitive(named('Set of three', 'en', ['Care', 'Day']))).toBe(false);
});

it('has as many matters in every language', () => {
  expect([...SENSITIVE_WORDS.keys()]).toEqual(SPOKEN_LANGUAGES);
  for (const words of SENSITIVE_WORDS.values()) {
    expect(words.length).toBeGreaterThan(40);
    expect(words).not.toContain('');
  }
});
