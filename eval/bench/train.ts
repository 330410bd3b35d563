import { runStep } from './run-step.ts';

/** What learning from generated shoppers costs, and asking what was learned. */
export interface TrainMeasure {
  readonly products: number;
  /** Pairs of a shopper and a product. */
  readonly interactions: number;
  /** Kept of the neighbours. */
  readonly weights: number;
  /** Generating the histories and building the matrix from them. */
  readonly matrixSeconds: number;
  /** Highest resident memory until then. */
  readonly matrixPeakMb: number;
  readonly fitSeconds: number;
  /** Highest resident memory until the neighbours were learned: what the matrix took is within it. */
  readonly fitPeakMb: number;
  /** Learning the others from the same histories, one after the other; absent where that was skipped. */
  readonly transitionsSeconds?: number;
  readonly visitsSeconds?: number;
  readonly ridgeSeconds?: number;
  /** One shopper's history to 500 candidates out of all products, with their causes. */
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Generates, trains and asks in a process of its own. */
export function benchTrain(options: {
  readonly products: number;
  readonly interactions: number;
  readonly seed: number;
  /** Also the other models: the ridge takes many times as long as the neighbours. */
  readonly others: boolean;
}): { readonly bench: 'train'; readonly run: TrainMeasure } {
  const { products, interactions, seed, others } = options;
  return {
    bench: 'train',
    run: runStep<TrainMeasure>(
      'train-measure.ts',
      [products, interactions, seed, Number(others)].map(String),
    ),
  };
}
