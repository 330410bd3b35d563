import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCatalogueSource } from '../../../connectors/catalogue-source/open-catalogue-source.ts';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import { type OpenService, openService } from '../../../src/assembly/open-service.ts';
import { listingInterpreter } from '../../../src/catalog/interpret-listings.ts';
import { importCatalogue } from '../../../src/catalog/publish-catalogue.ts';
import type { ChooseQuestion } from '../../../src/chat/ask-facet.ts';
import { loadConfig } from '../../../src/config/config.ts';

/** The shop that is played with: a file as `floorwalker import catalog` reads it; the demo shop without one. */
export interface ShopOptions {
  readonly catalog?: string;
  readonly map?: string;
  readonly chooseQuestion?: ChooseQuestion;
}

/** The demo shop does not change with the day. */
const NOW_MS = Date.UTC(2026, 0, 1);

/** The whole service over a shop of its own, for as long as `use` takes; nothing of it is left afterwards. */
export async function withShop<T>(
  { catalog, map, chooseQuestion }: ShopOptions,
  use: (service: OpenService) => Promise<T>,
): Promise<T> {
  const { signal } = new AbortController();
  const directory = mkdtempSync(join(tmpdir(), 'floorwalker-eval-'));
  const clock = () => NOW_MS;
  try {
    if (catalog !== undefined) await fill(directory, catalog, map, { clock, signal });
    const service = await openService({
      // Which lists are explored hangs on ids that are drawn.
      settings: loadConfig({ FLOORWALKER_EXPLORATION: 'off' }),
      directory,
      clock,
      note: () => {},
      signal,
      ...(chooseQuestion === undefined ? {} : { chooseQuestion }),
    });
    try {
      return await use(service);
    } finally {
      await service.close();
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function fill(
  directory: string,
  file: string,
  map: string | undefined,
  { clock, signal }: { readonly clock: () => number; readonly signal: AbortSignal },
): Promise<void> {
  const database = await openSqliteDatabase({ directory });
  try {
    const source = await openCatalogueSource({
      file,
      format: 'auto',
      interpreter: listingInterpreter,
      signal,
      ...(map === undefined ? {} : { map: JSON.parse(readFileSync(map, 'utf8')) as unknown }),
    });
    await importCatalogue({
      source,
      database,
      origin: 'import',
      clock,
      onProgress: () => {},
      force: true,
      signal,
    });
  } finally {
    await database.close();
  }
}
