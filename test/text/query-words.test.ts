import { describe, expect, it } from 'vitest';
import { readQueryWords } from '../../src/text/query-words.ts';

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
