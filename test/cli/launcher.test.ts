import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { importedShop } from '../support/imported-shop.ts';
import { run } from '../support/run-program.ts';
import { LAUNCHER_FILE, type ProcessOptions, serveProcess, startProcess } from '../support/served-process.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The `node` of the machine, as a shell without npm's folders finds it; else the one that runs this. */
function systemNode(): string {
  const path = (process.env.PATH ?? '')
    .split(':')
    .filter((folder) => !folder.includes('node_modules'))
    .join(':');
  const found = spawnSync('sh', ['-c', 'command -v node'], { env: { PATH: path }, encoding: 'utf8' });
  return found.stdout.trim() === '' ? process.execPath : found.stdout.trim();
}

const launched: ProcessOptions = { command: [systemNode(), LAUNCHER_FILE] };

/** Whether the data is free again: whoever held it is gone. */
const isFree = async (directory: string): Promise<boolean> =>
  (await run(['train', '--data', directory])).code === 0;

it('starts under the Node of the machine and hands over to the packaged one', () => {
  const version = execFileSync(process.execPath, ['--version'], { encoding: 'utf8' });
  const said = execFileSync(
    systemNode(),
    [LAUNCHER_FILE, 'doctor', '--json', '--data', temporaryDirectory()],
    {
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    },
  );
  expect(JSON.parse(said).findings[1].detail).toContain(`Node ${version.trim().slice(1)}`);
});

it.each([
  [['--help'], 0],
  [['doctor', '--data', LAUNCHER_FILE], 1],
  [['dance'], 2],
])('passes the exit code on: %j', async (commandLine, code) => {
  expect(await startProcess(commandLine, launched).ended).toBe(code);
});

it('passes a signal on, and its child ends as it should', async () => {
  const directory = await importedShop();
  const server = await serveProcess(directory, launched);
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  expect(await isFree(directory)).toBe(true);
});

it('leaves no child behind, even when it is killed', async () => {
  const directory = await importedShop();
  const server = await serveProcess(directory, launched);
  server.child.kill('SIGKILL');
  expect(await server.ended).toBe('SIGKILL');
  await expect.poll(() => isFree(directory), { timeout: 5_000, interval: 100 }).toBe(true);
});

it('leaves no server behind when npm is told to stop, whatever its shell does', async () => {
  const directory = await importedShop();
  const server = await serveProcess(directory, {
    command: ['npm', 'run', '-s', 'floorwalker', '--'],
    environment: { HOME: directory },
    cwd: ROOT,
  });
  server.child.kill('SIGTERM');
  await server.ended;
  await expect.poll(() => isFree(directory), { timeout: 5_000, interval: 100 }).toBe(true);
});
