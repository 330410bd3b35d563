import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toQueryTerms, toQueryText } from '../../src/retrieval/query-terms.ts';
import { limit } from '../support/small-shop.ts';

describe('query terms', () => {
  it('put a word and its translations into one group, the word itself first and heaviest', () => {
    const terms = toQueryTerms({ query: 'Schal', constraints: [] }, 'de');

    expect(terms[0]).toEqual({ term: 'schal', weight: 1, group: 0 });
    expect(terms).toContainEqual({ term: 'scarf', weight: 0.8, group: 0 });
    expect(new Set(terms.map(({ group }) => group))).toEqual(new Set([0]));
  });

  it('leave out languages that the shop has no texts in', () => {
    const terms = toQueryTerms({ query: 'Schal', constraints: [] }, 'de', ['de']);

    expect(terms.map(({ term }) => term)).not.toContain('scarf');
  });

  it('count a word once, however often and wherever it is said', () => {
    const need = { query: 'scarf, scarves', constraints: [limit('type', 'eq', 'scarf')] };

    expect(new Set(toQueryTerms(need, 'en').map(({ group }) => group)).size).toBe(1);
  });

  it('read the parts of a hyphenated word as the same word', () => {
    const terms = toQueryTerms({ query: 'knee-length', constraints: [] }, 'en');

    expect(new Set(terms.map(({ group }) => group))).toEqual(new Set([0]));
    expect(terms.length).toBeGreaterThan(1);
  });

  it('keep the words of a phrase apart', () => {
    const terms = toQueryTerms({ query: 'sleeping bag', constraints: [] }, 'en');

    expect(terms).toContainEqual({ term: 'sleep', weight: 1, group: 0 });
    expect(terms).toContainEqual({ term: 'bag', weight: 1, group: 1 });
    expect(terms).toContainEqual({ term: 'schlafsack', weight: 0.8, group: 1 });
  });

  it('read the last part of a German compound', () => {
    const terms = toQueryTerms({ query: 'Winterjacke', constraints: [] }, 'de');

    expect(terms).toContainEqual({ term: 'winterjack', weight: 1, group: 0 });
    expect(terms).toContainEqual({ term: 'jacket', weight: 0.5, group: 0 });
  });

  it('never look for what is refused or for a price', () => {
    const need = {
      query: '',
      constraints: [
        limit('color', 'ne', 'red', { strength: 'soft' }),
        limit('price', 'lte', 5000, { strength: 'soft', words: 'around 50' }),
      ],
    };

    expect(toQueryTerms(need, 'en')).toEqual([]);
    expect(toQueryText(need, 'en')).toBe('');
  });

  it('have groups without gaps, no term twice in one, and weights in (0, 1], for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.constantFrom('en', 'de', 'xx'),
        (query, language) => {
          const terms = toQueryTerms({ query, constraints: [] }, language);
          const groups = new Set(terms.map(({ group }) => group));
          expect([...groups]).toEqual(Array.from({ length: groups.size }, (_, group) => group));
          expect(new Set(terms.map(({ term, group }) => `${group} ${term}`)).size).toBe(terms.length);
          for (const { weight } of terms) expect(weight > 0 && weight <= 1).toBe(true);
        },
      ),
    );
  });
});

describe('query text', () => {
  it('names things again in the language of a shop that does not speak the shopper’s', () => {
    const need = { query: 'ein warmer Schal', constraints: [] };

    expect(toQueryText(need, 'de', ['en'])).toMatch(/^ein warmer Schal .*scarf/);
    expect(toQueryText(need, 'de', ['en', 'de'])).toBe('ein warmer Schal');
  });
});
