import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { type GeneratedFormat, writeFeed } from './generate-feed.ts';

export interface ImportRun {
  readonly format: GeneratedFormat;
  /** False for the first import, true for the same feed again. */
  readonly unchanged: boolean;
  readonly products: number;
  readonly variants: number;
  readonly rejectedTotal: number;
  readonly seconds: number;
  /** Highest resident memory of the importing process. */
  readonly rssMb: number;
}

const FORMATS: readonly GeneratedFormat[] = ['csv', 'google', 'shopify'];

/** Imports a generated feed of every format twice, each import in a fresh process. */
export async function benchImport(options: {
  readonly rows: number;
  readonly seed: number;
  readonly note: (text: string) => void;
}): Promise<{
  readonly bench: 'import';
  readonly rows: number;
  readonly seed: number;
  readonly runs: readonly ImportRun[];
}> {
  const { rows, seed, note } = options;
  const directory = mkdtempSync(join(tmpdir(), 'floorwalker-bench-'));
  const runs: ImportRun[] = [];
  try {
    for (const format of FORMATS) {
      const file = join(directory, `feed.${format}`);
      await writeFeed(file, format, rows, seed);
      for (const round of ['first', 'again']) {
        note(`Importing ${rows} rows of ${format} (${round}) ...`);
        runs.push({ format, ...measure(join(directory, format), file, format) });
      }
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  return { bench: 'import', rows, seed, runs };
}

function measure(data: string, file: string, format: GeneratedFormat): Omit<ImportRun, 'format'> {
  const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
  const map = format === 'csv' ? [path('../maps/generated.json')] : [];
  const step = spawnSync(process.execPath, [path('import-measure.ts'), data, file, ...map], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (step.status !== 0) {
    throw new AssistantError('INTERNAL', `The import ended with ${step.status ?? step.signal}`);
  }
  return JSON.parse(step.stdout) as Omit<ImportRun, 'format'>;
}
