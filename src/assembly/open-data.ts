import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { writeProductBook } from '../catalog/product-book.ts';
import type { Settings } from '../config/config.ts';
import { fillQueue } from '../desk/fill-queue.ts';
import { fillFacts } from '../desk/reports/fill-facts.ts';
import { adoptSynonymFile } from './adopt-synonym-file.ts';
import { adoptWeightFile } from './adopt-weight-file.ts';
import { type WatchedDatabase, watchDatabase } from './database-watch.ts';
import { makeDemoShop, needsDemoShop } from './make-demo-shop.ts';

export interface DataOptions {
  readonly settings: Settings;
  readonly directory: string;
  readonly clock: () => number;
  /** Hears what takes long or went wrong. */
  readonly note: (text: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Opens what is kept, makes the demo shop if there is none, takes over the files that the settings name, and fills what
 * an older version did not keep yet.
 */
export async function openData({ settings, directory, ...options }: DataOptions): Promise<WatchedDatabase> {
  const database = watchDatabase(await openSqliteDatabase({ directory, note: options.note }));
  try {
    const opened = { ...options, database };
    if (await needsDemoShop(database)) await makeDemoShop(opened);
    if (settings.SYNONYMS !== undefined)
      await adoptSynonymFile(settings.SYNONYMS, { ...opened, limitRules: settings.LIMIT_SYNONYMS });
    if (settings.WEIGHTS !== undefined) await adoptWeightFile(settings.WEIGHTS, opened);
    await writeProductBook(database, options.signal);
    await fillQueue(database);
    await fillFacts(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
