import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { AssistantError } from '../../src/errors/assistant-error.ts';

/**
 * Runs a script of this folder in a process of its own and reads the JSON of its last line.
 *
 * @param flags For Node.
 * @throws {AssistantError} INTERNAL when it ends otherwise than with 0.
 */
export function runStep<Result>(
  file: string,
  args: readonly string[],
  flags: readonly string[] = [],
): Result {
  const script = fileURLToPath(new URL(file, import.meta.url));
  const step = spawnSync(process.execPath, [...flags, script, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 26,
  });
  if (step.status !== 0)
    throw new AssistantError('INTERNAL', `${file} ended with ${step.status ?? step.signal}`);
  return JSON.parse(step.stdout.trim().split('\n').at(-1) ?? '') as Result;
}
