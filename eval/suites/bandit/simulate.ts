import { createRandom } from '../../../src/domain/random.ts';
import { drawNormal } from '../../../src/experiments/draw.ts';

/** A shopper's context and the probability of a reward for each strategy. */
export interface Round {
  readonly context: Float64Array;
  readonly rates: Float64Array;
}

/** Strategies that differ by the shopper: logit(rate) = -2 + θ·x, θ ~ N(0, .6²), x ~ N(0, 1), 8 features, 10 strategies. */
export interface World {
  readonly armCount: number;
  readonly features: number;
  next(): Round;
}

const FEATURES = 8;
const ARMS = 10;

export function createWorld(seed: number): World {
  const random = createRandom(seed);
  const coefficients = Array.from({ length: ARMS }, () =>
    Float64Array.from({ length: FEATURES }, () => 0.6 * drawNormal(random)),
  );
  return {
    armCount: ARMS,
    features: FEATURES,
    next: () => {
      const context = Float64Array.from({ length: FEATURES }, () => drawNormal(random));
      const rates = Float64Array.from(coefficients, (coefficient) => {
        const logit = coefficient.reduce((sum, value, feature) => sum + value * (context[feature] ?? 0), -2);
        return 1 / (1 + Math.exp(-logit));
      });
      return { context, rates };
    },
  };
}

/** Reward lost against always knowing the best. */
export const regretOf = ({ rates }: Round, arm: number): number => Math.max(...rates) - (rates[arm] ?? 0);
