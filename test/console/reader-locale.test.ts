import { describe, expect, it } from 'vitest';
import { readerLocale } from '../../src/console/reader-locale.ts';

describe('the locale of the reader', () => {
  it.each([
    [['de-at', 'en'], 'de-AT'],
    [['en_US.UTF-8'], 'en-US'],
    [['en-US@posix', 'fr'], 'en-US'],
    [['', 'fr-CA'], 'fr-CA'],
    [['C', undefined, 'x-', 'ja'], 'ja'],
    [['tlh', 'pt-BR'], 'pt-BR'],
  ])('of %j is %s', (told, locale) => {
    expect(readerLocale(told)).toBe(locale);
  });

  it('is the usual one where the browser tells none', () => {
    expect(readerLocale(['', 'C'])).toBe(Intl.NumberFormat().resolvedOptions().locale);
  });
});
