import { describe, expect, it } from 'vitest';
import { readFilters, toRequest } from '../../../src/console/search/test-request.ts';

const FIELDS = { query: 'scarf', market: '', locale: '', filters: '', weights: {} };

describe('what a search test asks', () => {
  it('is no more than was filled in', () => {
    expect(toRequest(FIELDS)).toEqual({ query: 'scarf', filters: {} });
    expect(toRequest({ ...FIELDS, market: 'DE', locale: ' de-DE ' })).toEqual({
      ...{ query: 'scarf', filters: {}, market: 'DE', locale: 'de-DE' },
    });
  });

  it('tries only weights that are numbers, 0 among them', () => {
    const weights = { popular: '0', terms: '', text: 'much', new: '-1', taste: '0.4' };
    expect(toRequest({ ...FIELDS, weights })).toMatchObject({
      changes: { search: { popular: 0, taste: 0.4 } },
    });
    expect(toRequest({ ...FIELDS, weights: { terms: ' ' } })).not.toHaveProperty('changes');
  });

  it('takes values of one attribute for alternatives', () => {
    expect(readFilters('color=blue, color = red ,size=M')).toEqual({ color: ['blue', 'red'], size: ['M'] });
    expect(readFilters('color, =blue, size=')).toEqual({});
    expect(Object.keys(readFilters('__proto__=x'))).toEqual(['__proto__']);
  });
});
