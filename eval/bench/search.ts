import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AssistantError } from '../../src/errors/assistant-error.ts';
import { runStep } from './run-step.ts';
import { ENGINE_NAMES, type EngineName } from './search/engine.ts';
import type { WayRun } from './search/measure-way.ts';
import type { Trick } from './search/plant-queries.ts';
import { summariseWay, type WayMeasure } from './search/summarise-ways.ts';

/** CSV files, plain or gzip, as `npm run eval -- search` reads them. */
export interface LabelledFiles {
  readonly products: string;
  readonly queries: string;
  readonly labels: string;
}

export interface PrepareOptions {
  readonly directory: string;
  /** Products. */
  readonly size: number;
  /** Queries at most. */
  readonly limit: number;
  readonly seed: number;
  readonly labelled?: LabelledFiles;
}

/** What comes before: only we train vectors, once for a catalogue. */
export interface SearchPreparation {
  readonly trainSeconds: number;
  /** Of the process that generates, judges and trains. */
  readonly peakRssMb: number;
  readonly queries: number;
  /** Of the queries in order; empty for those of a labelled set. */
  readonly tricks: readonly Trick[];
}

/** What the process of an engine tells. */
export interface EngineRun {
  /** Reading the products and filling the engine. */
  readonly buildSeconds: number;
  /** Resident memory of the process before. */
  readonly emptyMb: number;
  /** And with the products, what nobody holds collected. */
  readonly rssMb: number;
  /** Highest while it was filled. */
  readonly peakMb: number;
  /** Facets of filters, against counting by hand. */
  readonly facets: { readonly checked: number; readonly equal: number };
  readonly ways: readonly WayRun[];
}

export type EngineMeasure = Omit<EngineRun, 'ways'> & { readonly ways: readonly WayMeasure[] };

/** Recall of the first ten places of the embedded index against a full scan. */
export interface OracleMeasure {
  readonly queries: number;
  readonly words: number;
  readonly text: number;
}

export interface SearchRun {
  readonly size: number;
  readonly trainSeconds: number;
  readonly engines: Readonly<Partial<Record<EngineName, EngineMeasure>>>;
  readonly oracle?: OracleMeasure;
}

export interface SearchBench {
  readonly bench: 'search';
  readonly seed: number;
  readonly runs: readonly SearchRun[];
  readonly seconds: number;
}

const SEED = 20_261_122;
/** Memory is measured after collecting, and no engine is to end for want of heap. */
const FLAGS = ['--expose-gc', '--max-old-space-size=6144'];

/**
 * The same products and queries for every engine, each in a process of its own, one thread each.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for a size or number of queries that is none.
 */
export async function benchSearch(options: {
  readonly sizes: readonly number[];
  readonly limit: number;
  /** Queries compared with a full scan; 0 for none. */
  readonly oracle: number;
  /** For the queries of a way to ask an engine, with filters and without each. */
  readonly waySeconds: number;
  readonly engines?: readonly EngineName[];
  readonly labelled?: LabelledFiles;
  readonly note: (text: string) => void;
}): Promise<SearchBench> {
  const startedMs = performance.now();
  const { note, limit, labelled, oracle, waySeconds, engines = ENGINE_NAMES } = options;
  for (const count of [...options.sizes, limit]) assertCount(count);
  const runs = options.sizes.map((size): SearchRun => {
    const directory = mkdtempSync(join(tmpdir(), 'floorwalker-bench-'));
    try {
      note(`Making ${size} products and training their text vectors ...`);
      const prepare: PrepareOptions = {
        directory,
        size,
        limit,
        seed: SEED,
        ...(labelled === undefined ? {} : { labelled }),
      };
      const { trainSeconds, tricks } = runStep<SearchPreparation>(
        'search-prepare.ts',
        [JSON.stringify(prepare)],
        FLAGS,
      );
      const measured = engines.map((engine) => {
        note(`Measuring ${engine} ...`);
        return [
          engine,
          runStep<EngineRun>('search-measure.ts', [directory, engine, String(waySeconds)], FLAGS),
        ] as const;
      });
      const [reference] = measured.flatMap(([, { ways }]) => ways);
      if (reference === undefined)
        throw new AssistantError('INVALID_ARGUMENT', 'No engine is to be measured');
      const summarised = measured.map(([engine, own]): [EngineName, EngineMeasure] => [
        engine,
        { ...own, ways: own.ways.map((way) => summariseWay(way, reference, tricks)) },
      ]);
      const run = { size, trainSeconds, engines: Object.fromEntries(summarised) };
      if (oracle === 0) return run;
      note('Comparing with a full scan ...');
      const compared = runStep<OracleMeasure>('search-oracle-measure.ts', [directory, String(oracle)], FLAGS);
      return { ...run, oracle: compared };
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });
  return { bench: 'search', seed: SEED, runs, seconds: (performance.now() - startedMs) / 1_000 };
}

function assertCount(count: number): void {
  if (Number.isSafeInteger(count) && count > 0) return;
  throw new AssistantError('INVALID_ARGUMENT', `${count} is no number of products or queries`);
}
