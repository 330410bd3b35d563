import { inject, onTestFinished } from 'vitest';
import { restoreDirectory } from '../../connectors/database/backup-file.ts';
import { type OpenService, openService } from '../../src/assembly/open-service.ts';
import { loadConfig } from '../../src/config/config.ts';
import type { Turn } from '../../src/domain/turn.ts';
import { DEMO_CLOCK_MS } from './demo-clock.ts';
import { temporaryDirectory } from './temporary-directory.ts';

/** The demo shop at work in a directory of the test's own. */
export async function demoService(
  environment: Readonly<Record<string, string>> = {},
  clock = () => DEMO_CLOCK_MS,
): Promise<OpenService> {
  const directory = temporaryDirectory();
  await restoreDirectory(inject('demoBackup'), directory);
  const { signal } = new AbortController();
  const settings = loadConfig(environment);
  const service = await openService({ settings, directory, clock, note: () => {}, signal });
  onTestFinished(() => service.close());
  return service;
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
