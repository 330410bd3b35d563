import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { packageVersion } from './assembly/package-version.ts';
import { runProgram } from './cli/program.ts';
import { listenForStop } from './cli/stop-signals.ts';
import { loadConfig } from './config/config.ts';

const signal = listenForStop({ process, startedByNpm: process.env.npm_lifecycle_event !== undefined });

if (existsSync('.env')) loadEnvFile('.env');

process.exitCode = await runProgram(process.argv.slice(2), {
  settings: () => loadConfig(process.env),
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  signal,
  clock: Date.now,
  version: packageVersion(),
});
