import { describe, expect, it } from 'vitest';
import { acceptProduct } from '../../src/catalog/accept-product.ts';
import type { CatalogueSource, SourceItem } from '../../src/ports/catalogue-source.ts';

export interface SourceExpectation {
  readonly format: string;
  /** What the source tells, in order: `productId`, or the code of a rejected or skipped row. */
  readonly told: readonly string[];
}

/** What every catalogue source promises. */
export function describeCatalogueSource(
  name: string,
  open: () => Promise<CatalogueSource>,
  expected: SourceExpectation,
): void {
  describe(`catalogue source: ${name}`, () => {
    const never = new AbortController().signal;
    const readAll = async (source: CatalogueSource) => {
      const items: SourceItem[] = [];
      for await (const item of source.read(never)) items.push(item);
      return items;
    };

    it('tells its products and its faults', async () => {
      const source = await open();
      expect(source.format).toBe(expected.format);
      const told = (await readAll(source)).map((item) =>
        item.kind === 'product' ? item.value.product.productId : item.value.code,
      );
      expect(told).toEqual(expected.told);
    });

    it('gives valid products, and a place and a reason for every row', async () => {
      for (const item of await readAll(await open())) {
        expect(item.value.line).toBeGreaterThan(0);
        if (item.kind !== 'product') {
          expect(item.value.reason).not.toBe('');
          continue;
        }
        const { product } = item.value;
        expect(acceptProduct(product, 1)).toEqual({ kind: 'product', value: { product, line: 1 } });
      }
    });

    it('tells the same with every reading', async () => {
      const source = await open();
      expect(await readAll(source)).toEqual(await readAll(source));
    });

    it('counts what it read up to the whole', async () => {
      const source = await open();
      await readAll(source);
      const { readBytes, totalBytes } = source.progress();
      if (totalBytes !== undefined) expect(readBytes).toBe(totalBytes);
    });

    it('stops at once when it is aborted', async () => {
      const controller = new AbortController();
      controller.abort();
      const reading = (async () => {
        for await (const item of (await open()).read(controller.signal)) expect(item).toBeUndefined();
      })();
      await expect(reading).rejects.toThrow();
    });

    it('lets go when the reader leaves early', async () => {
      const source = await open();
      for await (const item of source.read(never)) {
        expect(item.value.line).toBeGreaterThan(0);
        break;
      }
      expect((await readAll(source)).length).toBe(expected.told.length);
    });
  });
}
