import { readFileSync } from 'node:fs';
import { type Model, parseMessage, visit } from 'messageformat';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../src/errors/error-codes.ts';
import { createPhrasebook, type MessageKey, messagesOf } from '../../src/reply/phrasebook.ts';
import { readVariety } from '../../src/reply/wordings.ts';
import { SPOKEN_LANGUAGES as LANGUAGES } from '../../src/text/languages.ts';

const KEYS = Object.keys(messagesOf('en')) as MessageKey[];
const wordingsOf = (language: string, key: MessageKey) => messagesOf(language)[key];
const shapeOf = (language: string, key: MessageKey) =>
  Object.entries(readVariety({ language, formality: 'formal' })[key]).map(([tone, { length }]) => [
    tone,
    length,
  ]);

/** What is written in the file itself. */
const fileOf = (language: string): object =>
  JSON.parse(readFileSync(`src/reply/messages/${language}.json`, 'utf8'));

/** Names of the variables that a message reads. */
function variablesOf(source: string): readonly string[] {
  const names = new Set<string>();
  const message: Model.Message = parseMessage(source);
  visit(message, {
    value: (value) => {
      if (value.type === 'variable') names.add(value.name);
    },
  });
  return [...names].sort();
}

describe('the message files', () => {
  it.each(LANGUAGES)('has every key in "%s", in the order of English', (language) => {
    expect(Object.keys(fileOf(language))).toEqual(KEYS);
  });

  it('are there for every language that is understood, and named where they are not', () => {
    expect(LANGUAGES.filter((language) => messagesOf(language).greet === undefined)).toEqual([]);
    expect(() => messagesOf('tlh')).toThrow(
      expect.objectContaining({
        code: 'CONFIGURATION_INVALID',
        details: { file: 'src/reply/messages/tlh.json' },
      }),
    );
  });

  it('reads variables from patterns and from selectors', () => {
    expect(variablesOf(wordingsOf('en', 'first')[0] ?? '')).toEqual(['price', 'title']);
    expect(variablesOf(wordingsOf('en', 'show-limits')[0] ?? '')).toEqual(['count', 'limits']);
  });

  it.each(KEYS)('reads the same variables everywhere in "%s"', (key) => {
    const expected = variablesOf(wordingsOf('en', key)[0] ?? '');
    for (const language of LANGUAGES) {
      for (const source of wordingsOf(language, key)) {
        expect([language, variablesOf(source)]).toEqual([language, expected]);
      }
    }
  });

  it.each(KEYS)('has as many wordings everywhere of "%s", none empty and none twice', (key) => {
    for (const language of LANGUAGES) {
      const wordings = wordingsOf(language, key);
      expect([language, shapeOf(language, key)]).toEqual([language, shapeOf('en', key)]);
      expect(wordings.every((source) => source.trim() !== '')).toBe(true);
      const byTone = Object.values(readVariety({ language, formality: 'formal' })[key]);
      expect(byTone.every((ofTone) => new Set(ofTone).size === ofTone.length)).toBe(true);
    }
  });

  it('has a reply for every error code', () => {
    const missing = Object.values(ERROR_CODES).filter(({ reply }) => !(reply in messagesOf('en')));
    expect(missing).toEqual([]);
  });

  it('does not shout', () => {
    expect(
      LANGUAGES.flatMap(
        (language) =>
          Object.values(messagesOf(language))
            .flat()
            .join('')
            .match(/[!¡！]/gu) ?? [],
      ),
    ).toEqual([]);
  });
});

describe('createPhrasebook', () => {
  const book = createPhrasebook();
  const say = (
    language: string,
    key: MessageKey,
    values: Parameters<typeof book.phrase>[2],
    variation = 0,
    choice: Partial<Parameters<typeof book.phrase>[3]> = {},
  ) => book.phrase({ language, formality: 'formal' }, key, values, { tone: 'neutral', variation, ...choice });

  it('agrees with the number', () => {
    const limits = 'scarf';
    expect(say('en', 'show-limits', { count: 1, limits })).toBe('1 product fits: scarf.');
    expect(say('en', 'show-limits', { count: 1234, limits })).toBe('1,234 products fit: scarf.');
    expect(say('de', 'show-limits', { count: 1, limits })).toBe('1 Artikel passt: scarf.');
    expect(say('de', 'show-limits', { count: 1234, limits })).toBe('1.234 Artikel passen: scarf.');
    expect(say('fr', 'show-limits', { count: 0, limits })).toBe('0 article convient\u00a0: scarf.');
    expect(say('es', 'show-limits', { count: 2, limits })).toBe('2 artículos encajan: scarf.');
  });

  it('takes the same wording for the same number, and every wording for some', () => {
    const greetings = [0, 1, 2].map((variation) => say('fr', 'greet', {}, variation));
    expect(greetings[2]).toBe(greetings[0]);
    expect(new Set(greetings).size).toBe(2);
  });

  it('speaks in the tone of the shop where a message has wordings of it, else in one for any', () => {
    expect(say('de', 'thank', {}, 0, { tone: 'brief' })).toBe('Gern geschehen.');
    expect(say('de', 'thank', {}, 1, { tone: 'friendly' })).toMatch(/^Sehr gern, das freut mich/u);
    expect(say('de', 'acknowledge', {}, 0, { tone: 'friendly' })).toBe(say('de', 'acknowledge', {}));
  });

  it('steps down to shorter words, the longest of them first, and stays at the shortest', () => {
    const stepped = [0, 1, 2, 9].map((shorter) => say('en', 'thank', {}, 0, { shorter }));
    const lengths = stepped.map(({ length }) => length);
    expect(lengths).toEqual(lengths.toSorted((left, right) => right - left));
    expect(stepped[0]).toBe(say('en', 'thank', {}));
    expect(stepped[3]).toBe('You are welcome.');
    expect(say('en', 'acknowledge', {}, 0, { shorter: 2 })).toBe(say('en', 'acknowledge', {}));
  });

  it('leaves values as they are: no isolation marks, no markup read into them', () => {
    expect(say('en', 'quoted', { text: '{$x} {{ .match \\' })).toBe('“{$x} {{ .match \\”');
  });

  it('refuses a message without its values', () => {
    expect(() => say('en', 'first', { title: 'Scarf' })).toThrow(
      expect.objectContaining({ code: 'INTERNAL' }),
    );
  });
});
