import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { loadShop } from '../../src/assembly/load-shop.ts';
import { createCatalogueStore } from '../../src/catalog/catalogue-store.ts';
import { importCatalogue } from '../../src/catalog/publish-catalogue.ts';
import { loadConfig } from '../../src/config/config.ts';
import { demoInteractions } from '../../src/demo/demo-behaviour.ts';
import { demoCatalogueSource } from '../../src/demo/demo-catalogue.ts';
import type { Product } from '../../src/domain/product.ts';
import type { CatalogueSource, SourceItem } from '../../src/ports/catalogue-source.ts';
import { storeInteractions } from '../../src/recommendation/record-events.ts';
import { trainModels } from '../../src/recommendation/train-models.ts';

/** A catalogue of any size: the demo generator with one seed after another, ids made different. */
function manyProducts(wanted: number, nowMs: number): CatalogueSource {
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

const [directory = '', products = '2500'] = process.argv.slice(2);
const database = await openSqliteDatabase({ directory });
const clock = Date.now;
const { signal } = new AbortController();
await importCatalogue({
  source: manyProducts(Number(products), clock()),
  database,
  origin: 'import',
  clock,
  signal,
});
const all: Product[] = [];
for await (const product of createCatalogueStore(database).all()) all.push(product);
await storeInteractions(database, demoInteractions({ products: all, nowMs: clock() }));
await trainModels({ database, clock });
const shop = await loadShop({ database, settings: loadConfig({}), clock, note: () => {}, signal });
await shop.close();
await database.close();
