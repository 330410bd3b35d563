import { createRandom } from '../../src/domain/random.ts';
import type { LoggedChoice } from '../../src/experiments/logged-choice.ts';

/** Rates of reward of three arms, the log of a policy that chooses evenly, and one that prefers the last. */
export const RATES = [0.1, 0.3, 0.6];
export const PREFERS_LAST = Float64Array.of(0.1, 0.2, 0.7);
export const VALUE_OF_PREFERENCE = 0.1 * 0.1 + 0.2 * 0.3 + 0.7 * 0.6;

export function logEvenly(count: number, seed: number, target = PREFERS_LAST): LoggedChoice[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const arm = Math.floor(random() * RATES.length);
    return { arm, reward: random() < (RATES[arm] ?? 0) ? 1 : 0, propensity: 1 / 3, target };
  });
}
