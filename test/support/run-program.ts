import { Readable, Writable } from 'node:stream';
import { runProgram } from '../../src/cli/program.ts';
import { loadConfig } from '../../src/config/config.ts';
import { DEMO_CLOCK_MS } from './demo-clock.ts';

export interface RunOptions {
  /** What is piped in. */
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Hears what is written to standard output. */
  readonly onOutput?: () => void;
}

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** One command line in this process. */
export async function run(commandLine: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const stdout = collector(options.onOutput);
  const stderr = collector();
  const code = await runProgram(commandLine, {
    settings: () => loadConfig(options.environment ?? {}),
    stdin: Readable.from(options.input === undefined ? [] : [options.input]),
    stdout: stdout.stream,
    stderr: stderr.stream,
    signal: options.signal ?? new AbortController().signal,
    clock: () => DEMO_CLOCK_MS,
    version: '0.0.0-test',
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

/** The same with `--json`: fails the test unless standard output is exactly one JSON object. */
export async function runJson(commandLine: readonly string[], options: RunOptions = {}) {
  const { code, stdout, stderr } = await run([...commandLine, '--json'], options);
  const body: unknown = JSON.parse(stdout);
  if (typeof body !== 'object' || body === null || Array.isArray(body) || !stdout.endsWith('}\n'))
    throw new TypeError(`not one JSON object: ${stdout}`);
  // biome-ignore lint/suspicious/noExplicitAny: tests look into every kind of result
  return { code, body: body as any, stderr };
}

function collector(onWrite: () => void = () => {}) {
  let text = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      onWrite();
      done();
    },
  });
  return { stream, text: () => text };
}
