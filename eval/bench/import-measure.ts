import { readFileSync } from 'node:fs';
import { openCatalogueSource } from '../../connectors/catalogue-source/open-catalogue-source.ts';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { listingInterpreter } from '../../src/catalog/interpret-listings.ts';
import { importCatalogue } from '../../src/catalog/publish-catalogue.ts';

/** One import in a process of its own: `node import-measure.ts <data directory> <file> [map file]`. */
const [directory = '', file = '', map] = process.argv.slice(2);
const database = await openSqliteDatabase({ directory });
const source = await openCatalogueSource({
  file,
  format: 'auto',
  ...(map === undefined ? {} : { map: JSON.parse(readFileSync(map, 'utf8')) as unknown }),
  interpreter: listingInterpreter,
});
const { unchanged, products, variants, rejectedTotal, seconds } = await importCatalogue({
  source,
  database,
  origin: 'import',
  clock: () => performance.timeOrigin + performance.now(),
  signal: new AbortController().signal,
});
await database.close();
const rssMb = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`${JSON.stringify({ unchanged, products, variants, rejectedTotal, seconds, rssMb })}\n`);
