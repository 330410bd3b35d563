import type { Candidate, CandidateList, CandidateSource } from '../domain/candidate.ts';
import type { Need } from '../domain/need.ts';
import type { ScorePart } from '../domain/ranking.ts';
import type { Wording } from '../domain/wording.ts';
import { AssistantError } from '../errors/assistant-error.ts';
import type { IndexedFacts } from '../ports/product-index.ts';
import type { ScoredProduct } from './diversify.ts';
import { availabilityValue, createWishReader, priceFit } from './fulfil-wishes.ts';
import { leanValues, priceLean, withImpliedWishes } from './implied-wishes.ts';
import type { LearnedRanker } from './learned/learned-ranker.ts';
import { LESSONS } from './lessons/lesson.ts';
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
  /** In [0, 1): how far the shopper deals with such things at the moment; 0 for all when absent. */
  readonly interest?: (facts: IndexedFacts) => number;
  /** Adds to every score what was learned beside these weights; its parts are named `learned:<signal>`. */
  readonly ranker?: LearnedRanker;
  /** What merchants' rules add to a product's score, as parts of it; none when absent. */
  readonly ruleParts?: (facts: IndexedFacts) => readonly ScorePart[];
  /** By product: what agents' corrections taught to add to its score, as a part of it named `lessons`; nothing when absent. */
  readonly lessons?: ReadonlyMap<string, number>;
  /** Scored whether or not a source knows them: what a rule puts into the list. */
  readonly also?: readonly string[];
}

/**
 * Blends all sources into one score for every candidate, the sum of its parts.
 *
 *   score = sum over sources of weight · normalised score + sum over features of weight · value
 *           + what a learned ranker, merchants' rules and agents' lessons add
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
  const known = knownCandidates(request, values, sources);
  const { interest: _, ...impersonal } = request;
  const score = createScorer(exact ? impersonal : request, { values, sources, shareOf, known, weights });
  return known
    .map(score)
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

/** What any source that counts proposes, each once, as far as it is sold here. */
function knownCandidates(
  { facts, also = [] }: ScoreRequest,
  values: SourceValues,
  sources: readonly CandidateSource[],
): IndexedFacts[] {
  const met = new Set<string>();
  const known: IndexedFacts[] = [];
  const add = (productId: string) => {
    if (met.has(productId)) return;
    met.add(productId);
    const found = facts.get(productId);
    if (found !== undefined) known.push(found);
  };
  for (const source of sources) for (const productId of values.get(source)?.keys() ?? []) add(productId);
  for (const productId of also) add(productId);
  return known;
}

interface ScoringBasis {
  readonly values: SourceValues;
  /** That count, in the order of their parts. */
  readonly sources: readonly CandidateSource[];
  readonly shareOf: SourceShare;
  readonly known: readonly IndexedFacts[];
  readonly weights: RankingWeights;
}

/** Reads once what is the same for every product: hundreds are scored for one list. */
function createScorer(
  request: ScoreRequest,
  { values, sources, shareOf, known, weights }: ScoringBasis,
): (facts: IndexedFacts) => ScoredProduct {
  const { need, popularity, interest, ranker, ruleParts, lessons } = request;
  const counted = new Map([...values].filter(([source]) => sources.includes(source)));
  const columns = sources.flatMap((source) => {
    const column = {
      source,
      weight: weights[source],
      share: shareOf(source),
      isOwnPart: !isRelevance(source),
    };
    const told = counted.get(source);
    return told === undefined ? [] : [{ ...column, told }];
  });
  const relevanceOf = relevanceReader(request, known, counted);
  const leanOf = leanReader(need, known);
  const wishesOf = createWishReader(need);
  return (facts) => {
    const { productId } = facts;
    const parts: ScorePart[] = [];
    const found: CandidateSource[] = [];
    let because: Candidate['because'];
    const relevance = relevanceOf(productId);
    if (relevance !== undefined)
      for (const signal of RELEVANCE_SIGNALS) addPart(parts, signal, weights[signal], relevance[signal]);
    for (const column of columns) {
      const told = column.told.get(productId);
      if (told === undefined) continue;
      found.push(column.source);
      if (because === undefined && (told.because?.length ?? 0) > 0) because = told.because;
      if (column.isOwnPart) addPart(parts, column.source, column.weight, column.share * told.value);
    }
    for (const { attribute, wishes, fulfilled } of wishesOf(facts))
      addPart(parts, `wish:${attribute}`, weights.wish * wishes, fulfilled / wishes);
    addPart(parts, 'price-fit', weights['price-fit'], priceFit(need, facts.priceMinor) ?? 0);
    addPart(parts, 'price-lean', weights['price-lean'], leanOf(facts.priceMinor));
    addPart(parts, 'availability', weights.availability, availabilityValue(facts));
    addPart(parts, 'popularity', weights.popularity, popularity(productId));
    if (interest !== undefined) addPart(parts, 'interest', weights.interest, interest(facts));
    if (ranker !== undefined) parts.push(...ranker.partsOf(parts));
    if (ruleParts !== undefined) parts.push(...ruleParts(facts).filter(addsSomething));
    if (lessons !== undefined && lessons.size > 0) addPart(parts, LESSONS, 1, lessons.get(productId) ?? 0);
    let score = 0;
    for (const { contribution } of parts) score += contribution;
    const { vector } = facts;
    return because === undefined
      ? { productId, score, parts, sources: found, vector }
      : { productId, score, parts, because, sources: found, vector };
  };
}

/** Undefined for every product when nothing was said in words: then nothing is relevant to them. */
function relevanceReader(
  request: ScoreRequest,
  known: readonly IndexedFacts[],
  values: SourceValues,
): (productId: string) => RelevanceValues | undefined {
  const { wording, coverage } = request;
  const isAsked =
    wording !== undefined || coverage.size > 0 || [...values.keys()].some((source) => isRelevance(source));
  if (!isAsked) return () => undefined;
  const facts = new Map(known.map((each) => [each.productId, each]));
  const relevance = readRelevance({ ...request, facts }, values);
  return (productId) => relevance.get(productId);
}

function leanReader(need: Need, known: readonly IndexedFacts[]): (priceMinor: number) => number {
  const lean = priceLean(need);
  if (lean === undefined) return () => 0;
  return leanValues(
    known.map(({ priceMinor }) => priceMinor),
    lean,
  );
}

const addsSomething = ({ contribution }: ScorePart): boolean => contribution !== 0;

const isRelevance = (source: CandidateSource): boolean => source === 'terms' || source === 'text';

/** Adds a part that adds something. */
function addPart(parts: ScorePart[], signal: string, weight: number, value: number): void {
  const contribution = weight * value;
  if (contribution !== 0) parts.push({ signal, weight, value, contribution });
}

function assertConfidence({ personalConfidence }: ScoreRequest): void {
  if (personalConfidence >= 0 && personalConfidence <= 1) return;
  throw new AssistantError('INVALID_ARGUMENT', 'The confidence in the profile must be in [0, 1]', {
    details: { personalConfidence },
  });
}
