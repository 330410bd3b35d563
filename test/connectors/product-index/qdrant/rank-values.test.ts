import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type BoundedValues, rankValues } from '../../../../connectors/product-index/qdrant/rank-values.ts';

const anyValue = fc.record({
  attribute: fc.constantFrom('color', 'size'),
  value: fc.string({ minLength: 1, maxLength: 2 }),
  count: fc.integer({ min: 0, max: 6 }),
  slack: fc.integer({ min: 0, max: 4 }),
});

/** Values with their true counts, listed by a bound that is too high; a list is cut as the server cuts it. */
const anyShop = fc
  .uniqueArray(anyValue, { selector: ({ attribute, value }) => `${attribute} ${value}`, maxLength: 900 })
  .map((values) => {
    const bounded = values
      .map(({ count, slack, ...rest }) => ({ ...rest, count, bound: count + slack }))
      .filter(({ bound }) => bound > 0)
      .sort((left, right) => right.bound - left.bound);
    const list = async (limit: number): Promise<BoundedValues> => {
      const shown = bounded.slice(0, limit);
      return { values: shown, restBound: shown.length < limit ? 0 : (shown.at(-1)?.bound ?? 0) };
    };
    return { values, list };
  });

it('gives the values with the most products as counting all of them does, ties by value', async () => {
  await fc.assert(
    fc.asyncProperty(anyShop, fc.integer({ min: 0, max: 40 }), async ({ values, list }, wanted) => {
      const count = async (attribute: string, value: string) =>
        values.find((one) => one.attribute === attribute && one.value === value)?.count ?? 0;
      const expected = (attribute: string) =>
        values
          .filter((one) => one.attribute === attribute && one.count > 0)
          .sort((left, right) => right.count - left.count || (left.value < right.value ? -1 : 1))
          .slice(0, wanted)
          .map(({ value, count: products }) => ({ value, count: products }));
      const ranked = await rankValues({ list, count }, ['color', 'size'], wanted);
      expect(Object.fromEntries(ranked)).toEqual({ color: expected('color'), size: expected('size') });
    }),
    { numRuns: 60 },
  );
});

it('counts little more than is wanted when the bounds are close', async () => {
  let counted = 0;
  const values = Array.from({ length: 5000 }, (_, number) => ({
    attribute: 'size',
    value: `${number}`,
    bound: 5000 - number,
  }));
  await rankValues(
    {
      list: async (limit) => ({
        values: values.slice(0, limit),
        restBound: values[limit - 1]?.bound ?? 0,
      }),
      count: async (_, value) => {
        counted += 1;
        return 5000 - Number(value);
      },
    },
    ['size'],
    10,
  );
  expect(counted).toBe(16);
});
