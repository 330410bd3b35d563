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
  /** Of the processor, for each turn: what others do on the machine moves it less than the clock. */
  readonly cpuMs: number;
  /** Resident memory of the process that answers, after all turns. */
  readonly rssMb: number;
  readonly loadSeconds: number;
  /** Of the whole time, by stage; `record` is the commit to the disk. */
  readonly share: Readonly<Record<string, number>>;
}

/** How soon products stand before the shopper while a model takes its time. */
export interface WaitingMeasure {
  readonly turns: number;
  /** Of the model, before its first byte. */
  readonly modelDelayMs: number;
  /** From the message to the first products. */
  readonly firstProducts: { readonly p50Ms: number; readonly p95Ms: number; readonly maxMs: number };
  /** From the message to the end of the reply. */
  readonly replyEnd: { readonly p50Ms: number; readonly p95Ms: number; readonly maxMs: number };
}

export interface TurnRun extends TurnMeasure {
  readonly preparation: Preparation;
  /** The same turns without keeping how they came about. */
  readonly untraced?: TurnMeasure;
  readonly waiting?: WaitingMeasure;
}

/** Every size in processes of its own: one imports and trains, a fresh one loads and answers, as a server does. */
export async function benchTurn(options: {
  readonly sizes: readonly number[];
  readonly turns: number;
  /** Measure without traces, too. */
  readonly untraced: boolean;
  /** Measure with a model that takes two seconds, too. */
  readonly waiting: boolean;
  readonly note: (text: string) => void;
}): Promise<{ readonly bench: 'turn'; readonly runs: readonly TurnRun[]; readonly seconds: number }> {
  const startedMs = performance.now();
  const runs = options.sizes.map((products) => {
    const directory = mkdtempSync(join(tmpdir(), 'floorwalker-bench-'));
    try {
      options.note(`Preparing ${products} products ...`);
      const preparation = runStep<Preparation>('turn-prepare.ts', [directory, String(products)]);
      options.note(`Answering ${options.turns} turns ...`);
      // As the server is started.
      const flags = ['--max-semi-space-size=16', '--heap-growing-percent=30'];
      const measure = (environment: Readonly<Record<string, string>>) =>
        runStep<TurnMeasure>(
          'turn-measure.ts',
          [directory, String(options.turns), JSON.stringify(environment)],
          flags,
        );
      const untraced = options.untraced ? measure({ FLOORWALKER_TRACES: 'off' }) : undefined;
      const traced = measure({});
      const waiting = options.waiting
        ? runStep<WaitingMeasure>('turn-waiting.ts', [directory], flags)
        : undefined;
      return {
        ...traced,
        preparation,
        ...(untraced === undefined ? {} : { untraced }),
        ...(waiting === undefined ? {} : { waiting }),
      };
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });
  return { bench: 'turn', runs, seconds: (performance.now() - startedMs) / 1_000 };
}

/** What was measured beside the turns, a line each. */
export function describeTurnRun({ products, cpuMs, p50Ms, untraced, waiting }: TurnRun): string[] {
  const at = `${products} products:`;
  return [
    ...(untraced === undefined
      ? []
      : [
          `${at} with traces ${(cpuMs / untraced.cpuMs).toFixed(3)} of the processor time without, ${(p50Ms / untraced.p50Ms).toFixed(3)} of the median`,
        ]),
    ...(waiting === undefined
      ? []
      : [
          `${at} while the model takes ${waiting.modelDelayMs} ms, first products p50 ${waiting.firstProducts.p50Ms.toFixed(1)} ms, p95 ${waiting.firstProducts.p95Ms.toFixed(1)} ms (bar 150); reply ends p95 ${waiting.replyEnd.p95Ms.toFixed(0)} ms`,
        ]),
  ];
}
