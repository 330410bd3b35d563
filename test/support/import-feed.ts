import { openCatalogueSource } from '../../connectors/catalogue-source/open-catalogue-source.ts';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { listingInterpreter } from '../../src/catalog/interpret-listings.ts';
import { importCatalogue } from '../../src/catalog/publish-catalogue.ts';

/** A process of its own, to be killed: `node import-feed.ts <data directory> <file>`. */
const [directory = '', file = ''] = process.argv.slice(2);
const database = await openSqliteDatabase({ directory });
process.stdout.write('open\n');
const source = await openCatalogueSource({ file, format: 'auto', interpreter: listingInterpreter });
await importCatalogue({
  source,
  database,
  origin: 'import',
  clock: Date.now,
  force: true,
  signal: new AbortController().signal,
});
process.stdout.write('published\n');
await database.close();
