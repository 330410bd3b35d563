import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RuleTarget } from '../../src/domain/merchandising.ts';
import { NO_RULES } from '../../src/ranking/rules/rule-book.ts';
import { RULED_PRODUCTS, ruledShop } from '../support/ruled-shop.ts';
import { boost, bury, exclude, inDays, pin } from '../support/rules.ts';
import { product } from '../support/small-shop.ts';

const DAY_MS = 86_400_000;
const ids = (products: readonly { readonly productId: string }[]) =>
  products.map(({ productId }) => productId);

describe('exclude', () => {
  it('keeps its targets out of every list on every surface', async () => {
    const shop = await ruledShop();
    const targets: fc.Arbitrary<RuleTarget> = fc.oneof(
      fc.subarray(ids(RULED_PRODUCTS), { minLength: 1, maxLength: 4 }).map((productIds) => ({ productIds })),
      fc.constantFrom('wool', 'cotton', 'oak').map((material) => ({ attributes: { material: [material] } })),
      fc.constant({ category: 'Things > Lamp' }),
      fc.constant({ category: 'things>scarf', attributes: { material: ['wool'] } }),
    );
    const isTarget = (target: RuleTarget) =>
      RULED_PRODUCTS.filter(
        ({ productId, category, attributes }) =>
          (target.productIds?.includes(productId) ?? true) &&
          (target.category === undefined || target.category.toLowerCase().endsWith(category[1] ?? '')) &&
          (target.attributes === undefined || attributes.material?.[0] === target.attributes.material?.[0]),
      );
    await fc.assert(
      fc.asyncProperty(targets, async (target) => {
        shop.obey([exclude(target)]);
        const out = ids(isTarget(target));
        expect(out.length).toBeGreaterThan(0);
        for (const [surface, shown] of Object.entries(await shop.everywhere()))
          expect([surface, shown.filter((id) => out.includes(id))]).toEqual([surface, []]);
      }),
      { numRuns: 12 },
    );
  });

  it('is counted in totals, facets and pages', async () => {
    const shop = await ruledShop();
    const before = await shop.search('scarf');
    shop.obey([exclude({ attributes: { material: ['wool'] } })]);
    const after = await shop.search('scarf');
    expect([before.total, after.total]).toEqual([6, 3]);
    expect(ids(after.products).sort()).toEqual(['cotton', 'lace', 'silk-blue']);
    const first = await shop.search('scarf', { limit: 2 });
    const second = await shop.search('scarf', { limit: 2, cursor: first.next ?? '' });
    expect([...ids(first.products), ...ids(second.products)]).toEqual(ids(after.products));
  });

  it('is in no count of a value that can be chosen', async () => {
    const more = Array.from({ length: 24 }, (_, place) =>
      product({
        id: `more-${place}`,
        title: 'Knitted scarf',
        color: [['red', 'blue', 'green'][place % 3] ?? 'red'],
        material: place % 2 === 0 ? 'wool' : 'silk',
      }),
    );
    const shop = await ruledShop([...RULED_PRODUCTS, ...more]);
    shop.obey([
      exclude({ attributes: { color: ['green'] } }),
      exclude({ productIds: ['more-0'] }, { id: 'one' }),
    ]);
    const { facets } = await shop.search('scarf');
    const values = facets.flatMap(({ attribute, values: counted }) =>
      counted.map(({ value, count }) => ({ attribute, value, count })),
    );
    expect(values.map(({ value }) => value)).toEqual(expect.arrayContaining(['red', 'wool']));
    expect(values.map(({ value }) => value)).not.toContain('green');
    for (const { attribute, value, count } of values)
      expect([value, (await shop.search('scarf', { filters: { [attribute]: [value] } })).total]).toEqual([
        value,
        count,
      ]);
  });

  it('shows the variants that are not its target', async () => {
    const shop = await ruledShop();
    shop.obey([exclude({ attributes: { color: ['blue'] } })]);
    const { products } = await shop.search('warm wool scarf');
    const twoColoured = products.find(({ productId }) => productId === 'wool-blue');
    expect(twoColoured?.variantId).toBe('wool-blue-green');
    expect(ids(products)).not.toContain('silk-blue');
  });

  it('is not undone by a pin', async () => {
    const shop = await ruledShop();
    shop.obey([pin('lamp', 1), exclude({ category: 'Things > Lamp' })]);
    expect(ids((await shop.search('')).products)).not.toContain('lamp');
  });
});

describe('pin', () => {
  it('puts a product at its place on every surface, also where no source proposes it', async () => {
    const shop = await ruledShop();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('lace', 'tartan', 'silk-blue'),
        fc.integer({ min: 1, max: 3 }),
        async (productId, position) => {
          shop.obey([pin(productId, position)]);
          const surfaces = await shop.everywhere();
          for (const surface of ['browse', 'search', 'recommendations', 'similar', 'goes-with', 'turn 0'])
            expect([surface, surfaces[surface]?.[position - 1]]).toEqual([surface, productId]);
        },
      ),
      { numRuns: 9 },
    );
  });

  it('obeys what the shopper limits and refuses, and what is sold out', async () => {
    const shop = await ruledShop();
    shop.obey([pin('silk-blue', 1), pin('sold-out', 2)]);
    const [any, cheap, noBlue] = await shop.say('scarf', 'under 60 dollars', 'not blue');
    expect(ids(any?.products ?? [])[0]).toBe('silk-blue');
    expect(ids(cheap?.products ?? [])).not.toContain('silk-blue');
    expect(ids(noBlue?.products ?? [])).not.toContain('silk-blue');
    expect(ids(any?.products ?? [])).not.toContain('sold-out');
  });

  it('leaves an order by price as it is', async () => {
    const shop = await ruledShop();
    const before = await shop.search('scarf', { sort: 'price-ascending' });
    shop.obey([pin('silk-blue', 1)]);
    const after = await shop.search('scarf', { sort: 'price-ascending' });
    expect(ids(after.products)).toEqual(ids(before.products));
  });
});

describe('every rule', () => {
  it('is a part of the score, so that parts add up and the list is ordered by them', async () => {
    const shop = await ruledShop();
    shop.obey([
      pin('cotton', 2),
      boost({ attributes: { material: ['silk'] } }),
      bury({ attributes: { color: ['red'] } }),
    ]);
    const { products } = await shop.search('scarf');
    const scores = products.map(({ score = Number.NaN }) => score);
    expect(scores).toEqual(scores.toSorted((left, right) => right - left));
    for (const { score, parts = [] } of products)
      expect(parts.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(
        score ?? Number.NaN,
        6,
      );
    const signals = products.map(({ productId, parts = [] }) => [
      productId,
      parts.filter(({ signal }) => signal.startsWith('rule:')).map(({ signal }) => signal),
    ]);
    expect(Object.fromEntries(signals)).toMatchObject({
      cotton: ['rule:pin-cotton'],
      'silk-blue': ['rule:boost'],
      tartan: ['rule:bury'],
    });
  });

  it('is told as a reason where it lifted a product, and not where it did not', async () => {
    const shop = await ruledShop();
    shop.obey([boost({ productIds: ['lace'] }), bury({ productIds: ['cotton'] })]);
    const [turn] = await shop.say('scarf');
    const told = turn?.products.filter(({ reasons = [] }) => reasons.includes('picked by the shop')) ?? [];
    expect(ids(told)).toEqual(['lace']);
  });

  it('holds for the words it names, in the search and along a conversation', async () => {
    const shop = await ruledShop();
    shop.obey([pin('tartan', 1, { when: { query: { words: 'winter scarf', match: 'all-words' } } })]);
    const top = async (query: string) => ids((await shop.search(query)).products)[0];
    expect(await top('plain cotton scarf')).toBe('cotton');
    expect(await top('winter scarf')).toBe('tartan');
    const turns = await shop.say('a scarf for winter', 'only red');
    expect(turns.map(({ products }) => products[0]?.productId)).toEqual(['tartan', 'tartan']);
  });

  it('holds for the category that is asked for by its name, by a filter and by the page of a product', async () => {
    const shop = await ruledShop();
    shop.obey([pin('lace', 1, { when: { category: 'Things > Scarf' } })]);
    const filtered = await shop.search('', { filters: { category: ['things>scarf'] } });
    expect(ids(filtered.products)[0]).toBe('lace');
    expect(ids((await shop.search('scarf')).products)[0]).toBe('lace');
    expect(ids((await shop.search('lamp')).products)).not.toContain('lace');
    const { similar = [], 'goes-with': goesWith = [] } = await shop.everywhere();
    expect([similar[0], goesWith[0]]).toEqual(['lace', 'lace']);
  });

  it('begins and ends with the clock, and a page of another moment is refused', async () => {
    const shop = await ruledShop();
    shop.obey([pin('tartan', 1, { from: inDays(1), until: inDays(2) })]);
    const top = async () => ids((await shop.search('scarf')).products)[0];
    const plain = await top();
    expect(plain).not.toBe('tartan');
    const { next = '' } = await shop.search('scarf', { limit: 2 });
    shop.pass(DAY_MS);
    expect(await top()).toBe('tartan');
    await expect(shop.search('scarf', { limit: 2, cursor: next })).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    });
    shop.pass(DAY_MS);
    expect(await top()).toBe(plain);
  });
});

it('changes nothing when no rule holds', async () => {
  const shop = await ruledShop();
  const answers = async () =>
    JSON.stringify([await shop.search('warm scarf', { limit: 3 }), await shop.everywhere()]);
  shop.shop.ranking.replace({ rules: NO_RULES });
  const without = await answers();
  shop.obey([
    exclude({ category: 'Things' }, { id: 'ended', until: inDays(-1) }),
    pin('lace', 1, { from: inDays(1) }),
    pin('tartan', 1, { when: { markets: ['DE'] } }),
    boost({ productIds: ['cotton'] }, { when: { segments: ['staff'] } }),
    bury({ productIds: ['cotton'] }, { when: { query: { words: 'umbrella', match: 'all-words' } } }),
  ]);
  expect(await answers()).toBe(without);
});
