import { describe, expect, it } from 'vitest';
import { readSynonyms } from '../../src/catalog/read-synonyms.ts';
import { toQueryTerms, toQueryText } from '../../src/retrieval/query-terms.ts';
import { createSynonyms } from '../../src/retrieval/synonyms.ts';
import { createShopWords } from '../../src/text/shop-words.ts';

const synonymsOf = (...lines: readonly string[]) =>
  createSynonyms(readSynonyms(lines.join('\n'), { limitRules: 100 }).rules);

/** "sneaker .5 | run .45" for each group. */
function groupsOf(query: string, lines: readonly string[], locale = 'en', catalogueLanguages = ['en']) {
  const synonyms = synonymsOf(...lines);
  const terms = toQueryTerms({ query, constraints: [] }, { locale, catalogueLanguages, synonyms });
  return [...Map.groupBy(terms, ({ group }) => group).values()].map((group) =>
    group.map(({ term, weight }) => `${term} ${Number(weight.toFixed(3))}`).join(' | '),
  );
}

describe('synonyms in a query', () => {
  it('stand beside the word that was said, the one it leads to a little below', () => {
    expect(groupsOf('blorp', ['blorp => glimp'])).toEqual(['blorp 1 | glimp 0.9']);
    expect(groupsOf('blorp', ['blorp, glimp'])).toEqual(['blorp 1 | glimp 1']);
  });

  it('count as found only when all words of a phrase are', () => {
    expect(groupsOf('red blorp', ['blorp => glimp stonk'])).toEqual([
      'red 1',
      'blorp 0.5 | glimp 0.9',
      'blorp 0.5 | stonk 0.9',
    ]);
    expect(groupsOf('glimp stonk red', ['glimp stonk => blorp'])).toEqual([
      'glimp 1 | blorp 0.45',
      'stonk 1 | blorp 0.45',
      'red 1',
    ]);
  });

  it('lay phrases of different lengths side by side', () => {
    expect(groupsOf('blorp', ['blorp => glimp, stonk frip'])).toEqual([
      'blorp 0.5 | glimp 0.45 | stonk 0.9',
      'blorp 0.5 | glimp 0.45 | frip 0.9',
    ]);
  });

  it('are read as quantities are', () => {
    expect(groupsOf('two by four', ['two by four => 2x4'])).toContainEqual(expect.stringContaining('2 '));
    expect(groupsOf('2x4 lumber', ['2x4 => stud'])).toEqual([
      expect.stringMatching(/^2 .*stud/),
      expect.stringMatching(/^4 .*stud/),
      expect.stringMatching(/^lumber /),
    ]);
  });

  it('speak the words of the shop, whatever language was spoken', () => {
    const [group] = groupsOf('Schlorp', ['[de]', 'Schlorp => trainers'], 'de-DE', ['en']);
    expect(group).toContain('trainer ');
  });

  it('are found for a word that was misspelt', () => {
    const shopWords = createShopWords(new Map([['blorpen', 9]]));
    const reading = { locale: 'en', catalogueLanguages: ['en'], shopWords };
    const terms = toQueryTerms(
      { query: 'blropen', constraints: [] },
      { ...reading, synonyms: synonymsOf('blorpen => glimp') },
    );
    expect(terms.map(({ term }) => term)).toContain('glimp');
  });

  it('are said to the embedding model as well', () => {
    const synonyms = synonymsOf('blorp => glimp stonk');
    expect(toQueryText({ query: 'red blorp', constraints: [] }, { locale: 'en', synonyms })).toBe(
      'red blorp glimp stonk',
    );
  });

  it('say a word once that was said twice', () => {
    expect(groupsOf('blorp blorp', ['blorp => glimp stonk'])).toHaveLength(2);
  });
});
