import { demoCatalogueSource } from '../../src/demo/demo-catalogue.ts';
import type { CatalogueSource, SourceItem } from '../../src/ports/catalogue-source.ts';

/** A catalogue of any size: the demo generator with one seed after another, ids made different. */
export function manyProducts(wanted: number, nowMs: number): CatalogueSource {
  return {
    format: 'demo',
    progress: () => ({ readBytes: 0 }),
    async *read(signal): AsyncIterable<SourceItem> {
      let made = 0;
      for (let seed = 1; made < wanted; seed += 1) {
        for await (const item of demoCatalogueSource({ seed, nowMs }).read(signal)) {
          if (made === wanted || item.kind !== 'product') continue;
          made += 1;
          const { product } = item.value;
          yield {
            kind: 'product',
            value: { line: made, product: { ...product, productId: `${product.productId}-${seed}` } },
          };
        }
      }
    },
  };
}
