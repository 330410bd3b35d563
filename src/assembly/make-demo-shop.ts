import { keepRecords } from '../../connectors/commerce-backend/embedded/keep-records.ts';
import { createCatalogueStore } from '../catalog/catalogue-store.ts';
import { importCatalogue } from '../catalog/publish-catalogue.ts';
import { demoInteractions } from '../demo/demo-behaviour.ts';
import { demoCatalogueSource } from '../demo/demo-catalogue.ts';
import { demoOrders } from '../demo/demo-orders.ts';
import type { Product } from '../domain/product.ts';
import type { Database } from '../ports/database.ts';
import { trainPayloads } from '../recommendation/model-kinds.ts';
import { activeVersion, storeModels } from '../recommendation/model-store.ts';
import { readLog } from '../recommendation/read-log.ts';
import { storeInteractions } from '../recommendation/store-interactions.ts';
import { createTrainingData } from '../recommendation/training-data.ts';
import { makeDemoDocuments } from './make-demo-documents.ts';

/** Whether there is no shop yet, or a demo shop whose making was cut before it had learned. */
export async function needsDemoShop(database: Database): Promise<boolean> {
  const published = await createCatalogueStore(database).version();
  if (published === undefined) return true;
  return published.origin === 'demo' && (await activeVersion(database)) === undefined;
}

/**
 * The demo shop with its shoppers, through the same import as a real one, and with the models that a real one would learn. Made
 * a second time it is the same: what is there already is kept.
 */
export async function makeDemoShop(options: {
  readonly database: Database;
  readonly clock: () => number;
  readonly note: (text: string) => void;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { database, clock, note, signal } = options;
  const nowMs = clock();
  note('Making the demo shop (about 1,200 products, 5,000 simulated shoppers) ...');
  const source = demoCatalogueSource({ nowMs });
  await importCatalogue({ source, database, origin: 'demo', clock, signal });
  await makeDemoDocuments({ database, nowMs, signal });
  const products: Product[] = [];
  for await (const product of createCatalogueStore(database).all()) products.push(product);
  const { account, orders } = demoOrders({ products, nowMs });
  const records = [{ account }, ...orders.map((order) => ({ order }))];
  await database.transaction((query) => keepRecords(query, records, nowMs));
  await storeInteractions(database, demoInteractions({ products, nowMs }));
  await learnFirst(database, nowMs);
}

/** Version 1 is not judged: it takes the place of none, and judging takes longer than learning. */
async function learnFirst(database: Database, nowMs: number): Promise<void> {
  const { log } = await readLog(database, () => undefined);
  await storeModels(database, {
    payloads: trainPayloads(createTrainingData(log, { nowMs })),
    createdAtMs: nowMs,
    active: true,
    report: { interactions: log.length, shoppers: log.shopperCount, products: log.productIds.length },
  });
}
