import type { CandidateList } from '../domain/candidate.ts';
import type { Wording } from '../domain/wording.ts';
import type { IndexedFacts } from '../ports/product-index.ts';
import { createTitleMatcher, type TitleMatch } from './match-title.ts';
import { createResemblance } from './resemble-first.ts';
import type { SourceValues } from './source-values.ts';

/** What relevance to words is made of; weights are learned (`eval/README.md`). Values are in [0, 1], and more is never worse. */
export const RELEVANCE_SIGNALS = [
  /** Score of the words over the best score. */
  'terms',
  /** Closeness of the text over the closest. */
  'text',
  /** As `text`, in proportion to what of the words no product has: where words fail, the text leads. */
  'text-unsaid',
  /** Share of the shopper's words that the product's texts hold, whatever the field. */
  'words',
  /** {@link TitleMatch.said} */
  'title-words',
  /** {@link TitleMatch.found} over the best of the list. */
  'best-words',
  /** {@link TitleMatch.phrase} */
  'phrase',
  /** {@link TitleMatch.thing} */
  'thing',
  /** {@link TitleMatch.share} */
  'title-share',
  /** What the title shares with the best matches beyond the words, in proportion to what it lacks of the words. */
  'alike',
] as const;

export type RelevanceSignal = (typeof RELEVANCE_SIGNALS)[number];
export type RelevanceValues = Readonly<Record<RelevanceSignal, number>>;

export interface RelevanceRequest {
  readonly lists: readonly CandidateList[];
  /** By product: share of the shopper's words that its texts hold, in [0, 1]. */
  readonly coverage: ReadonlyMap<string, number>;
  readonly facts: ReadonlyMap<string, IndexedFacts>;
  /** Without it titles are not looked at. */
  readonly wording?: Wording;
}

/**
 * Reads how relevant each product is to the words of one query.
 *
 * @param values Of the lists, normalised; a source that is not among them is not looked at.
 * @returns By product with facts. Cost: O(terms of the titles), some 1 ms for 400 products.
 */
export function readRelevance(
  { lists, coverage, facts, wording }: RelevanceRequest,
  values: SourceValues,
): ReadonlyMap<string, RelevanceValues> {
  const matches = matchTitles(facts, wording);
  const best = highest([...matches.values()].map(({ found }) => found));
  const unsaid = 1 - Math.max(best, highest(coverage.values()));
  const resembles = createResemblance(byWords(values, facts), wording ?? NOTHING_SAID);
  const closeness = readCloseness(lists, values, wording);
  return new Map(
    [...facts].map(([productId, known]) => {
      const title = matches.get(productId);
      const text = closeness(known);
      const bestWords = best > 0 ? (title?.found ?? 0) / best : 0;
      return [
        productId,
        {
          terms: values.get('terms')?.get(productId)?.value ?? 0,
          text,
          'text-unsaid': text * unsaid,
          words: coverage.get(productId) ?? 0,
          'title-words': title?.said ?? 0,
          'best-words': bestWords,
          phrase: title?.phrase ?? 0,
          thing: title?.thing ?? 0,
          'title-share': title?.share ?? 0,
          alike: resembles(known) * (1 - bestWords),
        },
      ];
    }),
  );
}

const NOTHING_SAID: Wording = { words: [], rarityOf: () => 0 };

function matchTitles(
  facts: ReadonlyMap<string, IndexedFacts>,
  wording: Wording | undefined,
): ReadonlyMap<string, TitleMatch> {
  if (wording === undefined || wording.words.length === 0) return new Map();
  const match = createTitleMatcher(wording);
  return new Map([...facts].map(([productId, { titles }]) => [productId, match(titles)]));
}

function byWords(values: SourceValues, facts: ReadonlyMap<string, IndexedFacts>) {
  return [...(values.get('terms') ?? [])]
    .flatMap(([productId, { value }]) => {
      const known = facts.get(productId);
      return known === undefined ? [] : [{ productId, score: value, facts: known }];
    })
    .sort((left, right) => right.score - left.score || (left.productId < right.productId ? -1 : 1));
}

/** A list of the text ends somewhere; products that only the words found are compared here. */
function readCloseness(
  lists: readonly CandidateList[],
  values: SourceValues,
  wording: Wording | undefined,
): (facts: IndexedFacts) => number {
  const listed = values.get('text');
  if (listed === undefined) return () => 0;
  const closest = highest(
    lists.flatMap(({ source, candidates }) =>
      source === 'text' ? candidates.map(({ score }) => score) : [],
    ),
  );
  const vector = wording?.vector;
  return ({ productId, vector: own }) => {
    const known = listed.get(productId)?.value;
    if (known !== undefined || vector === undefined || closest <= 0) return known ?? 0;
    return Math.min(1, Math.max(0, cosine(own, vector) / closest));
  };
}

/** Of unit vectors; a plain loop, since it is done for hundreds of products. */
function cosine(left: Float32Array, right: Float32Array): number {
  let sum = 0;
  for (let dimension = 0; dimension < left.length; dimension += 1) {
    sum += (left[dimension] ?? 0) * (right[dimension] ?? 0);
  }
  return sum;
}

function highest(values: Iterable<number>): number {
  let most = 0;
  for (const value of values) most = Math.max(most, value);
  return most;
}
