import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { restoreDirectory } from '../../connectors/database/backup-file.ts';
import { type OpenService, openService } from '../../src/assembly/open-service.ts';
import { loadConfig } from '../../src/config/config.ts';
import type { Turn } from '../../src/domain/turn.ts';
import { DEMO_CLOCK_MS } from './demo-clock.ts';

/** The demo shop at work in a directory of its own, which goes with `close`. */
export async function demoService(
  environment: Readonly<Record<string, string>> = {},
  clock = () => DEMO_CLOCK_MS,
): Promise<OpenService> {
  const directory = mkdtempSync(join(tmpdir(), 'floorwalker-'));
  await restoreDirectory(inject('demoBackup'), directory);
  const { signal } = new AbortController();
  // Which lists are explored hangs on ids that are drawn: a test that wants them explored says so.
  const settings = loadConfig({ FLOORWALKER_EXPLORATION: 'off', ...environment });
  const service = await openService({ settings, directory, clock, note: () => {}, signal });
  const close = async () => {
    await service.close();
    rmSync(directory, { recursive: true, force: true });
  };
  return { ...service, close };
}

export interface Talk {
  readonly conversationId: string;
  readonly token: string;
  readonly greeting: string;
  say(text: string): Promise<Turn>;
}

/** A conversation with a service. */
export async function talk(
  service: Pick<OpenService, 'chat'>,
  start: Parameters<OpenService['chat']['start']>[0] = { locale: 'en-US' },
): Promise<Talk> {
  const { signal } = new AbortController();
  const { conversationId, token, greeting } = await service.chat.start(start);
  return {
    conversationId,
    token,
    greeting: greeting.text,
    say: (text) => service.chat.handle({ conversationId, token, text }, { signal }),
  };
}
