import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const MAIN_FILE = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
export const LAUNCHER_FILE = fileURLToPath(new URL('../../floorwalker.js', import.meta.url));

export interface ServedProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** Exit code, or the name of the signal. */
  readonly ended: Promise<number | string>;
  standardError(): string;
}

export interface ProcessOptions {
  /** What runs: a file under this Node, or a whole command. */
  readonly command?: readonly [string, ...string[]];
  readonly environment?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** `serve` as a process of its own, once it has printed its address; killed when the test ends. */
export async function serveProcess(directory: string, options: ProcessOptions = {}): Promise<ServedProcess> {
  const started = startProcess(['serve', '--port', '0', '--data', directory], { cwd: directory, ...options });
  let printed = '';
  for await (const chunk of started.child.stdout ?? []) {
    printed += String(chunk);
    const [, url] = /shop page\s+(http:\/\/\S+?)\/\s/.exec(printed) ?? [];
    if (url === undefined) continue;
    return { ...started, url };
  }
  throw new Error(`serve ended before it listened: ${started.standardError()}`);
}

/** A `floorwalker` command as a process of its own; killed when the test ends. */
export function startProcess(arguments_: readonly string[], options: ProcessOptions = {}) {
  const [command, ...leading] = options.command ?? [process.execPath, MAIN_FILE];
  const child = spawn(command, [...leading, ...arguments_], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      FLOORWALKER_LOG_LEVEL: 'silent',
      FLOORWALKER_EXPLORATION: 'off',
      ...options.environment,
    },
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += String(chunk);
  });
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal);
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, ended, standardError: () => errors };
}
