import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { restoreDirectory } from '../../connectors/database/backup-file.ts';
import { startService } from '../../src/assembly/start-service.ts';
import { loadConfig } from '../../src/config/config.ts';
import { DEMO_CLOCK_MS } from './demo-clock.ts';

export interface DemoServer {
  readonly url: string;
  /** Of its data. */
  readonly directory: string;
  /** What the server prints of itself. */
  readonly engines: readonly string[];
  close(): Promise<void>;
}

/** The demo shop behind HTTP on a free port, in a directory of its own, which goes with `close`. */
export async function demoServer(
  environment: Readonly<Record<string, string>> = {},
  clock = () => DEMO_CLOCK_MS,
): Promise<DemoServer> {
  const directory = mkdtempSync(join(tmpdir(), 'floorwalker-'));
  await restoreDirectory(inject('demoBackup'), directory);
  const settings = loadConfig({
    FLOORWALKER_EXPLORATION: 'off',
    FLOORWALKER_PORT: '0',
    FLOORWALKER_LOG_LEVEL: 'silent',
    ...environment,
  });
  const { signal } = new AbortController();
  const service = await startService({ settings, directory, clock, note: () => {}, signal });
  return {
    url: service.url,
    directory,
    engines: service.engines,
    async close() {
      await service.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
