import type { Candidate, CandidateList, CandidateSource } from '../domain/candidate.ts';
import { reciprocalRank } from './reciprocal-rank.ts';

/** In the order of their parts in a score. */
export const SOURCES: readonly CandidateSource[] = [
  'exact',
  'terms',
  'text',
  'similar',
  'neighbours',
  'taste',
  'factors',
  'next',
  'session',
  'popular',
  'new',
];

/** Sources that say what this shopper likes, not what was asked for. */
export const PERSONAL_SOURCES: ReadonlySet<CandidateSource> = new Set([
  'taste',
  'factors',
  'next',
  'session',
  'new',
]);

/** Those of them that are told by a whole history: they count by the confidence in it, and not for somebody else. */
export const HISTORY_SOURCES: ReadonlySet<CandidateSource> = new Set(['taste', 'factors']);

/** Lowest score that says anything: BM25, sums of behaviour and a text's cosines 0; between products, cosines -1. */
const THEORETICAL_MINIMUM: Readonly<Record<CandidateSource, number>> = {
  exact: 0,
  terms: 0,
  text: 0,
  similar: -1,
  neighbours: 0,
  taste: 0,
  factors: 0,
  next: 0,
  session: 0,
  popular: 0,
  new: 0,
};

/** The next best word match of an exactly named product reaches at most this share of its score. */
const EXACT_LEAD = 0.7;

interface SourceValue {
  /** In [0, 1]. */
  readonly value: number;
  readonly because?: Candidate['because'];
}

export type SourceValues = ReadonlyMap<CandidateSource, ReadonlyMap<string, SourceValue>>;

/**
 * Scores of all sources on one scale: (score - theoretical minimum) / (highest of this query - theoretical minimum).
 * `new` is in [0, 1] as it comes: what a product's likeness still counts while few shoppers dealt with it.
 * A product twice in one source counts with its better score. A list of scores that are no finite numbers counts by its ranks.
 *
 * @see Bruch, Gai, Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval", TOIS 2023 (TM2C2).
 */
export function normaliseSources(lists: readonly CandidateList[]): SourceValues {
  const best = new Map<CandidateSource, Map<string, MutableValue>>();
  for (const { source, candidates } of lists.map(comparable)) {
    const known = best.get(source) ?? new Map<string, MutableValue>();
    best.set(source, known);
    for (const { productId, score, because } of candidates) {
      const other = known.get(productId);
      if (other === undefined || score > other.value)
        known.set(productId, because === undefined ? { value: score } : { value: score, because });
    }
  }
  for (const [source, values] of best) normalise(source, values);
  return best;
}

/** A score, until all are known and it is put on the scale. */
interface MutableValue extends SourceValue {
  value: number;
}

/** A list with a score that is no finite number is one of ranks: its scores cannot be compared. */
function comparable(list: CandidateList): CandidateList {
  if (list.candidates.every(({ score }) => Number.isFinite(score))) return list;
  const first = reciprocalRank(0);
  return {
    ...list,
    candidates: list.candidates.map((candidate, position) => ({
      ...candidate,
      score: reciprocalRank(position) / first,
    })),
  };
}

function normalise(source: CandidateSource, values: ReadonlyMap<string, MutableValue>): void {
  const minimum = THEORETICAL_MINIMUM[source];
  let highest = source === 'new' ? 1 : Number.NEGATIVE_INFINITY;
  if (source !== 'new') for (const { value } of values.values()) highest = Math.max(highest, value);
  const range = highest - minimum;
  for (const scored of values.values())
    scored.value = range > 0 ? Math.min(1, Math.max(0, (scored.value - minimum) / range)) : 0;
}

/**
 * Whether the words name one product: the best word match holds all of them and stands well clear of the next.
 * What else the shopper likes is then beside the point.
 */
export function namesExactProduct(values: SourceValues, coverage: ReadonlyMap<string, number>): boolean {
  let first: { productId: string; value: number } | undefined;
  let second = 0;
  for (const [productId, { value }] of values.get('terms') ?? []) {
    if (first === undefined || value > first.value) {
      second = first?.value ?? 0;
      first = { productId, value };
    } else {
      second = Math.max(second, value);
    }
  }
  if (first === undefined || first.value === 0) return false;
  return coverage.get(first.productId) === 1 && second <= EXACT_LEAD * first.value;
}
