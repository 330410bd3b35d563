import { matrixFromHistories } from '../../src/recommendation/interaction-matrix.ts';
import { createRecommender } from '../../src/recommendation/recommender.ts';
import { trainNeighbours } from '../../src/recommendation/train-neighbours.ts';
import { trainRidge } from '../../src/recommendation/train-ridge.ts';
import { trainTransitions } from '../../src/recommendation/train-transitions.ts';
import { trainVisits } from '../../src/recommendation/train-visits.ts';
import { generateHistories } from './generate-histories.ts';
import type { TrainMeasure } from './train.ts';

/** `train-measure.ts <products> <interactions> <seed> <others>`: generates, trains and asks in one process; prints a TrainMeasure. */
const [products = 0, interactions = 0, seed = 1, others = 0] = process.argv.slice(2).map(Number);
const EVENTS = 20;
const ASKED = 2_000;
const LIMIT = 500;

const seconds = (sinceMs: number): number => (performance.now() - sinceMs) / 1_000;
const peakMb = (): number => process.resourceUsage().maxRSS / 1_024;
const productIds = Array.from({ length: products }, (_, index) => `p${String(index).padStart(9, '0')}`);
const shape = { products, events: EVENTS };

const generateMs = performance.now();
const shoppers = Math.ceil(interactions / EVENTS);
const matrix = matrixFromHistories(generateHistories({ ...shape, shoppers, seed }), productIds);
const matrixSeconds = seconds(generateMs);
const matrixPeakMb = peakMb();

const fitMs = performance.now();
const neighbours = trainNeighbours(matrix);
const fitSeconds = seconds(fitMs);
const fitPeakMb = peakMb();

const { taste } = createRecommender({ neighbours });
/** Shoppers the model has not seen. */
const asked = [...generateHistories({ ...shape, shoppers: ASKED, seed: seed + 1 })].map((history) =>
  [...history.keys()].map((position) => ({ productId: productIds[position] ?? '', weight: 1 })),
);
const ask = (history: (typeof asked)[number]): number => {
  const startedMs = performance.now();
  taste(history, LIMIT);
  return performance.now() - startedMs;
};
for (const history of asked.slice(0, ASKED / 10)) ask(history);
const times = Float64Array.from(asked, ask).sort();
const percentile = (share: number): number => times[Math.floor(share * (times.length - 1))] ?? 0;

const timed = (learn: () => unknown): number => {
  const startedMs = performance.now();
  learn();
  return seconds(startedMs);
};
const ordered = (): number[][] =>
  [...generateHistories({ ...shape, shoppers, seed })].map((history) => [...history.keys()]);

function learnOthers(): Partial<TrainMeasure> {
  const histories = ordered();
  return {
    transitionsSeconds: timed(() => trainTransitions(histories, productIds)),
    visitsSeconds: timed(() => trainVisits(histories, productIds)),
    ridgeSeconds: timed(() => trainRidge(matrix)),
  };
}

const measure: TrainMeasure = {
  products,
  interactions: matrix.byShopper.columns.length,
  weights: neighbours.weights.length,
  matrixSeconds,
  matrixPeakMb,
  fitSeconds,
  fitPeakMb,
  p50Ms: percentile(0.5),
  p99Ms: percentile(0.99),
  ...(others === 0 ? {} : learnOthers()),
};
process.stdout.write(`${JSON.stringify(measure)}\n`);
