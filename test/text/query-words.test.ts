import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQueryWords, withoutDenied } from '../../src/text/query-words.ts';
import { anyText } from './any-text.ts';

function read(query: string, language = 'en') {
  const { wanted, denied } = readQueryWords(query, language);
  return { wanted: wanted.map(({ raw }) => raw), denied: denied.map(({ raw }) => raw) };
}

describe('readQueryWords', () => {
  it('parts what is wanted from what must not be there, without stop words', () => {
    expect(read('a red dress without the long sleeves for the summer')).toEqual({
      wanted: ['red', 'dress', 'summer'],
      denied: ['long', 'sleeves'],
    });
  });

  it.each(['The Who', 'it', 'to be'])('keeps the stop words of "%s", as there is nothing else', (query) => {
    expect(read(query).wanted).toEqual(query.split(' '));
  });

  it('wants nothing of an empty query', () => {
    expect(read('')).toEqual({ wanted: [], denied: [] });
    expect(read('…!')).toEqual({ wanted: [], denied: [] });
  });
});

describe('withoutDenied', () => {
  it('keeps the rest of the query as it was said', () => {
    expect(withoutDenied('red dress without long sleeves, size 42', 'en')).toBe('red dress , size 42');
    expect(withoutDenied('jurk zonder mouwen', 'en', ['nl'])).toBe('jurk');
    expect(withoutDenied('red dress', 'en')).toBe('red dress');
  });

  it('never adds a word, for any text', () => {
    fc.assert(fc.property(anyText(), (text) => withoutDenied(text, 'en').length <= text.length));
  });
});
