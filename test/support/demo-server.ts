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

export interface LastingServer extends DemoServer {
  /** Stops and starts anew on the same data, at the same address. */
  restart(): Promise<void>;
}

/** The demo shop behind HTTP on a free port, in a directory of its own, which goes with `close`. */
export async function demoServer(
  environment: Readonly<Record<string, string>> = {},
  clock = () => DEMO_CLOCK_MS,
  pages: { readonly widgetDirectory?: string } = {},
): Promise<LastingServer> {
  const directory = mkdtempSync(join(tmpdir(), 'floorwalker-'));
  await restoreDirectory(inject('demoBackup'), directory);
  const start = (port: string) =>
    startService({
      settings: loadConfig({
        FLOORWALKER_EXPLORATION: 'off',
        FLOORWALKER_LOG_LEVEL: 'silent',
        ...environment,
        FLOORWALKER_PORT: port,
      }),
      directory,
      clock,
      note: () => {},
      signal: new AbortController().signal,
      ...pages,
    });
  let service = await start(environment.FLOORWALKER_PORT ?? '0');
  const { url, engines } = service;
  return {
    url,
    directory,
    engines,
    async restart() {
      await service.close();
      service = await start(new URL(url).port);
    },
    async close() {
      await service.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
