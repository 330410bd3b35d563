import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toQueryTerms, toQueryText } from '../../src/retrieval/query-terms.ts';
import { createShopWords } from '../../src/text/shop-words.ts';
import { limit } from '../support/small-shop.ts';

describe('query terms', () => {
  it('put a word and its translations into one group, the word itself first and heaviest', () => {
    const terms = toQueryTerms({ query: 'Schal', constraints: [] }, { locale: 'de' });

    expect(terms[0]).toEqual({ term: 'schal', weight: 1, group: 0 });
    expect(terms).toContainEqual({ term: 'scarf', weight: 0.8, group: 0 });
    expect(new Set(terms.map(({ group }) => group))).toEqual(new Set([0]));
  });

  it('leave out languages that the shop has no texts in', () => {
    const terms = toQueryTerms(
      { query: 'Schal', constraints: [] },
      { locale: 'de', catalogueLanguages: ['de'] },
    );

    expect(terms.map(({ term }) => term)).not.toContain('scarf');
  });

  it('count a word once, however often and wherever it is said', () => {
    const need = { query: 'scarf, scarves', constraints: [limit('type', 'eq', 'scarf')] };

    expect(new Set(toQueryTerms(need, { locale: 'en' }).map(({ group }) => group)).size).toBe(1);
  });

  it('read the parts of a hyphenated word as the same word', () => {
    const terms = toQueryTerms({ query: 'knee-length', constraints: [] }, { locale: 'en' });

    expect(new Set(terms.map(({ group }) => group))).toEqual(new Set([0]));
    expect(terms.length).toBeGreaterThan(1);
  });

  it('keep the words of a phrase apart', () => {
    const terms = toQueryTerms({ query: 'sleeping bag', constraints: [] }, { locale: 'en' });

    expect(terms).toContainEqual({ term: 'sleep', weight: 1, group: 0 });
    expect(terms).toContainEqual({ term: 'bag', weight: 1, group: 1 });
    expect(terms).toContainEqual({ term: 'schlafsack', weight: 0.8, group: 1 });
  });

  it('read the last part of a German compound', () => {
    const terms = toQueryTerms({ query: 'Winterjacke', constraints: [] }, { locale: 'de' });

    expect(terms).toContainEqual({ term: 'winterjack', weight: 1, group: 0 });
    expect(terms).toContainEqual({ term: 'jacket', weight: 0.5, group: 0 });
  });

  it('never look for what a query says must not be there, but for texts that say so too', () => {
    const terms = toQueryTerms({ query: 'dress without sleeves', constraints: [] }, { locale: 'en' });

    expect(terms).toContainEqual(expect.objectContaining({ term: 'dress', weight: 1 }));
    expect(terms).toContainEqual(expect.objectContaining({ term: 'without:sleev', weight: 1 }));
    expect(terms.map(({ term }) => term)).not.toContain('sleev');
  });

  it('keep the words of a query that has nothing but stop words', () => {
    const terms = toQueryTerms({ query: 'The Who', constraints: [] }, { locale: 'en' });

    expect(new Set(terms.map(({ term }) => term))).toEqual(new Set(['the', 'who', 'the who']));
  });

  it('look for a model number in one piece and in several', () => {
    const termsOf = (query: string) =>
      new Set(toQueryTerms({ query, constraints: [] }, { locale: 'en' }).map(({ term }) => term));

    for (const query of ['WH-1000XM5', 'wh 1000xm5', 'wh 1000 xm5', 'wh1000xm5'])
      expect(termsOf(query)).toContain('wh1000xm5');
    expect(termsOf('rtx 4070')).toContain('rtx4070');
  });

  it('look for a word in the spelling of other keyboards', () => {
    const termsOf = (query: string) =>
      toQueryTerms({ query, constraints: [] }, { locale: 'de', catalogueLanguages: ['de'] }).map(
        ({ term }) => term,
      );

    expect(termsOf('Muetze')).toContain('mutz');
    expect(termsOf('Mütze')).toContain('muetz');
    expect(termsOf('neue Mauer')).toEqual(['neu', 'mau']);
  });

  it('read words as the shop writes them, in languages that the assistant does not speak', () => {
    const terms = toQueryTerms(
      { query: 'röda jackor', constraints: [] },
      { locale: 'en', catalogueLanguages: ['sv'] },
    );

    expect(terms).toContainEqual({ term: 'rod', weight: 1, group: 0 });
    expect(terms).toContainEqual({ term: 'jack', weight: 1, group: 1 });
  });

  it('look for the words of a text without spaces', () => {
    const shopWords = createShopWords(
      new Map([
        ['防水', 3],
        ['ジャケット', 3],
      ]),
    );
    const terms = toQueryTerms({ query: '防水ジャケット', constraints: [] }, { locale: 'en', shopWords });

    expect(terms).toEqual([
      { term: '防水', weight: 1, group: 0 },
      { term: 'ジャケット', weight: 1, group: 1 },
    ]);
  });

  it('look with little weight for the pairs of characters of a word that the shop does not cut so', () => {
    const shopWords = createShopWords(new Map([['綿', 3]]));
    const terms = toQueryTerms({ query: '綿靴下', constraints: [] }, { locale: 'ja', shopWords });
    const pair = terms.find(({ term }) => term === '綿靴');

    expect(pair?.weight).toBeLessThan(0.5);
    expect(pair?.group).not.toBe(terms[0]?.group);
  });

  it('never correct words of scripts without spaces to others', () => {
    const shopWords = createShopWords(new Map([['テーブル', 50]]));
    const terms = toQueryTerms({ query: 'ケーブル', constraints: [] }, { locale: 'ja', shopWords });

    expect(terms.map(({ term }) => term)).not.toContain('テーブル');
  });

  it('never look for what is refused or for a price', () => {
    const need = {
      query: '',
      constraints: [
        limit('color', 'ne', 'red', { strength: 'soft' }),
        limit('price', 'lte', 5000, { strength: 'soft', words: 'around 50' }),
      ],
    };

    expect(toQueryTerms(need, { locale: 'en' })).toEqual([]);
    expect(toQueryText(need, { locale: 'en' })).toBe('');
  });

  it('have groups without gaps, no term twice in one, and weights in (0, 1], for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.constantFrom('en', 'de', 'xx'),
        (query, language) => {
          const terms = toQueryTerms({ query, constraints: [] }, { locale: language });
          const groups = new Set(terms.map(({ group }) => group));
          expect([...groups]).toEqual(Array.from({ length: groups.size }, (_, group) => group));
          expect(new Set(terms.map(({ term, group }) => `${group} ${term}`)).size).toBe(terms.length);
          for (const { weight } of terms) expect(weight > 0 && weight <= 1).toBe(true);
        },
      ),
    );
  });

  it('name a quantity as the index does, however it is written', () => {
    const terms = toQueryTerms(
      { query: '1-1/2 inch pipe', constraints: [] },
      { locale: 'en', catalogueLanguages: ['en'] },
    );

    expect(terms.slice(0, 3)).toEqual([
      { term: '1.5in', weight: 1, group: 0 },
      { term: '1.5', weight: 0.6, group: 0 },
      { term: 'pipe', weight: 1, group: 1 },
    ]);
  });

  describe('read by the words of the shop', () => {
    const shopWords = createShopWords(
      new Map([
        ['couplr', 6],
        ['door', 9],
        ['bell', 8],
        ['doorknob', 3],
        ['quick', 4],
        ['mount', 4],
        ['knob', 9],
      ]),
    );
    const groupsOf = (query: string) =>
      Object.values(
        Object.groupBy(
          toQueryTerms({ query, constraints: [] }, { locale: 'en', catalogueLanguages: ['en'], shopWords }),
          ({ group }) => group,
        ),
      ).map((terms) => Object.fromEntries(terms?.map(({ term, weight }) => [term, weight]) ?? []));

    it('look for what a misspelt word stands for as well, and count it less', () => {
      expect(groupsOf('couplx')).toEqual([{ couplx: 1, couplr: 0.65 }]);
    });

    it('leave a word of the lexicon alone, even if the shop has no such thing', () => {
      expect(groupsOf('boor')).toEqual([{ boor: 1, door: 0.65 }]);
      expect(groupsOf('belt')[0]).not.toHaveProperty('bell');
    });

    it('take apart what the shop writes as two words, and join what it writes as one', () => {
      expect(groupsOf('quickmount')).toEqual([
        { quickmount: 1, quick: 1 },
        { mount: 1, quickmount: 1 },
      ]);
      expect(groupsOf('door knob')).toEqual([
        { door: 1, doorknob: 1 },
        { knob: 1, doorknob: 1 },
      ]);
    });
  });
});

describe('query text', () => {
  it('leaves out what must not be there, in the languages of the shop too', () => {
    const need = { query: 'klänning utan ärmar', constraints: [] };

    expect(toQueryText(need, { locale: 'en', catalogueLanguages: ['en', 'sv'] })).toBe('klänning');
    expect(toQueryText({ ...need, query: 'dress without sleeves' }, { locale: 'en' })).toBe('dress');
  });

  it('names things again in the language of a shop that does not speak the shopper’s', () => {
    const need = { query: 'ein warmer Schal', constraints: [] };

    expect(toQueryText(need, { locale: 'de', catalogueLanguages: ['en'] })).toMatch(
      /^ein warmer Schal .*scarf/,
    );
    expect(toQueryText(need, { locale: 'de', catalogueLanguages: ['en', 'de'] })).toBe('ein warmer Schal');
  });
});
