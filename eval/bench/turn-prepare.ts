import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { loadShop } from '../../src/assembly/load-shop.ts';
import { createCatalogueStore } from '../../src/catalog/catalogue-store.ts';
import { writeProductBook } from '../../src/catalog/product-book.ts';
import { importCatalogue } from '../../src/catalog/publish-catalogue.ts';
import { loadConfig } from '../../src/config/config.ts';
import { demoInteractions } from '../../src/demo/demo-behaviour.ts';
import type { Product } from '../../src/domain/product.ts';
import type { Database } from '../../src/ports/database.ts';
import { storeInteractions } from '../../src/recommendation/store-interactions.ts';
import { trainModels } from '../../src/recommendation/train-models.ts';
import { manyProducts } from './many-products.ts';
import type { Preparation } from './turn.ts';

/** Products that simulated shoppers look at, at most: spread over the catalogue, and the only ones held in memory. */
const MOST_BROWSED = 5_000;

async function browsedProducts(database: Database): Promise<Product[]> {
  const store = createCatalogueStore(database);
  const step = Math.ceil((await store.count()) / MOST_BROWSED);
  const browsed: Product[] = [];
  let seen = 0;
  for await (const product of store.all()) {
    if (seen % step === 0) browsed.push(product);
    seen += 1;
  }
  return browsed;
}

let phaseStartedMs = performance.now();
function secondsOfPhase(): number {
  const startedMs = phaseStartedMs;
  phaseStartedMs = performance.now();
  return (phaseStartedMs - startedMs) / 1_000;
}

const [directory = '', products = '2500'] = process.argv.slice(2);
const database = await openSqliteDatabase({ directory });
const clock = Date.now;
const { signal } = new AbortController();
const source = manyProducts(Number(products), clock());
await importCatalogue({ source, database, origin: 'import', clock, signal });
const importSeconds = secondsOfPhase();
await storeInteractions(
  database,
  demoInteractions({ products: await browsedProducts(database), nowMs: clock() }),
);
await trainModels({ database, clock });
const behaviourSeconds = secondsOfPhase();
const shop = await loadShop({ database, directory, settings: loadConfig({}), clock, note: () => {}, signal });
const firstLoadSeconds = secondsOfPhase();
await shop.close();
await writeProductBook(database, signal);
await database.close();
const preparation: Preparation = {
  importSeconds,
  behaviourSeconds,
  firstLoadSeconds,
  peakRssMb: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(`${JSON.stringify(preparation)}\n`);
