import { type Model, parseMessage, visit } from 'messageformat';
import { describe, expect, it } from 'vitest';
import type { Formality } from '../../src/domain/voice.ts';
import {
  createPhrasebook,
  type MessageKey,
  type MessageValues,
  messagesOf,
} from '../../src/reply/phrasebook.ts';
import { createSpeaker } from '../../src/reply/speaker.ts';
import { readVariety } from '../../src/reply/wordings.ts';
import { SPOKEN_LANGUAGES } from '../../src/text/languages.ts';
import { ARTICLES, WRONG_NUMBERS } from './grammar-of-languages.ts';

const KEYS = Object.keys(messagesOf('en')) as MessageKey[];
const TONES = ['friendly', 'neutral', 'brief'] as const;
const phrasebook = createPhrasebook();

/** Names as shops have them; each is a fault waiting to happen. */
const NAMES = {
  plain: 'Wool scarf',
  vowel: 'Écharpe abricot',
  small: 'iPhone 15',
  ended: 'Mug by Coffee Co.',
  asking: 'Where is Wally?',
  quoting: 'Lamp "Moon"',
  listing: 'Bowl, plate and cup',
  spaced: '  Two  spaces ',
  hebrew: 'צעיף צמר',
  long: `${'Very long name of a thing '.repeat(8)}end`,
};
const COUNTS = [0, 1, 2, 5, 1234];
const MONEY = /^(?:price|listPrice|total|amount|lowest|highest|median|budget|difference)$/;
const FIGURE = /^(?:quantity|pieces|before|most)$/;
const NUMBERS = /^(?:count|left|from|to|position)$/;

function variablesOf(key: MessageKey): readonly string[] {
  const names = new Set<string>();
  const message: Model.Message = parseMessage(messagesOf('en')[key][0] ?? '');
  visit(message, {
    value: (value) => {
      if (value.type === 'variable') names.add(value.name);
    },
  });
  return [...names];
}

/** What stands in a place of a message: what it is called tells what it holds. */
function fillerOf(key: MessageKey, variable: string, name: string, count: number): string | number {
  if (MONEY.test(variable)) return '20,00\u00a0€';
  if (variable === 'date') return '3.11.2026';
  if (key.startsWith('limit-')) return '16 cm';
  if (key === 'policy-language') return 'Latin';
  if (FIGURE.test(variable)) return '12';
  return NUMBERS.test(variable) ? count : name;
}

const valuesOf = (key: MessageKey, name: string, count: number): MessageValues =>
  Object.fromEntries(variablesOf(key).map((variable) => [variable, fillerOf(key, variable, name, count)]));

/** A whole sentence, not a part of one, nor the words on a button. */
const isSentence = (key: MessageKey): boolean =>
  !key.startsWith('chip-') && /[.?][”}]*$|\$passage\}$/u.test(messagesOf('en')[key][0] ?? '');

/** Every wording of a message, in every tone, with every name and number. */
function* renderings(language: string, formality: Formality, market: string | undefined) {
  const messages = readVariety({ language, country: market, formality });
  for (const key of KEYS) {
    const variables = variablesOf(key);
    const names = variables.some((variable) => !NUMBERS.test(variable))
      ? Object.values(NAMES)
      : [NAMES.plain];
    const counts = variables.some((variable) => NUMBERS.test(variable)) ? COUNTS : [2];
    for (const tone of TONES.filter((each) => each === 'neutral' || messages[key][each] !== undefined))
      for (const variation of messages[key][tone === 'neutral' ? 'any' : tone]?.keys() ?? [])
        for (const name of names)
          for (const count of name === NAMES.plain ? counts : [2]) {
            const voice = { tone, formality: { default: formality } };
            const speaker = createSpeaker(
              phrasebook,
              { language, locale: language, market, voice },
              { variation },
            );
            yield {
              key,
              name: name.trim().replace(/ +/g, ' '),
              count,
              text: speaker.say(key, valuesOf(key, name, count)).text,
            };
          }
  }
}

const VARIETIES = SPOKEN_LANGUAGES.flatMap((language) =>
  (['formal', 'familiar'] as const).flatMap((formality) =>
    (language === 'pt' ? ['PT', 'BR'] : [undefined]).map((market) => [language, formality, market] as const),
  ),
);

const hasArticleBefore = (text: string, articles: string, name: string): boolean =>
  text
    .split(name)
    .slice(0, -1)
    .some((before) => new RegExp(`(?<![\\p{L}’'])(?:${articles})\\s[“„«]?\\s?$`, 'iu').test(before));

const BRACKETS = [
  ['“', '”'],
  ['«', '»'],
  ['「', '」'],
  ['（', '）'],
] as const;

/** What is wrong with a text whatever it says, in words; undefined when nothing is. */
function faultOf(language: string, key: MessageKey, text: string, name: string): string | undefined {
  if (text !== text.trim() || /\s{2}/u.test(text)) return 'spaces';
  if (/[{}|]|\$[a-z]|\b(?:undefined|null)\b/u.test(text)) return 'a rest of the template';
  if (/(?<!\.)\.\.(?!\.)|[.。][.。]$|[?？][.。?？]|,,|;;/u.test(text)) return 'punctuation twice';
  if (/[\s]+[.,]|[(（]\s|\s[)）]| [:;?!]/u.test(text)) return 'a space before punctuation';
  for (const [opening, closing] of BRACKETS)
    if (language !== 'de' && language !== 'nl' && text.split(opening).length !== text.split(closing).length)
      return 'an open quotation or bracket';
  const wrong = ARTICLES[language];
  if (wrong !== undefined && hasArticleBefore(text, wrong, name))
    return 'an article before a name of unknown gender';
  if (WRONG_NUMBERS[language]?.test(text) === true) return 'singular and plural';
  if (!isSentence(key)) return undefined;
  if (!/[.?。？…！!:：]["”»」』）)]*$/u.test(text) && !text.endsWith(name)) return 'no end';
  if (/^\p{Ll}/u.test(text) && !text.startsWith(name)) return 'a small letter at the beginning';
  return undefined;
}

describe('words around inserted names and numbers', () => {
  it.each(VARIETIES)('are well formed in %s, %s, %s', (language, formality, market) => {
    const faults = new Set<string>();
    for (const { key, name, text } of renderings(language, formality, market)) {
      const fault = faultOf(language, key, text, name);
      if (fault !== undefined) faults.add(`${key}: ${fault}: ${text.slice(0, 160)}`);
    }
    expect([...faults]).toEqual([]);
  });

  it('are looked at by eyes that see', () => {
    expect(faultOf('fr', 'answer-price', 'Le prix de Écharpe est bas.', 'Écharpe')).toContain('article');
    expect(faultOf('en', 'tally-further', 'There are 1 products.', 'x')).toContain('plural');
    expect(faultOf('en', 'first', 'First is Coffee Co..', 'x')).toContain('twice');
    expect(faultOf('en', 'first', 'first is it.', 'x')).toContain('small');
    expect(faultOf('en', 'first', 'First is it', 'x')).toContain('end');
    expect(faultOf('en', 'first', 'First is it , too.', 'x')).toContain('space');
  });
});

describe('a sentence', () => {
  const speaker = (language: string) => createSpeaker(phrasebook, { language, locale: language });

  it('begins with a capital where it begins with what an attribute is called, and not where with a name', () => {
    const facts = { label: 'weight', title: 'iPhone', value: '170 g' };
    expect(speaker('en').say('tally-least', facts).text).toBe('Weight is lowest for iPhone: 170 g.');
    expect(speaker('en').say('compare-cheapest', { title: 'iPhone' }).text).toBe('iPhone costs least.');
  });

  it('ends once, and keeps what a name itself is spelt with', () => {
    const similar = (title: string) => speaker('en').say('show-similar', { title }).text;
    expect(similar('Mug by Coffee Co.')).toBe('These are most like Mug by Coffee Co.');
    expect(similar('Wait...')).toBe('These are most like Wait...');
    expect(speaker('en').say('clarify-single', { options: 'Mug by Coffee Co.' }).text).toBe(
      'Do you mean Mug by Coffee Co.?',
    );
    expect(speaker('en').say('clarify-single', { options: 'Where is Wally?' }).text).toBe(
      'Do you mean Where is Wally?',
    );
    expect(speaker('en').say('answer-price', { title: 'Coffee Co.', price: '$20' }).text).toBe(
      'Coffee Co. costs $20.',
    );
  });

  it('puts things one after the other as the language writes them', () => {
    expect(speaker('en').series(['red', '40 cm', 'wool'])).toBe('red, 40 cm, wool');
    expect(speaker('ja').series(['赤', '40 cm'])).toBe('赤、40 cm');
    expect(speaker('ja').series([])).toBe('');
  });
});
