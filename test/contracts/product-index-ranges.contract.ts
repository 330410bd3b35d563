import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryProductIndex } from '../../connectors/product-index/memory.ts';
import type { QuantityOptions } from '../../connectors/product-index/quantity-range.ts';
import type { IndexDocument, IndexFilter, ProductIndex, Quantity } from '../../src/ports/product-index.ts';
import { document, variant } from '../support/index-documents.ts';

const { signal } = new AbortController();

/** "10 cm" is 100 of "mm"; a bare number has no unit. */
function readQuantity(value: string): Quantity | undefined {
  const [, digits, unit] = /^(\d+)(?: (mm|cm|gb))?$/.exec(value) ?? [];
  if (digits === undefined) return undefined;
  if (unit === undefined) return { value: Number(digits) };
  return unit === 'cm' ? { value: Number(digits) * 10, unit: 'mm' } : { value: Number(digits), unit };
}

const anyValue = fc.constantFrom('5', '10', '10 mm', '1 cm', '3 cm', '16 gb', 'wide', '');
const anyVariant = fc
  .record({
    values: fc.uniqueArray(anyValue, { maxLength: 2 }),
    price: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ values, price }) => variant('v', values.length === 0 ? {} : { width: values }, price * 100));
const anyDocuments = fc
  .uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 8 })
  .chain((numbers) =>
    fc.tuple(
      ...numbers.map((number) =>
        fc
          .array(anyVariant, { minLength: 1, maxLength: 3 })
          .map((variants) => document(`p${number}`, { variants })),
      ),
    ),
  );
const anyRange: fc.Arbitrary<IndexFilter> = fc.record(
  {
    kind: fc.constant('range' as const),
    attribute: fc.constantFrom('width', 'constructor'),
    min: fc.constantFrom(0, 5, 10, 11),
    max: fc.constantFrom(5, 10, 29, 30),
    unit: fc.constantFrom('mm', 'gb'),
  },
  { requiredKeys: ['kind', 'attribute'] },
);
const anyFilters = fc.array(
  fc.oneof(
    anyRange,
    fc.record({ kind: fc.constant('any' as const), of: fc.array(anyRange, { maxLength: 2 }) }),
    fc.constant<IndexFilter>({ kind: 'price', maxMinor: 200 }),
  ),
  { maxLength: 3 },
);

/** How every driver of the product index filters by numbers in attribute values. */
export function describeRangeContract(
  name: string,
  create: (options: QuantityOptions) => ProductIndex,
  { comparisons = 200 }: { readonly comparisons?: number } = {},
): void {
  describe(`${name} product index, by ranges`, () => {
    const idsOf = async (index: ProductIndex, filters: readonly IndexFilter[]) => {
      const [hits = []] = await index.search(
        { market: 'US', filters },
        [{ source: 'price', order: 'ascending', limit: 100 }],
        signal,
      );
      return hits.map(({ productId }) => productId);
    };
    const wide = (...widths: string[]): IndexDocument =>
      document(widths.join(), { variants: [variant('only', { width: widths }, 100)] });

    it('compares quantities of one unit however they are written, ends included', async () => {
      const index = create({ readQuantity });
      await index.replaceAll([wide('9 mm'), wide('1 cm'), wide('30 mm'), wide('31 mm'), wide('16 gb')]);

      expect(
        await idsOf(index, [{ kind: 'range', attribute: 'width', min: 10, max: 30, unit: 'mm' }]),
      ).toEqual(['1 cm', '30 mm']);
    });

    it('takes a bare number for none with a unit, nor the other way round', async () => {
      const index = create({ readQuantity });
      await index.replaceAll([wide('20'), wide('20 mm'), wide('wide')]);

      expect(await idsOf(index, [{ kind: 'range', attribute: 'width', min: 1 }])).toEqual(['20']);
      expect(await idsOf(index, [{ kind: 'range', attribute: 'width', min: 1, unit: 'mm' }])).toEqual([
        '20 mm',
      ]);
    });

    it('reads bare decimal numbers when it is given no reader', async () => {
      const index = create({});
      await index.replaceAll([wide('-0.5'), wide('12'), wide('1e3'), wide('12 mm')]);

      expect(await idsOf(index, [{ kind: 'range', attribute: 'width' }])).toEqual(['-0.5', '12']);
      expect(await idsOf(index, [{ kind: 'range', attribute: 'width', min: 0 }])).toEqual(['12']);
    });

    it('filters and counts like the full scan', async () => {
      await fc.assert(
        fc.asyncProperty(anyDocuments, anyFilters, async (documents, filters) => {
          const [index, oracle] = [create({ readQuantity }), createMemoryProductIndex({ readQuantity })];
          await Promise.all([index.replaceAll(documents), oracle.replaceAll(documents)]);
          expect(await idsOf(index, filters)).toEqual(await idsOf(oracle, filters));
          expect(await index.count([{ market: 'US', filters }], signal)).toEqual(
            await oracle.count([{ market: 'US', filters }], signal),
          );
        }),
        { numRuns: comparisons },
      );
    });
  });
}
