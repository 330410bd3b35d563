import { calibrationUnit } from './fairness/calibration-unit.ts';
import { discountPopular, type PopularityPrice } from './fairness/discount-popular.ts';
import { type DialPrice, priceDials } from './fairness/price-dials.ts';
import { type LoopResult, simulateLoop } from './fairness/simulate-loop.ts';
import { type SellersResult, simulateSellers } from './fairness/simulate-sellers.ts';
import { timeLists } from './fairness/time-list.ts';

export interface FairnessOptions {
  /** Lines `user item item ...`, plain or gzip; the popularity discount is not measured without them. */
  readonly train?: string;
  readonly test?: string;
  /** Shoppers of the demo shop. */
  readonly shoppers: number;
}

export interface FairnessResult {
  readonly suite: 'fairness';
  readonly data: { readonly train?: string; readonly shoppers: number };
  readonly metrics: {
    /** By beta, the popularity discount of the neighbours. */
    readonly popularity?: Readonly<Record<string, PopularityPrice>>;
    readonly sellers: Readonly<Record<'without' | 'with', SellersResult>>;
    readonly calibration: ReturnType<typeof calibrationUnit>;
    readonly loop: Readonly<Record<'without' | 'with', LoopResult>>;
    readonly milliseconds: Readonly<Record<'known' | 'stranger', ReturnType<typeof timeLists>>>;
  };
  readonly prices: Readonly<Record<string, DialPrice>>;
  readonly seconds: number;
  readonly rssMb: number;
  readonly seed: number;
}

const SEED = 1;
const SELLER_LISTS = 10_000;
const SELLER_DIAL = 0.1;
const CYCLES = 50;
/** Dials that keep a shop which learns from its own lists from narrowing. */
const EXPLORING = { surprise: 0.6, tail: 0.4 } as const;
const BETAS = [0.2, 0.3];

/** What the dials of a list cost and what they buy: on the demo shop, in simulations, and on histories that are given. */
export async function runFairness({ train, test, shoppers }: FairnessOptions): Promise<FairnessResult> {
  const started = performance.now();
  // Before memory fills.
  const milliseconds = { known: timeLists(1), stranger: timeLists(0) };
  const popularity =
    train === undefined || test === undefined ? undefined : await discountPopular(train, test, BETAS);
  const metrics = {
    ...(popularity === undefined ? {} : { popularity }),
    sellers: {
      without: simulateSellers(SELLER_LISTS, 0, SEED),
      with: simulateSellers(SELLER_LISTS, SELLER_DIAL, SEED),
    },
    calibration: calibrationUnit(),
    loop: { without: simulateLoop(CYCLES, {}, SEED), with: simulateLoop(CYCLES, EXPLORING, SEED) },
    milliseconds,
  };
  return {
    suite: 'fairness',
    data: { ...(train === undefined ? {} : { train }), shoppers },
    metrics,
    prices: await priceDials(shoppers),
    seconds: (performance.now() - started) / 1_000,
    rssMb: process.memoryUsage.rss() / 1_048_576,
    seed: SEED,
  };
}
