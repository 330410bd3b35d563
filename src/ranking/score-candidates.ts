import type { CandidateList, CandidateSource } from '../domain/candidate.ts';
import type { Need } from '../domain/need.ts';
import type { ScorePart } from '../domain/ranking.ts';
import type { Wording } from '../domain/wording.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { IndexedFacts } from '../ports/product-index.ts';
import type { ScoredProduct } from './diversify.ts';
import { availabilityValue, fulfilWishes, priceFit } from './fulfil-wishes.ts';
import { leanValues, priceLean, withImpliedWishes } from './implied-wishes.ts';
import type { LearnedRanker } from './learned/learned-ranker.ts';
import { RELEVANCE_SIGNALS, type RelevanceValues, readRelevance } from './relevance.ts';
import {
  HISTORY_SOURCES,
  namesExactProduct,
  normaliseSources,
  PERSONAL_SOURCES,
  SOURCES,
  type SourceValues,
} from './source-values.ts';
import { type RankIntent, type RankingWeights, rankingWeights } from './weights.ts';

/** Everything a score is made of. */
export interface ScoreRequest {
  readonly intent: RankIntent;
  readonly lists: readonly CandidateList[];
  /** By product: share of the shopper's words that its texts hold, in [0, 1]. */
  readonly coverage: ReadonlyMap<string, number>;
  /** What was looked for in words; without it titles are not looked at. */
  readonly wording?: Wording;
  /** By product; a candidate without facts is not sold here and is left out. */
  readonly facts: ReadonlyMap<string, IndexedFacts>;
  readonly need: Need;
  /** Take the place of the intent's weights. */
  readonly weights?: Partial<RankingWeights>;
  /** n / (n + 5) of the shopper's history, in [0, 1]; 0 without consent or history. */
  readonly personalConfidence: number;
  /** In [0, 1]. */
  readonly popularity: (productId: string) => number;
  /** Adds to every score what was learned beside these weights; its parts are named `learned:<signal>`. */
  readonly ranker?: LearnedRanker;
  /** What merchants' rules add to a product's score, as parts of it; none when absent. */
  readonly ruleParts?: (facts: IndexedFacts) => readonly ScorePart[];
  /** Scored whether or not a source knows them: what a rule puts into the list. */
  readonly also?: readonly string[];
}

/**
 * Blends all sources into one score for every candidate, the sum of its parts.
 *
 *   score = sum over sources of weight · normalised score + sum over features of weight · value
 *           + what a learned ranker and merchants' rules add
 *
 * Naming a recipient implies soft wishes, and words like "cheap" lean on the price (`implied-wishes.ts`). What a history
 * tells counts by the confidence in it, not at all for a present for somebody else; nothing personal counts when the words name one
 * product. Pure, and a total order: highest score first, ties by productId. The order of the lists and of their candidates does
 * not matter; a source of weight 0 is as good as absent, and so are candidates that only it knows. Asked again with something
 * left out (a product of the history, a wish), it tells what would have been without it.
 * Cost: O(candidates · (sources + constraints)).
 *
 * @throws {AssistantError} INVALID_ARGUMENT for a weight or confidence out of range.
 */
export function scoreCandidates(asked: ScoreRequest): ScoredProduct[] {
  const request = { ...asked, need: withImpliedWishes(asked.need) };
  const weights = rankingWeights(request.intent, request.weights ?? {});
  assertConfidence(request);
  const values = normaliseSources(request.lists);
  const exact = weights.terms > 0 && namesExactProduct(values, request.coverage);
  const shareOf = sourceShares(request, exact);
  const sources = SOURCES.filter((source) => weights[source] * shareOf(source) > 0);
  const candidates = new Set([...candidatesOf(values, sources), ...(request.also ?? [])]);
  const known = [...candidates].flatMap((productId) => request.facts.get(productId) ?? []);
  const lean = priceLean(request.need);
  const leanValue =
    lean === undefined
      ? () => 0
      : leanValues(
          known.map(({ priceMinor }) => priceMinor),
          lean,
        );
  const counted = new Map([...values].filter(([source]) => sources.includes(source)));
  const relevance = readRelevance(
    { ...request, facts: new Map(known.map((facts) => [facts.productId, facts])) },
    counted,
  );
  return known
    .map((facts) => scoreProduct({ ...request, leanValue, relevance, shareOf }, facts, counted, weights))
    .sort((left, right) => right.score - left.score || (left.productId < right.productId ? -1 : 1));
}

/** In [0, 1]: how much of a source's value counts. */
type SourceShare = (source: CandidateSource) => number;

function sourceShares({ need, personalConfidence }: ScoreRequest, exact: boolean): SourceShare {
  return (source) => {
    if (exact && PERSONAL_SOURCES.has(source)) return 0;
    if (!HISTORY_SOURCES.has(source)) return 1;
    return need.recipient === undefined ? personalConfidence : 0;
  };
}

const candidatesOf = (values: SourceValues, sources: readonly CandidateSource[]): string[] =>
  sources.flatMap((source) => [...(values.get(source)?.keys() ?? [])]);

function scoreProduct(
  request: ScoreRequest & {
    readonly leanValue: (priceMinor: number) => number;
    readonly relevance: ReadonlyMap<string, RelevanceValues>;
    readonly shareOf: SourceShare;
  },
  facts: IndexedFacts,
  values: SourceValues,
  weights: RankingWeights,
): ScoredProduct {
  const { productId } = facts;
  const sources = SOURCES.filter((source) => values.get(source)?.has(productId));
  const because = sources
    .map((source) => values.get(source)?.get(productId)?.because)
    .find((found) => found?.length);
  const relevance = request.relevance.get(productId);
  const countedValue = (source: CandidateSource) =>
    request.shareOf(source) * (values.get(source)?.get(productId)?.value ?? 0);
  const blend = [
    ...RELEVANCE_SIGNALS.map((signal) => toPart(signal, weights[signal], relevance?.[signal] ?? 0)),
    ...sources
      .filter((source) => !isRelevance(source))
      .map((source) => toPart(source, weights[source], countedValue(source))),
    ...fulfilWishes(request.need, facts).map(({ attribute, wishes, fulfilled }) =>
      toPart(`wish:${attribute}`, weights.wish * wishes, fulfilled / wishes),
    ),
    toPart('price-fit', weights['price-fit'], priceFit(request.need, facts.priceMinor) ?? 0),
    toPart('price-lean', weights['price-lean'], request.leanValue(facts.priceMinor)),
    toPart('availability', weights.availability, availabilityValue(facts)),
    toPart('popularity', weights.popularity, request.popularity(productId)),
  ].filter(addsSomething);
  const parts = [
    ...blend,
    ...(request.ranker?.partsOf(blend) ?? []),
    ...(request.ruleParts?.(facts) ?? []).filter(addsSomething),
  ];
  return {
    productId,
    score: parts.reduce((sum, { contribution }) => sum + contribution, 0),
    parts,
    ...(because === undefined ? {} : { because }),
    sources,
    vector: facts.vector,
  };
}

const addsSomething = ({ contribution }: ScorePart): boolean => contribution !== 0;

const isRelevance = (source: CandidateSource): boolean => source === 'terms' || source === 'text';

function toPart(signal: string, weight: number, value: number): ScorePart {
  return { signal, weight, value, contribution: weight * value };
}

function assertConfidence({ personalConfidence }: ScoreRequest): void {
  if (personalConfidence >= 0 && personalConfidence <= 1) return;
  throw new AssistantError('INVALID_ARGUMENT', 'The confidence in the profile must be in [0, 1]', {
    details: { personalConfidence },
  });
}
