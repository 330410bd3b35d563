import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { backupDirectory } from '../../connectors/database/backup-file.ts';
import { openSqliteDatabase } from '../../connectors/database/sqlite.ts';
import { loadShop } from '../../src/assembly/load-shop.ts';
import { makeDemoShop } from '../../src/assembly/make-demo-shop.ts';
import { loadConfig } from '../../src/config/config.ts';
import { DEMO_CLOCK_MS } from './demo-clock.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A backup of the demo shop, trained, for tests to restore into directories of their own. */
    demoBackup: string;
  }
}

/** Makes the demo shop once for all tests that need a whole shop. */
export default async function setup(project: TestProject): Promise<() => void> {
  const directory = mkdtempSync(join(tmpdir(), 'floorwalker-demo-'));
  const { signal } = new AbortController();
  const clock = () => DEMO_CLOCK_MS;
  const database = await openSqliteDatabase({ directory });
  await makeDemoShop({ database, clock, note: () => {}, signal });
  const shop = await loadShop({
    database,
    directory,
    settings: loadConfig({}),
    clock,
    note: () => {},
    signal,
  });
  await shop.close();
  await database.close();
  const file = join(directory, 'demo.backup');
  await backupDirectory(directory, file);
  project.provide('demoBackup', file);
  return () => rmSync(directory, { recursive: true, force: true });
}
