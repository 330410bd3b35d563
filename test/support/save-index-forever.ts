import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { loadShop } from '../../src/assembly/load-shop.ts';
import { loadConfig } from '../../src/config/config.ts';
import { bring } from './shop-catalogue.ts';
import { variedProducts } from './varied-products.ts';

/**
 * Run as a process of its own: publishes one of two catalogues after the other, derives each and saves its index over that
 * of the other. Prints a line before each time.
 */
const [directory = '', first = '0'] = process.argv.slice(2);
const database = await openSqliteDatabase({ directory });
const { signal } = new AbortController();
for (let round = Number(first); ; round += 1) {
  await bring(database, variedProducts(600, { from: (round % 2) * 300 }), { force: true });
  process.stdout.write(`${round}\n`);
  const options = { database, directory, settings: loadConfig({}), signal };
  const loaded = await loadShop({ ...options, clock: () => 0, note: () => {} });
  await loaded.close();
}
