import { AssistantError } from '../errors/assistant-error.ts';

/** One choice as it was logged, with what the policy to be judged would have done there. */
export interface LoggedChoice {
  /** What was chosen, from 0. */
  readonly arm: number;
  /** Up is good. */
  readonly reward: number;
  /** Probability in (0, 1] with which the logging policy chose this arm. */
  readonly propensity: number;
  /** By arm, the probability in [0, 1] with which the policy to be judged chooses it. Choices may share one array. */
  readonly target: Float64Array;
}

/** How much of a log speaks for another policy. */
export interface Support {
  /** (Σw)² / Σw²: as many choices of the judged policy itself would say as much. */
  readonly effectiveSampleSize: number;
  /** The share in [0, 1] of the largest weight in the sum of all. */
  readonly largestShare: number;
}

/**
 * Probability under the judged policy by that under the logging one.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for a propensity outside (0, 1]: without it a choice cannot be weighed.
 */
export function weighChoices(choices: readonly LoggedChoice[]): Float64Array {
  return Float64Array.from(choices, ({ arm, propensity, target }) => {
    if (!(propensity > 0 && propensity <= 1)) {
      throw new AssistantError('INVALID_ARGUMENT', 'A propensity must lie above 0 and not above 1', {
        details: { propensity },
      });
    }
    return (target[arm] ?? 0) / propensity;
  });
}

/** @returns Both 0 when the judged policy would have done nothing that was done. */
export function measureSupport(weights: Float64Array): Support {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) return { effectiveSampleSize: 0, largestShare: 0 };
  const squares = weights.reduce((total, weight) => total + weight ** 2, 0);
  const largest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  return { effectiveSampleSize: sum ** 2 / squares, largestShare: largest / sum };
}
