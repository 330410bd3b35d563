import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Constraint } from '../../../src/domain/need.ts';
import { keepsQuantity } from '../../../src/text/quantity-limits.ts';
import { buildVocabulary } from '../../../src/understanding/vocabulary.ts';
import { MEASURED } from '../../support/measured-shop.ts';
import { indexOf, limit, product } from '../../support/small-shop.ts';

const vocabulary = await buildVocabulary(MEASURED);
const { signal } = new AbortController();

async function found(
  ofIndex: Awaited<ReturnType<typeof indexOf>>,
  filters: ReturnType<typeof vocabulary.toFilters>,
): Promise<string[]> {
  const source = { source: 'price', order: 'ascending', limit: 100 } as const;
  const [hits = []] = await ofIndex.search({ market: 'US', filters }, [source], signal);
  return hits.map(({ productId }) => productId).toSorted();
}

describe('a bound on an attribute', () => {
  it.each([
    ['memory', 'gte', '16 GB', ['laptop-16', 'laptop-32']],
    ['storage', 'gt', '512 GB', ['laptop-32']],
    ['weight', 'lt', '0.9 kg', ['pack-15']],
    ['weight', 'lte', '900 g', ['pack-15', 'pack-20']],
    ['weight', 'gt', '1.8 kg', ['laptop-32', 'laptop-8']],
    ['weight', 'gte', '4 lb', ['laptop-32', 'laptop-8']],
    ['width', 'lte', '80 cm', ['shelf-60', 'shelf-80']],
    ['pages', 'gte', '300', ['novel-320']],
    ['pages', 'gte', '300 g', []],
  ] as const)('is a range in every unit: %s %s %s', async (attribute, operator, value, expected) => {
    const index = await indexOf(MEASURED);
    expect(await found(index, vocabulary.toFilters(limit(attribute, operator, value)))).toEqual(expected);
  });

  it('asks for one range where the shop knows one system, and for both where it has both', () => {
    expect(vocabulary.toFilters(limit('memory', 'gte', '16 GB'))).toEqual([
      { kind: 'range', attribute: 'memory', min: 16, unit: 'gb' },
    ]);
    expect(vocabulary.toFilters(limit('weight', 'lte', '2 kg'))).toMatchObject([
      { kind: 'any', of: [{ max: 2000, unit: 'g' }, { unit: 'oz' }] },
    ]);
  });

  it('filters nothing when it is no quantity or not known', () => {
    expect(vocabulary.toFilters(limit('weight', 'lt', 'light'))).toEqual([]);
    expect(vocabulary.toFilters(limit('weight', 'lt', '2 kg', { known: false }))).toEqual([]);
  });

  it('lets through exactly what the second look in the store lets through', async () => {
    const amount = fc
      .tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom('g', 'kg', 'mg', 'oz', 'lb', 'cm', 'in'))
      .map(([value, unit]) => `${value / 4} ${unit}`);
    const operators: Constraint['operator'][] = ['lt', 'lte', 'gt', 'gte'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(amount, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...operators),
        amount,
        async (weights, operator, bound) => {
          const things = weights.map((weight, at) => ({
            ...product({ id: `thing-${at}`, title: 'Thing' }),
            attributes: { weight: [weight] },
          }));
          const read = await buildVocabulary(things);
          const filters = read.toFilters(limit('weight', operator, bound));
          const kept = things.filter(
            ({ attributes: { weight } }) =>
              operator !== 'ne' && keepsQuantity(weight[0] ?? '', operator, bound),
          );
          expect(await found(await indexOf(things), filters)).toEqual(
            kept.map(({ productId }) => productId).toSorted(),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

it('finds a value in every unit and spelling', async () => {
  const index = await indexOf(MEASURED);
  expect(vocabulary.canonicalValue('capacity', '20 litres')).toBe('20000 ml');
  expect(vocabulary.canonicalValue('memory', '16 GB')).toBe('16gb');
  expect(vocabulary.canonicalValue('memory', '64 GB')).toBeUndefined();
  expect(await found(index, vocabulary.toFilters(limit('width', 'eq', '80 cm')))).toEqual(['shelf-80']);
  expect(await found(index, vocabulary.toFilters(limit('capacity', 'eq', '50 cl')))).toEqual(['bottle-500']);
  const refused = vocabulary.toFilters(limit('memory', 'ne', '16 GB'));
  expect(refused[0]).toMatchObject({ kind: 'not-attribute', noneOf: expect.arrayContaining(['16gb']) });
});

it('tells which attributes are told in a unit, for the kinds of things named', () => {
  const told = (unit: string | undefined, types: readonly string[] = []) =>
    vocabulary.attributesIn(unit, types).map(({ attribute }) => attribute);
  expect(told('gb')).toEqual(['memory', 'storage']);
  expect(told('g', ['laptop'])).toEqual(['weight']);
  expect(told('mm', ['scarf'])).toEqual(['length']);
  expect(told('oz')).toEqual(['weight']);
  expect(told(undefined)).toEqual(['pages']);
  expect(told('v')).toEqual([]);
  expect(vocabulary.attributesIn('gb', [])[0]).toEqual({ attribute: 'memory', products: 3 });
});
