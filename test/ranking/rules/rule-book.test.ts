import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeptRule, RuleConditions } from '../../../src/domain/merchandising.ts';
import { type AskedFor, distinctStems } from '../../../src/ranking/rules/asked-for.ts';
import { createRuleBook } from '../../../src/ranking/rules/rule-book.ts';
import { boost, bury, exclude, inDays, pin, rule } from '../../support/rules.ts';
import { NOW_MS } from '../../support/small-shop.ts';

const SCARF = {
  productId: 'scarf',
  attributes: { color: ['red'], brand: ['Acme'] },
  categoryKeys: ['clothing', 'clothing>scarves'],
};
const LAMP = { productId: 'lamp', attributes: {}, categoryKeys: ['home'] };

const asked = (words = '', more: Partial<AskedFor> = {}): AskedFor => ({
  market: 'US',
  language: 'en',
  segments: [],
  nowMs: NOW_MS,
  words: distinctStems(words, 'en').map((stem) => new Set([stem])),
  unsaid: new Set(),
  categories: [],
  ...more,
});

const holding = (rules: readonly KeptRule[], given: AskedFor = asked()) =>
  createRuleBook({ version: 1, rules }).holding(given);

const holds = (when: RuleConditions, given: AskedFor): boolean =>
  holding([boost({ brand: 'Acme' }, { when })], given).partsOf(SCARF).length === 1;

describe('the conditions of a rule', () => {
  it.each([
    ['red scarf', 'all-words', 'scarf', false],
    ['warm boots', 'all-words', 'a boot that is warm', true],
    ['scarf', 'all-words', 'red boots', false],
    ['red scarf', 'exact', 'the red scarf', true],
    ['red scarf', 'exact', 'scarf red', true],
    ['red scarf', 'exact', 'red wool scarf', false],
    ['wool', 'all-words', 'scarf without wool', false],
  ] as const)('read "%s" by %s as the search reads "%s"', (words, match, query, expected) => {
    expect(holds({ query: { words, match } }, asked(query))).toBe(expected);
  });

  it('hold for a word that another one stands for, and for the usual word of a kind that was said otherwise', () => {
    const query = { words: 'sofa', match: 'all-words' } as const;
    expect(holds({ query }, asked('', { words: [new Set(['couch', 'sofa'])] }))).toBe(true);
    expect(holds({ query }, asked('settee', { unsaid: new Set(['sofa']) }))).toBe(true);
    expect(
      holds({ query: { words: 'sofa', match: 'exact' } }, asked('', { words: [new Set(['couch', 'sofa'])] })),
    ).toBe(true);
  });

  it('hold for a category and what stands below it, in the markets and for the segments named', () => {
    const category = 'Clothing > Scarves';
    expect(holds({ category }, asked('', { categories: ['clothing>scarves>wool'] }))).toBe(true);
    expect(holds({ category }, asked('', { categories: ['clothing'] }))).toBe(false);
    expect(holds({ category }, asked('', { categories: ['clothing>scarvesque'] }))).toBe(false);
    expect(holds({ markets: ['DE', 'US'] }, asked())).toBe(true);
    expect(holds({ markets: ['DE'] }, asked())).toBe(false);
    expect(holds({ segments: ['customer', 'vip'] }, asked('', { segments: ['vip'] }))).toBe(true);
    expect(holds({ segments: ['customer'] }, asked('', { segments: ['visitor'] }))).toBe(false);
  });

  it('hold from the first instant of a rule to before its last', () => {
    const dated = boost({ brand: 'Acme' }, { from: inDays(1), until: inDays(2) });
    const counts = [0.999, 1, 1.999, 2].map(
      (days) => holding([dated], asked('', { nowMs: Date.parse(inDays(days)) })).partsOf(SCARF).length,
    );
    expect(counts).toEqual([0, 1, 1, 0]);
  });
});

describe('createRuleBook', () => {
  it('adds boosts and takes burials, each a part of its own by the id', () => {
    const parts = holding([
      bury({ category: 'Clothing' }, { id: 'b', action: { kind: 'bury', strength: 0.5 } }),
      boost({ brand: 'Acme', attributes: { color: ['blue', 'red'] } }, { id: 'a' }),
      boost({ brand: 'Acme', attributes: { color: ['blue'] } }, { id: 'c' }),
      boost({ productIds: ['lamp'] }, { id: 'd' }),
    ]).partsOf(SCARF);
    expect(parts).toEqual([
      { signal: 'rule:a', weight: 1, value: 1, contribution: 1 },
      { signal: 'rule:b', weight: 0.5, value: -1, contribution: -0.5 },
    ]);
  });

  it('keeps targets out by as few filters as their kinds, and by all that they demand at once', () => {
    const held = holding([
      exclude({ productIds: ['a'] }, { id: '1' }),
      exclude({ productIds: ['b', 'a'] }, { id: '2' }),
      exclude({ category: 'Home' }, { id: '3' }),
      exclude({ brand: 'Acme', category: 'Clothing' }, { id: '4' }),
    ]);
    expect(held.filters).toEqual([
      { kind: 'not-product', noneOf: ['a', 'b'] },
      { kind: 'not-category', noneOf: ['home'] },
      {
        kind: 'any',
        of: [
          { kind: 'not-category', noneOf: ['clothing'] },
          { kind: 'not-attribute', attribute: 'brand', noneOf: ['Acme'] },
        ],
      },
    ]);
    expect([held.isExcluded(SCARF), held.isExcluded(LAMP)]).toEqual([true, true]);
    expect(held.isExcluded({ ...SCARF, attributes: { brand: ['Other'] } })).toBe(false);
  });

  it('reads values as the catalogue writes them', () => {
    const rules = [boost({ brand: 'ACME' })];
    const book = createRuleBook({ version: 1, rules }, (_, value) => (value === 'ACME' ? 'Acme' : value));
    expect(book.holding(asked()).partsOf(SCARF)).toHaveLength(1);
  });

  it('tells the rules that hold, with their versions, whatever the order they were written in', () => {
    const rules = [pin('scarf', 3), exclude({ productIds: ['x'] }), boost({ brand: 'Acme' }), pin('lamp', 1)];
    const expected = holding(rules);
    fc.assert(
      fc.property(fc.shuffledSubarray(rules, { minLength: rules.length }), (shuffled) => {
        const held = holding(shuffled);
        expect([held.version, held.filters, held.pins]).toEqual([
          expected.version,
          expected.filters,
          expected.pins,
        ]);
        expect(held.partsOf(SCARF)).toEqual(expected.partsOf(SCARF));
      }),
    );
    expect(expected.version).toBe('boost@1,exclude@1,pin-lamp@1,pin-scarf@1');
  });

  it('gives a product that is pinned twice the higher place', () => {
    const second = rule('a', { action: { kind: 'pin', position: 5 }, target: { productIds: ['scarf'] } });
    expect(holding([second, pin('scarf', 2)]).pins).toEqual([
      { rule: 'pin-scarf', productId: 'scarf', position: 2 },
    ]);
  });

  it('finds among a thousand rules what looking at every one finds', () => {
    const words = ['red', 'blue', 'wool', 'scarf', 'lamp', 'oak'];
    const someWords = fc.subarray(words, { minLength: 1 });
    const when = fc.record(
      {
        query: fc.record({
          words: someWords.map((chosen) => chosen.join(' ')),
          match: fc.constantFrom('all-words' as const, 'exact' as const),
        }),
        markets: fc.subarray(['US', 'DE'], { minLength: 1 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(when, { maxLength: 40 }), someWords, (conditions, query) => {
        const rules = conditions.map((each, place) =>
          boost({ brand: 'Acme' }, { id: `r${place}`, when: each }),
        );
        const given = asked(query.join(' '));
        const alone = rules.filter((each) => holding([each], given).partsOf(SCARF).length === 1);
        const found = holding(rules, given)
          .partsOf(SCARF)
          .map(({ signal }) => signal);
        expect(new Set(found)).toEqual(new Set(alone.map(({ id }) => `rule:${id}`)));
      }),
    );
  });
});
