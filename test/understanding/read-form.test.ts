import { describe, expect, it } from 'vitest';
import type { OpenForm } from '../../src/domain/dialogue-state.ts';
import { EMPTY_NEED } from '../../src/domain/need.ts';
import { createReplier } from '../../src/reply/replier.ts';
import { createLanguageDetector } from '../../src/text/detect-language.ts';
import { SPOKEN_LANGUAGES } from '../../src/text/languages.ts';
import { createEmbeddedParser } from '../../src/understanding/embedded-parser.ts';
import { buildVocabulary } from '../../src/understanding/vocabulary.ts';
import { SCARVES } from '../support/small-shop.ts';

const vocabulary = await buildVocabulary(SCARVES);
const parser = createEmbeddedParser({ vocabulary, detector: createLanguageDetector() });
const { signal } = new AbortController();
const price = { amountMinor: 100, currency: 'USD' };
const line = (title: string) => ({
  ...{ lineId: title, productId: title, variantId: title, title, options: {}, quantity: 1, unitPrice: price },
});

const LINES: OpenForm = {
  wish: 'return-lines',
  write: { type: 'return-lines', orderNumber: '1' },
  missing: { field: 'lines', options: [line('Blue shoes'), line('Red shoes'), line('Wool hat')] },
  labels: ['Blue shoes', 'Red shoes', 'Wool hat'],
  turn: 2,
};
const ADDRESS: OpenForm = {
  wish: 'change-order-address',
  write: { type: 'change-order-address', orderNumber: '1' },
  missing: { field: 'address' },
  labels: [],
  turn: 2,
};

const stateWith = (language: string) => ({
  ...{ turn: 2, language, need: EMPTY_NEED, shown: [], seen: [], handedOff: false, opened: [] },
});
async function read(text: string, form?: OpenForm, language = 'en') {
  const understood = await parser.parse(
    text,
    {
      language,
      locale: language,
      market: { country: 'US', currency: 'USD', languages: ['en'] },
      state: { ...stateWith(language), ...(form === undefined ? {} : { form }) },
      turn: 3,
    },
    signal,
  );
  return understood;
}
const valuesOf = async (text: string, form: OpenForm) =>
  (await read(text, form)).commands.flatMap((command) => (command.type === 'provide' ? command.values : []));

describe('an answer to a form', () => {
  it.each([
    ['Wool hat', ['Wool hat']],
    ['the hat please', ['Wool hat']],
    ['the blue ones and the hat', ['Blue shoes', 'Wool hat']],
    ['the second', ['Red shoes']],
    ['2', ['Red shoes']],
    ['everything', ['Blue shoes', 'Red shoes', 'Wool hat']],
  ])('is heard in "%s"', async (text, values) => {
    expect(await valuesOf(text, LINES)).toEqual(values);
  });

  it('is left as it was said where it leaves several open', async () => {
    expect(await valuesOf('shoes', LINES)).toEqual(['shoes']);
  });

  it('is not heard in what is something else, nor once the form is gone', async () => {
    expect(await valuesOf('show me green scarves', LINES)).toEqual([]);
    expect(await valuesOf('where is my order 12345?', ADDRESS)).toEqual([]);
    expect(await valuesOf('Wool hat', { ...LINES, turn: 1 })).toEqual([]);
  });

  it('is an address in any language, which changes none', async () => {
    const german = await read('Hauptstraße 5, 10115 Berlin', ADDRESS);
    expect(german.commands).toEqual([{ type: 'provide', values: ['Hauptstraße 5, 10115 Berlin'] }]);
    expect(german.language).toBe('en');
    expect(await valuesOf('my new address is 5 Main Street, Denver, CO 80201', ADDRESS)).toEqual([
      '5 Main Street, Denver, CO 80201',
    ]);
  });

  it('is asked for part by part', async () => {
    const part = (name: 'line1' | 'postalCode' | 'city'): OpenForm => ({
      ...ADDRESS,
      missing: { field: 'address-part', part: name },
    });
    expect(await valuesOf('80201', part('postalCode'))).toEqual(['80201']);
    expect(await valuesOf('Denver', part('city'))).toEqual(['Denver']);
    expect(await valuesOf('where is my order?', part('city'))).toEqual([]);
  });
});

it.each(SPOKEN_LANGUAGES)(
  'reads in "%s" the yes and the no that stand beside a summary',
  async (language) => {
    const words = createReplier().orderWords(language, language);
    expect((await read(words.yes(), undefined, language)).commands).toEqual([{ type: 'affirm' }]);
    expect((await read(words.no(), undefined, language)).commands).toEqual([{ type: 'deny' }]);
  },
);
