import { AssistantError } from '../errors/assistant-error.ts';
import { KEPT_PER_DAY, MAX_ARMS } from './strategy-policy.ts';

/** Largest number of features: a decision costs the square of it for each arm. */
const MAX_FEATURES = 64;

/** Ridge regression of the reward on the context, one for each arm, always solved. */
export interface LinearArms {
  /** Expected reward, and how unsure it is: √(xᵀA⁻¹x), the length of the context as yet unseen. */
  predict(arm: number, context: Float64Array): { readonly mean: number; readonly spread: number };
  learn(arm: number, context: Float64Array, reward: number): void;
  correct(arm: number, context: Float64Array, difference: number): void;
  age(days: number): void;
  /** A copy of all that was learned of an arm. */
  state(arm: number): ArmState;
  /** @throws {AssistantError} DATA_CORRUPT for a state of other features, or of what is no number. */
  restore(arm: number, state: ArmState): void;
}

/** What was learned of one arm. */
export interface ArmState {
  /** A⁻¹ `(features, features)`, row-major. */
  readonly inverse: readonly number[];
  /** b `(features)`. */
  readonly rewards: readonly number[];
}

/**
 * For each arm A = I + Σxxᵀ and b = Σr·x, of which A⁻¹ `(features, features)`, row-major, is kept by the rule of Sherman and Morrison:
 * A⁻¹ - (A⁻¹x)(A⁻¹x)ᵀ / (1 + xᵀA⁻¹x). Cost of each call O(features²).
 *
 * @throws {AssistantError} INVALID_ARGUMENT for more than 30 arms or 64 features, or a context of another length.
 * @see Li et al., "A Contextual-Bandit Approach to Personalized News Article Recommendation", WWW 2010, algorithm 1. Ageing is not
 *   from it: A and b shrink together, the ridge with them, so that estimates stay and their spread grows.
 */
export function createLinearArms({ armCount, features }: { armCount: number; features: number }): LinearArms {
  if (!(armCount >= 1 && armCount <= MAX_ARMS && features >= 1 && features <= MAX_FEATURES)) {
    throw new AssistantError('INVALID_ARGUMENT', 'At most 30 strategies and 64 features can be learned', {
      details: { armCount, features },
    });
  }
  const arms = Array.from({ length: armCount }, () => ({
    inverse: Float64Array.from({ length: features ** 2 }, (_, at) => (at % (features + 1) === 0 ? 1 : 0)),
    rewards: new Float64Array(features),
  }));
  const projected = new Float64Array(features);
  const armOf = (arm: number) => {
    const state = arms[arm];
    if (state === undefined)
      throw new AssistantError('INVALID_ARGUMENT', 'No such strategy', { details: { arm } });
    return state;
  };

  function project(arm: number, context: Float64Array): { state: (typeof arms)[number]; square: number } {
    const state = armOf(arm);
    if (context.length !== features) {
      throw new AssistantError('INVALID_ARGUMENT', 'A context of another length', {
        details: { arm, features: context.length },
      });
    }
    let square = 0;
    for (let row = 0; row < features; row += 1) {
      let sum = 0;
      for (let column = 0; column < features; column += 1)
        sum += (state.inverse[row * features + column] ?? 0) * (context[column] ?? 0);
      projected[row] = sum;
      square += sum * (context[row] ?? 0);
    }
    return { state, square };
  }

  function correct(arm: number, context: Float64Array, difference: number): void {
    const { state } = project(arm, context);
    for (let row = 0; row < features; row += 1)
      state.rewards[row] = (state.rewards[row] ?? 0) + difference * (context[row] ?? 0);
  }

  return {
    predict(arm, context) {
      const { state, square } = project(arm, context);
      // A⁻¹ is symmetric: xᵀ(A⁻¹b) = (A⁻¹x)ᵀb, so that the coefficients need not be kept.
      const mean = projected.reduce((sum, value, row) => sum + value * (state.rewards[row] ?? 0), 0);
      return { mean, spread: Math.sqrt(Math.max(0, square)) };
    },
    learn(arm, context, reward) {
      const { state, square } = project(arm, context);
      for (let row = 0; row < features; row += 1) {
        const scaled = (projected[row] ?? 0) / (1 + square);
        for (let column = 0; column < features; column += 1) {
          const at = row * features + column;
          state.inverse[at] = (state.inverse[at] ?? 0) - scaled * (projected[column] ?? 0);
        }
      }
      correct(arm, context, reward);
    },
    correct,
    age(days) {
      const kept = KEPT_PER_DAY ** days;
      for (const { inverse, rewards } of arms) {
        for (const [at, value] of inverse.entries()) inverse[at] = value / kept;
        for (const [at, value] of rewards.entries()) rewards[at] = value * kept;
      }
    },
    state(arm) {
      const { inverse, rewards } = armOf(arm);
      return { inverse: [...inverse], rewards: [...rewards] };
    },
    restore(arm, state) {
      const { inverse, rewards } = armOf(arm);
      const sound =
        state.inverse.length === features ** 2 &&
        state.rewards.length === features &&
        [...state.inverse, ...state.rewards].every(Number.isFinite);
      if (!sound)
        throw new AssistantError('DATA_CORRUPT', 'What was learned of a strategy is of other features', {
          details: { arm, features },
        });
      inverse.set(state.inverse);
      rewards.set(state.rewards);
    },
  };
}
