import type { ShowMode } from '../domain/act.ts';
import type { CandidateSource } from '../domain/candidate.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import shipped from './ranking-weights.json' with { type: 'json' };
import type { RelevanceSignal } from './relevance.ts';
import learned from './relevance-weights.json' with { type: 'json' };

/** What a list is for. */
export type RankIntent = ShowMode | 'search' | 'recommend';

/** What a score is made of. Values are in [0, 1]; those that take away in [-1, 0]. The dials of `arrangeList` stand last. */
export type RankingSignal =
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
  /** How far the shopper deals with such things, by kind and brand, in the last minutes, hour and day. */
  | 'interest'
  /** Minus the likeness to the most alike product above it. */
  | 'diversity'
  /** In place of `diversity` in a list without a history: minus what the products above it already say together. */
  | 'volume'
  /** Minus 1 for a near-duplicate of a product above it. */
  | 'duplicates'
  /** How much nearer it brings the list to the shopper's own mixture of categories: in nats, >= 0. */
  | 'calibration'
  /** What its seller is owed. */
  | 'exposure'
  /** Minus the logarithm of its popularity. */
  | 'tail'
  /** The part of the weight that it takes to lift one unlikely product into every ten. */
  | 'surprise';

/** Finite and >= 0; 0 is the same as leaving the signal out. */
export type RankingWeights = Readonly<Record<RankingSignal, number>>;

/** Signals by weight. `relevance` is all signals of relevance together, in their learned proportions. */
export type WeightChange = Readonly<Partial<Record<RankingSignal | 'relevance', number>>>;

/** Changes for the lists of one intent, and for every list; of a signal in both, that of the intent counts. */
export type WeightChanges = Readonly<Partial<Record<RankIntent | 'every', WeightChange>>>;

/**
 * The weights the product comes with; a signal without one does not compile.
 *
 * Relevance leads; behaviour starts from a fifth of it (.20) and is halved where the shopper has just said what is wanted, because
 * this visit speaks for itself. What was named by its code or full title stands above anything that the rest can add up to.
 * A named wish outweighs any difference in popularity; a whole wish is worth a sixth of the best match. By intent: a correction
 * must be seen to matter (`refined`); the reference leads and everything is alike, so that likeness among the shown is hardly
 * punished (`similar`); who asks for more has not found it yet (`more`); a search box is a lookup where taste only settles ties
 * (`search`); without words behaviour leads, popularity fills, and a page of one kind is dull (`recommend`).
 */
const SHIPPED = shipped satisfies Record<RankIntent, WeightChange> & {
  readonly every: Record<Exclude<RankingSignal, RelevanceSignal> | 'relevance', number>;
};

export const RANK_INTENTS: readonly RankIntent[] = [
  'new',
  'refined',
  'similar',
  'more',
  'search',
  'recommend',
];

const { relevance, ...OTHERS } = SHIPPED.every;
const EVERY: RankingWeights = { ...OTHERS, ...spreadRelevance(relevance) };

export const RANKING_SIGNALS: readonly RankingSignal[] = Object.keys(EVERY) as RankingSignal[];

/**
 * Relevance spread over its signals. The learned weights add up to 1, so that a product which fits the words in every way has
 * `share` of it. `npm run -s eval -- learn-ranking` learns them anew, once for all queries.
 */
function spreadRelevance(share: number): Record<RelevanceSignal, number> {
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
 * The shipped weights of an intent with changes, the later over the earlier.
 *
 * @throws {AssistantError} INVALID_ARGUMENT for a weight that is negative, NaN or infinite.
 */
export function rankingWeights(intent: RankIntent, ...changes: readonly WeightChange[]): RankingWeights {
  let weights = EVERY;
  for (const { relevance: share, ...change } of [SHIPPED[intent], ...changes] as readonly WeightChange[]) {
    weights = { ...weights, ...(share === undefined ? {} : spreadRelevance(share)), ...change };
  }
  for (const [signal, weight] of Object.entries(weights)) {
    if (!Number.isFinite(weight) || weight < 0) {
      throw new AssistantError('INVALID_ARGUMENT', `The weight of "${signal}" must be a number >= 0`, {
        details: { signal, weight },
      });
    }
  }
  return weights;
}
