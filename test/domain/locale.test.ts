import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalLocale, languageOf } from '../../src/domain/locale.ts';

it.each([
  ['de-ch', 'de-CH', 'de'],
  ['EN', 'en', 'en'],
  ['zh-hant-tw', 'zh-Hant-TW', 'zh'],
])('writes %s as %s, in the language %s', (tag, canonical, language) => {
  expect(canonicalLocale(tag)).toBe(canonical);
  expect(languageOf(canonical)).toBe(language);
});

it.each(['', 'd', 'de_DE', 'de-', '*', 'not a tag'])('has no locale for "%s"', (tag) => {
  expect(canonicalLocale(tag)).toBeUndefined();
});

it('never throws on a tag, and canonical tags stay as they are', () => {
  fc.assert(
    fc.property(fc.string(), (tag) => {
      const locale = canonicalLocale(tag);
      return locale === undefined || canonicalLocale(locale) === locale;
    }),
  );
});
