import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { RULES } from '../../src/reply/check-claims-rules.ts';
import { SPOKEN_LANGUAGES } from '../../src/text/languages.ts';
import { LOCALES } from '../../src/text/locale-files.ts';
import { sayQuantity } from '../../src/text/write-quantity.ts';
import { grammarOf } from '../../src/understanding/grammar/index.ts';
import { quantityWordsOf } from '../../src/understanding/grammar/quantities.ts';
import { compilePattern } from '../../src/understanding/pattern.ts';

/** Every list of phrases in a table, with the path to it. */
function listsIn(value: unknown, path = ''): [path: string, phrases: readonly string[]][] {
  if (value instanceof Set || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value))
    return value.every((entry) => typeof entry === 'string')
      ? [[path, value]]
      : value.flatMap((entry) => listsIn(entry, path));
  return Object.entries(value).flatMap(([key, entry]) =>
    listsIn(entry, path === '' ? key : `${path}.${key}`),
  );
}

/** What a language has phrases for; word lists and units aside, which a language may not need. */
function saidIn(language: string): string[] {
  const { cues, prices, questions, shopQuestions, personal, service } = grammarOf(language);
  return listsIn({ cues, prices, questions, shopQuestions: shopQuestions.cues, personal, service }).flatMap(
    ([path, phrases]) => (phrases.length > 0 ? [path] : []),
  );
}

describe.each(SPOKEN_LANGUAGES)('the locale file of "%s"', (language) => {
  it('is as every room reads it', () => {
    expect(grammarOf(language).language).toBe(language);
    expect(Object.keys(quantityWordsOf(language).measures).length).toBeGreaterThan(5);
    expect(sayQuantity('2 pair', language)).toMatch(/^2/);
    expect(RULES.length).toBeGreaterThan(0);
  });

  it('calls itself by its name, and every spoken language', () => {
    expect(LOCALES.section(language, 'name', z.string()).length).toBeGreaterThan(1);
    const names = LOCALES.section(language, 'language-names', z.record(z.string(), z.string()));
    expect(SPOKEN_LANGUAGES.filter((spoken) => names[spoken] === undefined)).toEqual([]);
  });

  it('says everything that English says, in phrases of its own', () => {
    const said = new Set(saidIn(language));
    expect(saidIn('en').filter((path) => !said.has(path))).toEqual([]);
  });

  it('has phrases that compile, with slots that exist', () => {
    const slots = new Set<string>();
    for (const [, phrases] of listsIn(grammarOf(language)))
      for (const phrase of phrases) {
        expect(compilePattern(phrase, 'found', language).elements.length, phrase).toBeGreaterThan(0);
        for (const [, slot = ''] of phrase.matchAll(/\{([^}]*)\}/g)) slots.add(slot);
      }
    const english = new Set(
      listsIn(grammarOf('en')).flatMap(([, phrases]) =>
        phrases.flatMap((phrase) => [...phrase.matchAll(/\{([^}]*)\}/g)].map(([, slot = '']) => slot)),
      ),
    );
    expect([...slots.difference(new Set([...english, 'any']))]).toEqual([]);
  });
});
