#!/usr/bin/env node
// Starts under any Node from 20 and hands over to the Node 24 of the `node` package.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PARENT_CHECK_MS = 250;
const here = dirname(fileURLToPath(import.meta.url));
const sources = join(here, 'src', 'main.ts');
const main = existsSync(sources) ? sources : join(here, 'dist', 'src', 'main.js');

function packagedNode() {
  const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'));
  const binary = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(binary) ? binary : process.execPath;
}

const NEEDED_MAJOR = 24;
const node = packagedNode();
if (node === process.execPath && Number.parseInt(process.versions.node, 10) < NEEDED_MAJOR) {
  process.stderr.write(
    `floorwalker: the Node ${NEEDED_MAJOR} of the package "node" is not there, as its install script did not run; run: npm rebuild node\n`,
  );
  process.exit(1);
}

// The channel carries nothing: its end tells the child that this process is gone, however it went.
// Node gives young objects up to a quarter of a gigabyte where memory is plenty; a sixteenth of that is as fast here. And it lets what
// is old grow to a multiple before it looks what of it is still used; a third more is as fast, too.
const MEMORY = ['--max-semi-space-size=16', '--heap-growing-percent=30'];
const child = spawn(node, [...MEMORY, main, ...process.argv.slice(2)], {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
if (process.env.npm_lifecycle_event !== undefined) {
  // npm starts commands through a shell that dies of a signal without handing it on.
  const parent = process.ppid;
  const check = setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, PARENT_CHECK_MS);
  check.unref();
}
child.on('error', (error) => {
  process.stderr.write(`floorwalker: Node could not be started: ${error.message}\n`);
  process.exitCode = 1;
});
child.on('exit', (code, signal) => {
  process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
});
