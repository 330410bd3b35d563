import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { writeProductBook } from '../catalog/product-book.ts';
import type { Settings } from '../config/config.ts';
import { fillQueue } from '../desk/fill-queue.ts';
import { fillFacts } from '../desk/reports/fill-facts.ts';
import { adoptSynonymFile } from './adopt-synonym-file.ts';
import { adoptWeightFile } from './adopt-weight-file.ts';
import type { AdoptedFile } from './adopted-files.ts';
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
export async function openData({
  settings,
  directory,
  ...options
}: DataOptions): Promise<{ readonly database: WatchedDatabase; readonly adopted: readonly AdoptedFile[] }> {
  const database = watchDatabase(await openSqliteDatabase({ directory, note: options.note }));
  try {
    const opened = { ...options, database };
    if (await needsDemoShop(database)) await makeDemoShop(opened);
    const { SYNONYMS, WEIGHTS, LIMIT_SYNONYMS: limitRules } = settings;
    const adopted = [
      SYNONYMS === undefined ? undefined : await adoptSynonymFile(SYNONYMS, { ...opened, limitRules }),
      WEIGHTS === undefined ? undefined : await adoptWeightFile(WEIGHTS, opened),
    ].filter((each) => each !== undefined);
    await writeProductBook(database, options.signal);
    await fillQueue(database);
    await fillFacts(database);
    return { database, adopted };
  } catch (error) {
    await database.close();
    throw error;
  }
}
