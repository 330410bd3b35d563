import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { packageVersion } from './assembly/package-version.ts';
import { runProgram } from './cli/program.ts';
import { loadConfig } from './config/config.ts';

const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.once(name, () => stop.abort(name));
}

if (existsSync('.env')) loadEnvFile('.env');

process.exitCode = await runProgram(process.argv.slice(2), {
  settings: () => loadConfig(process.env),
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  signal: stop.signal,
  clock: Date.now,
  version: packageVersion(),
});
