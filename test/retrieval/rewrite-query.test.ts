import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Constraint, Need } from '../../src/domain/need.ts';
import { rewriteQuery } from '../../src/retrieval/rewrite-query.ts';
import { createSynonyms } from '../../src/retrieval/synonyms.ts';
import { limit } from '../support/small-shop.ts';

const toFilters = ({ attribute, value }: Constraint) =>
  attribute === 'price' ? [] : [{ kind: 'attribute' as const, attribute, anyOf: [String(value)] }];

const rewrite = (need: Need, locale: string, catalogueLanguages: readonly string[] = ['en']) =>
  rewriteQuery(need, { locale, catalogueLanguages, toFilters });

const termsOf = ({ terms }: ReturnType<typeof rewriteQuery>) =>
  new Map(terms.map(({ term, weight }) => [term, weight]));

describe('a rewritten query', () => {
  it('parts what was said into words, limits that bind and wishes that lift', () => {
    const color = limit('color', 'eq', 'red');
    const feature: Constraint = { ...limit('feature', 'eq', 'waterproof'), strength: 'soft' };
    const { limits, soft, text } = rewrite({ query: 'for rain', constraints: [color, feature] }, 'en');

    expect(limits.yielding.map(({ constraints }) => constraints)).toEqual([[color]]);
    expect(limits.firm).toEqual([]);
    expect(soft).toEqual([feature]);
    expect(text).toContain('for rain');
  });

  it('never gives up what was set by hand', () => {
    const color = limit('color', 'eq', 'red');
    const { limits } = rewriteQuery(
      { query: '', constraints: [color] },
      { locale: 'en', toFilters, firm: [color] },
    );

    expect(limits).toEqual({ yielding: [], firm: toFilters(color) });
  });

  it('keeps names and models as they were written, whatever language is spoken', () => {
    const terms = termsOf(rewrite({ query: 'Nikon Z6 Objektiv', constraints: [] }, 'de'));

    expect(terms.get('nikon')).toBe(1);
    expect(terms.get('z6')).toBe(1);
    expect(terms.get('len')).toBeLessThan(1);
  });

  it('asks an English shop for a kind of thing alike, whoever asks', () => {
    const asked = (locale: string, words: string) =>
      rewrite({ query: '', constraints: [{ ...limit('type', 'eq', 'sofa bed'), words }] }, locale).terms;

    expect(asked('de', 'Schlafsofa')).toEqual(asked('en', 'sofa bed'));
    expect(asked('fr', 'canapé-lit')).toEqual(asked('en', 'sofa bed'));
  });

  it('asks in the words of the shopper where the shop writes them too', () => {
    const sofa = { ...limit('type', 'eq', 'sofa bed'), words: 'Schlafsofa' };
    const terms = termsOf(rewrite({ query: '', constraints: [sofa] }, 'de', ['en', 'de']));

    expect(terms.get('schlafsofa')).toBe(1);
  });

  it('takes the word that the merchant has a rule for as it was said', () => {
    const synonyms = createSynonyms([{ kind: 'one-way', locale: '*', from: ['lounger'], to: ['divan'] }]);
    const lounger = { ...limit('type', 'eq', 'sun lounger'), words: 'lounger' };
    const { terms } = rewriteQuery(
      { query: '', constraints: [lounger] },
      { locale: 'en', catalogueLanguages: ['en'], synonyms, toFilters },
    );

    expect(terms.map(({ term }) => term)).toContain('divan');
  });

  it('says nothing for a need that says nothing', () => {
    expect(rewrite({ query: ' ', constraints: [] }, 'en')).toEqual({
      terms: [],
      text: '',
      limits: { yielding: [], firm: [] },
      soft: [],
    });
  });

  it('is pure, and never gives a weight outside (0, 1]', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.constantFrom('en', 'de', 'fr', 'es'), (query, locale) => {
        const need = { query, constraints: [] };
        const { terms } = rewrite(need, locale);
        expect(rewrite(need, locale).terms).toEqual(terms);
        for (const { weight } of terms) expect(weight > 0 && weight <= 1).toBe(true);
      }),
    );
  });
});
