import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NO_DIALS } from '../../src/ranking/arrange-list.ts';
import { SPOKEN_LANGUAGES } from '../../src/text/languages.ts';
import launcherLabels from '../../src/widget/launcher-labels.json' with { type: 'json' };
import { createShopLabel, SHOP_LABELS } from '../../src/widget/shop/shop-labels.ts';
import { hasShoppingWord, loadShoppingWords } from '../../src/widget/shopping-label.ts';
import { loadLabel } from '../../src/widget/widget-labels.ts';

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

/** What is written in the file itself. */
const fileOf = (folder: string, language: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(`${folder}${folder.endsWith('-') ? '' : '/'}${language}.json`, 'utf8'));

describe.each([
  ['the panel', 'src/widget/messages'],
  ['later parts of the panel', 'src/widget/later-words/later-'],
  ['the shop page', 'src/widget/shop/messages'],
  ['things, baskets and orders', 'src/widget/shopping-words/shopping-'],
])('labels of %s', (_name, folder) => {
  it('are there in every spoken language, none empty, with the same placeholders', () => {
    const english = fileOf(folder, 'en');
    for (const language of SPOKEN_LANGUAGES) {
      const table = fileOf(folder, language);
      expect(Object.keys(table)).toEqual(Object.keys(english));
      for (const [key, text] of Object.entries(table)) {
        expect(text.trim()).not.toBe('');
        expect([key, placeholders(text)]).toEqual([key, placeholders(english[key] ?? '')]);
      }
    }
  });
});

it('a button alone speaks every language', () => {
  expect(Object.keys(launcherLabels).sort()).toEqual([...SPOKEN_LANGUAGES].sort());
  expect(Object.keys(SHOP_LABELS).sort()).toEqual([...SPOKEN_LANGUAGES].sort());
});

describe('loadLabel', () => {
  it('speaks the language of a locale, and English where it knows none', async () => {
    expect((await loadLabel('de-CH'))('close')).toBe('Schließen');
    expect((await loadLabel('FR'))('close')).toBe('Fermer');
    expect((await loadLabel('fi-FI'))('close')).toBe('Close');
    expect(createShopLabel('es')('search')).toBe('Buscar');
  });

  it('puts values in, as text', async () => {
    expect((await loadShoppingWords('en'))('signal-wish', { name: '$& <b>' })).toBe('Your wish: $& <b>');
  });

  it('names every signal that the assistant ranks by', () => {
    const signals = [
      'terms',
      'text',
      'taste',
      'factors',
      'next',
      'session',
      'interest',
      'similar',
      'neighbours',
      'exact',
      'popular',
      'new',
      'words',
      'wish',
      'price-fit',
      'text-unsaid',
      'title-words',
      'best-words',
      'phrase',
      'thing',
      'title-share',
      'alike',
    ];
    for (const signal of [...signals, 'availability', 'popularity', ...Object.keys(NO_DIALS)]) {
      expect([signal, hasShoppingWord(`signal-${signal}`)]).toEqual([signal, true]);
    }
  });
});
