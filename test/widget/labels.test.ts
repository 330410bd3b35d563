import { describe, expect, it } from 'vitest';
import { NO_DIALS } from '../../src/ranking/arrange-list.ts';
import { createShopLabel, SHOP_LABELS } from '../../src/widget/shop/shop-labels.ts';
import { createLabel, hasLabel, WIDGET_LABELS } from '../../src/widget/widget-labels.ts';

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

describe.each([
  ['the panel', WIDGET_LABELS],
  ['the shop page', SHOP_LABELS],
])('labels of %s', (_name, tables: Readonly<Record<string, Readonly<Record<string, string>>>>) => {
  it('are there in every language, none empty, with the same placeholders', () => {
    const english = tables.en ?? {};
    for (const table of Object.values(tables)) {
      expect(Object.keys(table)).toEqual(Object.keys(english));
      for (const [key, text] of Object.entries(table)) {
        expect(text.trim()).not.toBe('');
        expect([key, placeholders(text)]).toEqual([key, placeholders(english[key] ?? '')]);
      }
    }
  });
});

describe('createLabel', () => {
  it('speaks the language of a locale, and English where it knows none', () => {
    expect(createLabel('de-CH')('close')).toBe('Schließen');
    expect(createLabel('FR')('close')).toBe('Fermer');
    expect(createLabel('ja-JP')('close')).toBe('Close');
    expect(createShopLabel('es')('search')).toBe('Buscar');
  });

  it('puts values in, as text', () => {
    expect(createLabel('en')('signal-wish', { name: '$& <b>' })).toBe('Your wish: $& <b>');
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
      expect([signal, hasLabel(`signal-${signal}`)]).toEqual([signal, true]);
    }
  });
});
