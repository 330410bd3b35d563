import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { AssistantError } from '../../src/errors/assistant-error.ts';

const MAIN_FILE = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

export interface ServedShop {
  readonly url: string;
  /** Of the server until now. */
  usage(): Promise<{ readonly rssMb: number; readonly cpuSeconds: number }>;
  /** Asks the server to end, as an operator does, and waits until it has. */
  stop(): Promise<void>;
}

/**
 * The demo shop behind HTTP, in a process of its own. Limits that hold back one address are lifted: all shoppers of a
 * bench come from one.
 *
 * @param environment Further settings.
 * @throws {AssistantError} INTERNAL when it ends before it listens.
 */
export async function serveShop(
  directory: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ServedShop> {
  const child = spawn(process.execPath, [MAIN_FILE, 'serve', '--port', '0', '--data', directory, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: directory,
    env: {
      PATH: process.env.PATH,
      FLOORWALKER_LOG_LEVEL: 'error',
      FLOORWALKER_LIMIT_REQUESTS_PER_MINUTE: '1000000000',
      FLOORWALKER_LIMIT_CONVERSATIONS_PER_HOUR: '1000000000',
      FLOORWALKER_LIMIT_MESSAGES_PER_MINUTE: '1000000000',
      FLOORWALKER_LIMIT_VISIT_EVENTS_PER_MINUTE: '1000000000',
      ...environment,
    },
  });
  const ended = once(child, 'close');
  for await (const chunk of child.stdout) {
    const url = /"url":"(?<url>http:[^"]+)"/.exec(String(chunk))?.groups?.url;
    if (url === undefined) continue;
    return {
      url,
      async usage() {
        const metrics = await (await fetch(`${url}/metrics`)).text();
        const readMetric = (name: string): number =>
          Number(new RegExp(`^${name} (?<value>\\S+)$`, 'm').exec(metrics)?.groups?.value ?? 0);
        return {
          rssMb: readMetric('process_resident_memory_bytes') / 2 ** 20,
          cpuSeconds: readMetric('process_cpu_seconds_total'),
        };
      },
      async stop() {
        child.kill('SIGTERM');
        await ended;
      },
    };
  }
  throw new AssistantError('INTERNAL', 'The server ended before it listened');
}
