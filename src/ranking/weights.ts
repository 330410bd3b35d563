import { createHash } from 'node:crypto';
import type { ShowMode } from '../domain/act.ts';
import type { CandidateSource } from '../domain/candidate.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { RelevanceSignal } from './relevance.ts';
import learned from './relevance-weights.json' with { type: 'json' };

/** What a list is for. */
export type RankIntent = ShowMode | 'search' | 'recommend';

/** What a score is made of. Values are in [0, 1] but for `diversity`, which is in [-1, 0]. */
type RankingSignal =
  | CandidateSource
  | RelevanceSignal
  /** Each thing wanted or refused that the product's facts fulfil; parts are named `wish:<attribute>`. */
  | 'wish'
  /** 1 within the price that was named, falling to 0 at half as much again. */
  | 'price-fit'
  /** For "cheap" and "luxury": share of the other candidates that cost more, or less. */
  | 'price-lean'
  /** In stock 1, to be ordered ahead one half, sold out 0. */
  | 'availability'
  /** How popular the product is in the market. */
  | 'popularity'
  /** Minus the likeness to the most alike product above it. */
  | 'diversity';

/** Finite and >= 0; 0 is the same as leaving the signal out. */
export type RankingWeights = Readonly<Record<RankingSignal, number>>;

/**
 * The learned weights of relevance, together worth `share`. They add up to 1, so that a product which fits the words in every
 * way has that much of relevance. `npm run -s eval -- learn-ranking` learns them anew, once for all queries.
 */
function relevance(share: number): Record<RelevanceSignal, number> {
  const of = (signal: RelevanceSignal) => share * learned[signal];
  return {
    terms: of('terms'),
    text: of('text'),
    'text-unsaid': of('text-unsaid'),
    words: of('words'),
    'title-words': of('title-words'),
    'best-words': of('best-words'),
    phrase: of('phrase'),
    thing: of('thing'),
    'title-share': of('title-share'),
    alike: of('alike'),
  };
}

/**
 * Relevance leads; behaviour starts from a fifth of it (.20) and is halved where the shopper has just said what is wanted, because
 * this visit speaks for itself. What was named by its code or full title stands above anything that the rest can add up to.
 * A named wish outweighs any difference in popularity; a whole wish is worth a sixth of the best match.
 */
const NEW: RankingWeights = {
  ...relevance(0.95),
  exact: 5,
  taste: 0.2,
  session: 0.1,
  similar: 0.4,
  neighbours: 0.2,
  popular: 0.04,
  new: 0.03,
  wish: 0.15,
  'price-fit': 0.08,
  'price-lean': 0.3,
  availability: 0.06,
  popularity: 0.04,
  diversity: 0.08,
};

export const RANKING_WEIGHTS: Readonly<Record<RankIntent, RankingWeights>> = {
  new: NEW,
  /** A correction must be seen to matter. */
  refined: { ...NEW, wish: 0.2, 'price-fit': 0.1 },
  /** The reference leads; everything is alike here, so that likeness among the shown is hardly punished. */
  similar: {
    ...NEW,
    ...relevance(0.4),
    similar: 0.6,
    neighbours: 0.25,
    session: 0.15,
    wish: 0.2,
    diversity: 0.04,
  },
  /** Who asks for more has not found it yet: look wider. */
  more: { ...NEW, diversity: 0.14 },
  /** A search box is a lookup: taste only settles ties. */
  search: { ...NEW, taste: 0.08, session: 0.05, popular: 0.02, diversity: 0.02 },
  /** No words to go by: behaviour leads, popularity fills, and a page of one kind is dull. */
  recommend: {
    ...NEW,
    ...relevance(0.3),
    taste: 0.5,
    session: 0.35,
    similar: 0.15,
    popular: 0.15,
    new: 0.08,
    popularity: 0.05,
    diversity: 0.15,
  },
};

/** Changes with any weight: logged with every list, so that lists of different weights are never mixed up. */
export const WEIGHTS_VERSION = createHash('sha256')
  .update(JSON.stringify(RANKING_WEIGHTS))
  .digest('hex')
  .slice(0, 8);

/** @throws {AssistantError} INVALID_ARGUMENT for a weight that is negative, NaN or infinite. */
export function rankingWeights(intent: RankIntent, changes: Partial<RankingWeights> = {}): RankingWeights {
  const weights = { ...RANKING_WEIGHTS[intent], ...changes };
  for (const [signal, weight] of Object.entries(weights)) {
    if (!Number.isFinite(weight) || weight < 0) {
      throw new AssistantError('INVALID_ARGUMENT', `The weight of "${signal}" must be a number >= 0`, {
        details: { signal, weight },
      });
    }
  }
  return weights;
}
