import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { initialState } from '../../src/dialogue/record-list.ts';
import { createReplier } from '../../src/reply/replier.ts';
import { readVariety, type Variety } from '../../src/reply/wordings.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { SPOKEN_LANGUAGES } from '../../src/text/languages.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import { buildVocabulary } from '../../src/understanding/vocabulary.ts';
import { SCARVES } from '../support/small-shop.ts';
import { US } from '../support/stocked-shop.ts';
import { POLITE, SAID_BY_SHOPPERS } from './polite-forms.ts';

const DIFFERING = SPOKEN_LANGUAGES.filter((language) => POLITE[language] !== undefined);
const FILES = readdirSync('src/reply/messages').flatMap(
  (file) => /^(.+\.familiar)\.json$/.exec(file)?.[1] ?? [],
);

const messagesOf = (variety: Variety) =>
  Object.entries(readVariety(variety)).filter(([key]) => !SAID_BY_SHOPPERS.test(key));

const politeIn = (language: string, variety: Variety): readonly string[] =>
  messagesOf(variety).flatMap(([key, wordings]) =>
    Object.values(wordings)
      .flat()
      .filter((text) => POLITE[language]?.test(text) === true)
      .map((text) => `${key}: ${text}`),
  );

describe('the familiar form of address', () => {
  it('is there for every language that has two, and for no other', () => {
    expect(FILES.filter((file) => !file.includes('-')).sort()).toEqual(
      DIFFERING.map((language) => `${language}.familiar`).sort(),
    );
  });

  it.each(DIFFERING)('takes the place of everything that is polite in "%s"', (language) => {
    expect(politeIn(language, { language, formality: 'formal' }).length).toBeGreaterThan(40);
    expect(politeIn(language, { language, formality: 'familiar' })).toEqual([]);
  });

  it('says você in Brazil and tu in Portugal', () => {
    const greeting = (country: string) =>
      createReplier({ tone: 'neutral', formality: { default: 'familiar' } })
        .inMarket(country)
        .greeting('pt');
    expect(greeting('BR')).toContain('você procura');
    expect(greeting('PT')).toContain('procuras');
    const tu = messagesOf({ language: 'pt', country: 'BR', formality: 'familiar' }).filter(([, { any }]) =>
      any.some((text) =>
        /(?<!\p{L})(?:tu|ti|teu|tua|te)(?!\p{L})|\p{L}(?<!ex)(?:aste|iste)(?!\p{L})/iu.test(text),
      ),
    );
    expect(tu.map(([key]) => key)).toEqual([]);
  });

  it.each(FILES)('differs from the formal one wherever "%s" has a message, in the same tones', (file) => {
    const [tag = ''] = file.split('.');
    const [language = '', country] = tag.split('-');
    const formal = readVariety({ language, country, formality: 'formal' });
    const own: Record<string, unknown> = JSON.parse(readFileSync(`src/reply/messages/${file}.json`, 'utf8'));
    const familiar = readVariety({ language, country, formality: 'familiar' });
    for (const key of Object.keys(own)) {
      expect(Object.keys(formal), `${key} is no message`).toContain(key);
      const [before, after] = [formal, familiar].map((messages) =>
        new Map(Object.entries(messages)).get(key),
      );
      expect(after, `${key} is the same`).not.toEqual(before);
      expect(Object.keys(after ?? {}).sort(), key).toEqual(Object.keys(before ?? {}).sort());
      expect(Object.values(after ?? {}).map(({ length }) => length)).toEqual(
        Object.values(before ?? {}).map(({ length }) => length),
      );
    }
  });
});

describe('sentences that a familiar reply asks a shopper to write', () => {
  const quoted = (texts: readonly string[]) =>
    /[“„«「]\s?([^”“»」]+?)\s?[”“»」]/u.exec(texts.join(' '))?.[1] ?? '';

  it.each([...DIFFERING, 'pt-BR'])('are read back as what they are for (%s)', async (tag) => {
    const [language = '', country] = tag.split('-');
    const parser = createEmbeddedParser({
      vocabulary: await buildVocabulary(SCARVES),
      detector: createLanguageDetector(),
    });
    const messages = readVariety({ language, country, formality: 'familiar' });
    const read = async (text: string) => {
      const state = initialState(language);
      const { commands } = await parser.parse(
        text,
        { language, locale: language, market: US, state, turn: 1 },
        new AbortController().signal,
      );
      return commands;
    };
    expect(await read(quoted(messages['history-consent-needed'].any))).toEqual([
      { type: 'history', wish: 'agree' },
    ]);
    for (const key of ['history-agreed', 'history-in-use', 'history-forgotten-visit'] as const)
      expect(await read(quoted(messages[key].any)), key).toEqual([{ type: 'history', wish: 'stop' }]);
  });
});

describe('a shop', () => {
  it('addresses shoppers as its settings say, market by market', () => {
    const replier = createReplier({
      tone: 'neutral',
      formality: { default: 'formal', NL: 'familiar', 'fr-CH': 'familiar' },
    });
    const asked = (market: string, language: string) =>
      replier.inMarket(market).question({ attribute: 'size', attributeLabel: 'size' }, language);
    expect(asked('NL', 'nl')).toBe('Welke maat heb je nodig?');
    expect(asked('BE', 'nl')).toBe('Welke maat hebt u nodig?');
    expect(asked('CH', 'fr')).toContain('te faut-il');
    expect(asked('CH', 'de')).toBe('Welche Größe brauchen Sie?');
    const plan = { locale: 'nl-NL', language: 'nl', steps: [{ act: 'reset' as const }] };
    expect(replier.compose({ ...plan, market: 'NL' }).text).toMatch(/ je /u);
    expect(replier.compose({ ...plan, market: 'BE' }).text).toMatch(/ uw? /u);
  });
});
