import { describe, expect, it } from 'vitest';
import type { MerchandisingRule } from '../../../src/domain/merchandising.ts';
import { findConflicts } from '../../../src/ranking/rules/find-conflicts.ts';
import { compileTarget } from '../../../src/ranking/rules/match-target.ts';
import { boost, bury, exclude, inDays, pin } from '../../support/rules.ts';
import { NOW_MS } from '../../support/small-shop.ts';

const variant = (productId: string, color: string) => ({
  productId,
  attributes: { color: [color] },
  categoryKeys: ['things', 'things>scarf'],
});

const PINNED = new Map([
  ['red', { variants: [variant('red', 'red')], markets: new Set(['US']) }],
  ['both', { variants: [variant('both', 'red'), variant('both', 'blue')], markets: new Set(['US', 'DE']) }],
]);

const find = (rules: readonly MerchandisingRule[]) => {
  const { notices, oppositions } = findConflicts(
    rules.map((rule) => ({ rule, target: compileTarget(rule.target, (_, value) => value) })),
    { nowMs: NOW_MS, language: 'en', markets: ['US'], pinned: PINNED },
  );
  return {
    notices: notices.map(({ rule, code, other }) => [rule, code, other]),
    opposed: oppositions.map(({ boost: left, bury: right }) => `${left.rule.id} ${right.rule.id}`),
  };
};

const words = (query: string, match: 'all-words' | 'exact' = 'all-words') => ({
  when: { query: { words: query, match } },
});

describe('findConflicts', () => {
  it('tells two pins of one place to both, wherever one is for the lists of the other', () => {
    expect(find([pin('red', 1), pin('both', 1, words('scarf'))]).notices).toEqual([
      ['pin-red', 'same-position', 'pin-both'],
      ['pin-both', 'same-position', 'pin-red'],
    ]);
  });

  it.each([
    ['another place', {}, 2, {}],
    ['another time', { until: inDays(1) }, 1, { from: inDays(1) }],
    ['another market', { when: { markets: ['US'] } }, 1, { when: { markets: ['DE'] } }],
    [
      'another category',
      { when: { category: 'Things > Scarf' } },
      1,
      { when: { category: 'Things > Lamp' } },
    ],
    ['other words', words('scarf'), 1, words('boots')],
    ['exactly other words', words('red scarf', 'exact'), 1, words('scarf', 'exact')],
    ['words that an exact one leaves out', words('red scarf'), 1, words('scarf', 'exact')],
  ])('finds no conflict with a pin for %s', (_, first, position, second) => {
    expect(find([pin('red', 1, first), pin('both', position, second)]).notices).toEqual([]);
  });

  it('finds one with a pin for more words, a part of the category, exactly the words that are among others', () => {
    for (const [first, second] of [
      [words('wool'), words('red wool')],
      [{ when: { category: 'Things' } }, { when: { category: 'Things > Scarf' } }],
      [words('scarf'), words('red scarf', 'exact')],
    ] as const) {
      const kept = find([pin('red', 1, first), pin('both', 1, second)]).notices;
      expect(kept).toHaveLength(2);
    }
  });

  it('tells a pin whose product is excluded in every variant, not one that can still be shown', () => {
    const noRed = exclude({ attributes: { color: ['red'] } });
    expect(find([pin('red', 1), pin('both', 2), noRed]).notices).toEqual([
      ['pin-red', 'excluded-pin', 'exclude'],
      ['exclude', 'excluded-pin', 'pin-red'],
    ]);
  });

  it('tells a pin of what is not sold where it is for, and what has ended', () => {
    expect(find([pin('red', 1, { when: { markets: ['DE'] } }), pin('gone', 2)]).notices).toEqual([
      ['pin-red', 'not-sold', undefined],
      ['pin-gone', 'not-sold', undefined],
    ]);
    expect(find([pin('gone', 1, { until: inDays(0) }), pin('red', 1)]).notices).toEqual([
      ['pin-gone', 'ended', undefined],
    ]);
  });

  it('leaves boosts and burials to be proved where their targets may hold one product', () => {
    const up = boost({ category: 'Things', brand: 'Acme' });
    const down = (target: MerchandisingRule['target'], id: string) => bury(target, { id });
    const { opposed } = find([
      up,
      down({ brand: 'Acme' }, 'brand'),
      down({ brand: 'Other' }, 'other-brand'),
      down({ category: 'Things > Scarf' }, 'part'),
      down({ category: 'Home' }, 'elsewhere'),
      down({ attributes: { color: ['red'] } }, 'color'),
    ]);
    expect(opposed).toEqual(['boost brand', 'boost part', 'boost color']);
    expect(find([boost({ productIds: ['a'] }), down({ productIds: ['b'] }, 'b')]).opposed).toEqual([]);
  });
});
