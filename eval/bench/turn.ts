import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runStep } from './run-step.ts';

/** What comes before a shop can answer, in a process of its own. */
export interface Preparation {
  readonly importSeconds: number;
  /** A year of simulated shoppers stored, and the recommenders trained on them. */
  readonly behaviourSeconds: number;
  /** The first load, which trains the text vectors. */
  readonly firstLoadSeconds: number;
  /** Highest resident memory of all of it. */
  readonly peakRssMb: number;
}

/** What the process that answers measures. */
export interface TurnMeasure {
  readonly products: number;
  readonly turns: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly maxMs: number;
  /** Resident memory of the process that answers, after all turns. */
  readonly rssMb: number;
  readonly loadSeconds: number;
  /** Of the whole time, by stage; `record` is the commit to the disk. */
  readonly share: Readonly<Record<string, number>>;
}

export interface TurnRun extends TurnMeasure {
  readonly preparation: Preparation;
}

/** Every size in processes of its own: one imports and trains, a fresh one loads and answers, as a server does. */
export async function benchTurn(options: {
  readonly sizes: readonly number[];
  readonly turns: number;
  readonly note: (text: string) => void;
}): Promise<{ readonly bench: 'turn'; readonly runs: readonly TurnRun[]; readonly seconds: number }> {
  const startedMs = performance.now();
  const runs = options.sizes.map((products) => {
    const directory = mkdtempSync(join(tmpdir(), 'floorwalker-bench-'));
    try {
      options.note(`Preparing ${products} products ...`);
      const preparation = runStep<Preparation>('turn-prepare.ts', [directory, String(products)]);
      options.note(`Answering ${options.turns} turns ...`);
      const measure = runStep<TurnMeasure>(
        'turn-measure.ts',
        [directory, String(options.turns)],
        // As the server is started.
        ['--max-semi-space-size=16'],
      );
      return { ...measure, preparation };
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });
  return { bench: 'turn', runs, seconds: (performance.now() - startedMs) / 1_000 };
}
