import { runStep } from './run-step.ts';

/** What reading messages costs over a catalogue of one size. */
export interface ParseMeasure {
  readonly products: number;
  /** Counting the catalogue and making its vocabulary. */
  readonly vocabularySeconds: number;
  /** Making the parser, its word indexes in every language included. */
  readonly parserSeconds: number;
  /** Resident memory of the process with both. */
  readonly rssMb: number;
  readonly languages: readonly ParseTimes[];
}

export interface ParseTimes {
  /** "all" for all of them together. */
  readonly language: string;
  readonly messages: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly maxMs: number;
}

/** Reads the understanding cases over generated catalogues, each size in a process of its own. */
export function benchParse(options: {
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly note: (text: string) => void;
}): { readonly bench: 'parse'; readonly runs: readonly ParseMeasure[] } {
  const { sizes, rounds, note } = options;
  return {
    bench: 'parse',
    runs: sizes.map((products) => {
      note(`Reading messages over ${products} products ...`);
      return runStep<ParseMeasure>('parse-measure.ts', [String(products), String(rounds)]);
    }),
  };
}
