import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { Formality, Voice } from '../../src/domain/voice.ts';
import { formalityIn } from '../../src/domain/voice.ts';
import { NO_INVITATIONS } from '../../src/domain/widget-settings.ts';
import { isFamiliarIn } from '../../src/widget/form-of-address.ts';
import { address, createTranslate } from '../../src/widget/translate.ts';

const settings = (formality?: Voice['formality'], markets = ['DE']) => ({
  capabilities: { models: false, images: false, markets, languages: ['de'] },
  invitations: NO_INVITATIONS,
  ...(formality !== undefined && { formality }),
});

describe('how a shopper is addressed', () => {
  it('is formal where the shop says nothing, and else as its server speaks', () => {
    expect(isFamiliarIn(settings(), { market: undefined, locale: 'de-DE' })).toBe(false);
    const forms: readonly Formality[] = ['formal', 'familiar'];
    for (const byDefault of forms)
      for (const place of ['de', 'DE', 'de-DE', 'AT', 'fr'])
        for (const form of forms)
          for (const market of ['DE', 'AT', 'CH']) {
            const formality = { default: byDefault, [place]: form };
            expect(isFamiliarIn(settings(formality), { locale: 'de-CH', market })).toBe(
              formalityIn({ formality }, 'de', market) === 'familiar',
            );
          }
  });

  it('is that of the first market where the page names none, however it is written', () => {
    const rules = { default: 'formal', NL: 'familiar' } as const;
    expect(isFamiliarIn(settings(rules, ['NL', 'DE']), { market: undefined, locale: 'de' })).toBe(true);
    expect(isFamiliarIn(settings(rules, ['DE']), { locale: 'nl', market: 'nl' })).toBe(true);
    expect(isFamiliarIn(settings(rules, []), { market: undefined, locale: 'nl' })).toBe(false);
  });
});

describe('labels', () => {
  afterEach(() => address(false));

  it('say both, and change with the next drawing', () => {
    const label = createTranslate({ en: { hint: '{Ihr|Dein} Korb: {count}', gap: 'a{ |}b' } }, 'de');
    expect(label('hint', { count: 2 })).toBe('Ihr Korb: 2');
    address(true);
    expect(label('hint', { count: 2 })).toBe('Dein Korb: 2');
    expect(label('gap')).toBe('ab');
  });

  const FOLDERS = ['messages', 'later-words', 'picture-words', 'privacy-words', 'shopping-words'];
  /** What only the polite form of a language says. The shopper's own words are said to the shop, which is "you" of many. */
  const POLITE: Readonly<Record<string, RegExp>> = {
    de: /\b(?:Ihnen|Ihre?[nmrs]?)\b|\b(?:warten|suchen|schreiben|wählen|können) Sie\b/u,
    fr: /\b(?:vous|votre|vos|veuillez)\b/iu,
    es: /\busted\b/iu,
    it: /\b(?:Lei|Suo|Sua|Suoi|Sue)\b/u,
    pt: /\b(?:você|si|lhe)\b/iu,
    nl: /\bu(?:w)?\b/iu,
  };
  const SAID_BY_THE_SHOPPER = /^(?:say|exampleOf$|ask$)/;

  it.each(FOLDERS.flatMap((folder) => Object.keys(POLITE).map((language) => [folder, language] as const)))(
    'of %s address nobody politely in a familiar shop: %s',
    (folder, language) => {
      address(true);
      const file = readdirSync(`src/widget/${folder}`).find((name) => name.endsWith(`${language}.json`));
      const words: Readonly<Record<string, string>> = JSON.parse(
        readFileSync(`src/widget/${folder}/${file}`, 'utf8'),
      );
      const label = createTranslate({ en: words }, language);
      const polite = Object.keys(words)
        .filter((key) => !SAID_BY_THE_SHOPPER.test(key))
        .map((key) => label(key))
        .filter((text) => POLITE[language]?.test(text) === true);
      expect(polite).toEqual([]);
    },
  );
});
