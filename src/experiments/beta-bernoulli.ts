import { AssistantError } from '../errors/assistant-error.ts';
import { drawBeta } from './draw.ts';
import { everyArm, greatest, KEPT_PER_DAY, MAX_ARMS, type StrategyPolicy } from './strategy-policy.ts';

/**
 * Thompson sampling that asks for no context: each arm's rate is drawn from Beta(1 + successes, 1 + failures), the greatest is chosen.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for more than 30 arms, or, when it learns, a reward outside [0, 1].
 * @see Thompson, "On the likelihood that one unknown probability exceeds another", Biometrika 1933.
 */
export function createBetaBernoulli(armCount: number): StrategyPolicy {
  if (!(armCount >= 1 && armCount <= MAX_ARMS)) {
    throw new AssistantError('INVALID_ARGUMENT', 'At most 30 strategies can be learned', {
      details: { armCount },
    });
  }
  const all = everyArm(armCount);
  const successes = new Float64Array(armCount);
  const failures = new Float64Array(armCount);
  // A guess that was too high may leave less than nothing once it is corrected.
  const hits = (arm: number) => 1 + Math.max(0, successes[arm] ?? 0);
  const misses = (arm: number) => 1 + Math.max(0, failures[arm] ?? 0);
  const correct = (arm: number, difference: number) => {
    successes[arm] = (successes[arm] ?? 0) + difference;
    failures[arm] = (failures[arm] ?? 0) - difference;
  };
  return {
    armCount,
    choose: (_context, random, among = all) =>
      greatest(among, (arm) => drawBeta(hits(arm), misses(arm), random)),
    exploit: (_context, among = all) => greatest(among, (arm) => hits(arm) / (hits(arm) + misses(arm))),
    learn: (arm, _context, reward) => {
      if (!(reward >= 0 && reward <= 1)) {
        throw new AssistantError('INVALID_ARGUMENT', 'A reward must lie in [0, 1] to be counted', {
          details: { reward },
        });
      }
      failures[arm] = (failures[arm] ?? 0) + 1;
      correct(arm, reward);
    },
    correct: (arm, _context, difference) => correct(arm, difference),
    age: (days) => {
      const kept = KEPT_PER_DAY ** days;
      for (let arm = 0; arm < armCount; arm += 1) {
        successes[arm] = (successes[arm] ?? 0) * kept;
        failures[arm] = (failures[arm] ?? 0) * kept;
      }
    },
  };
}
