import { AssistantError } from '../errors/assistant-error.ts';
import { RELEVANCE_SIGNALS } from './relevance.ts';
import shipped from './strategies.json' with { type: 'json' };
import type { RankIntent, RankingWeights } from './weights.ts';

/** A named change of weights that may be tried in place of the usual ones. */
export interface Strategy {
  readonly name: string;
  /** Where a list may be ranked by it. */
  readonly surfaces: readonly string[];
  /** What the list may be for; anything when absent. */
  readonly intents?: readonly string[];
  /** >= 0, by which weights in force are multiplied: what a merchant set to 0 stays out. */
  readonly factors: Readonly<Record<string, number>>;
}

/** Ranks by the weights as they are. */
export const USUAL = 'usual';

/** The usual one first. What is learned is kept by name: a strategy that is changed must be renamed. */
export const STRATEGIES: readonly Strategy[] = shipped;

/** What a list is, as far as the choice of a strategy depends on it. */
export interface StrategyPlace {
  readonly surface: string;
  readonly intent: RankIntent;
  /** Whether words say what is wanted: then what they say counts as much as ever. */
  readonly worded: boolean;
}

/** Whether a strategy may rank a list. */
export function mayServe({ surfaces, intents, factors }: Strategy, place: StrategyPlace): boolean {
  return (
    surfaces.includes(place.surface) &&
    (intents?.includes(place.intent) ?? true) &&
    !(place.worded && RELEVANCE_SIGNALS.some((signal) => (factors[signal] ?? 1) < 1))
  );
}

/**
 * The weights a strategy ranks by.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for a signal that has no weight.
 */
export function applyStrategy(weights: RankingWeights, { name, factors }: Strategy): RankingWeights {
  const changed: Record<keyof RankingWeights, number> = { ...weights };
  for (const [signal, factor] of Object.entries(factors)) {
    if (!isSignal(signal, changed))
      throw new AssistantError(
        'INVALID_ARGUMENT',
        `Strategy "${name}" changes "${signal}", which has no weight`,
      );
    changed[signal] *= factor;
  }
  return changed;
}

const isSignal = (signal: string, weights: RankingWeights): signal is keyof RankingWeights =>
  Object.hasOwn(weights, signal);
