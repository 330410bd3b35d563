import { onTestFinished } from 'vitest';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { createCatalogueStore } from '../../src/catalog/catalogue-store.ts';
import { type ImportOptions, importCatalogue } from '../../src/catalog/publish-catalogue.ts';
import type { Product } from '../../src/domain/product.ts';
import type { Database } from '../../src/ports/database.ts';
import { listedProduct, listedSource } from './listed-products.ts';
import { temporaryDirectory } from './temporary-directory.ts';

/** A real database in a fresh directory, closed when the test ends. */
export async function openShop(directory = temporaryDirectory()) {
  const database = await openSqliteDatabase({ directory });
  onTestFinished(() => database.close().catch(() => undefined));
  return { database, directory, store: createCatalogueStore(database) };
}

let now = Date.UTC(2026, 0, 1);

/** What the clock of the last import said. */
export const lastImportMs = (): number => now;

/** Imports products; the clock moves by a second with every import. */
export function bring(
  database: Database,
  entries: readonly (Product | 'fault' | Error)[],
  options: Partial<ImportOptions> = {},
) {
  now += 1_000;
  return importCatalogue({
    source: listedSource(entries),
    database,
    origin: 'import',
    clock: () => now,
    signal: new AbortController().signal,
    ...options,
  });
}

/** Products p00000, p00001, ... */
export const many = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => listedProduct(`p${String(from + index).padStart(5, '0')}`));
