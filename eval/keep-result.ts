import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPrompt } from '../prompts/load-prompt.ts';
import type { SuiteResult } from './print-result.ts';

export interface KeptUnder {
  /** Made when it is not there. */
  readonly folder: string;
  readonly nowMs: number;
  /** A real model; absent: what is embedded, and doubles. */
  readonly model?: string | undefined;
}

const PROMPTS = new URL('../prompts/', import.meta.url);

/**
 * Writes what a suite reports as `<suite>-<day>-<model>.json`, with the versions of the prompts it was run with: a figure of a model says
 * little without them. A run of the same day takes the place of an earlier one.
 *
 * @returns The file.
 */
export async function keepResult(
  { suite, ...result }: SuiteResult,
  { folder, nowMs, model = 'embedded' }: KeptUnder,
): Promise<string> {
  const date = new Date(nowMs).toISOString();
  const name = `${suite}-${date.slice(0, 10)}-${model.replace(/[^\w.]+/gu, '-')}.json`;
  const kept = { suite, date, model, prompts: await promptVersions(), ...result };
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  writeFileSync(file, `${JSON.stringify(kept, undefined, 2)}\n`);
  return file;
}

async function promptVersions(): Promise<Readonly<Record<string, number>>> {
  const ids = readdirSync(PROMPTS)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => name.slice(0, -'.md'.length))
    .sort();
  const prompts = await Promise.all(ids.map((id) => loadPrompt(id)));
  return Object.fromEntries(prompts.map(({ id, version }) => [id, version]));
}
