import type { Schemas } from '@qdrant/js-client-rest';
import type { IndexHit, IndexScope, IndexSource, ReadQuantity } from '../../../src/ports/product-index.ts';
import { assertQueryVector } from '../assert-vector.ts';
import type { WordScoring } from '../bm25f.ts';
import { passingVariants, priceOf } from '../passing-variants.ts';
import type { FoundPoints } from './answers.ts';
import type { Generation } from './generation.ts';
import { tellsOfWords } from './passing-products.ts';
import { FACTS, fromPayload, type HeldProduct, toPointId } from './points.ts';
import type { View } from './read-collection.ts';
import { scoreWords, toKnownQuery } from './score-words.ts';
import { scoreBoundFactor, toSparseQuery } from './sparse-words.ts';

/** A list the server gives by a bound of the score, from which the exact list follows. */
interface Listing {
  /** Hits wanted, from the first on. */
  readonly wanted: number;
  /** Hits dropped from the front. */
  readonly offset: number;
  /** Points to ask for at first. */
  readonly firstLimit: number;
  readonly query: Schemas['QueryRequest'];
  score(product: HeldProduct, cheapest: number, serverScore: number): Scored | undefined;
  /** No product the server lists later scores higher. */
  bound(product: HeldProduct, serverScore: number): number;
  /** A product the server scores this or lower scores lower than the given score; absent where the server does not score. */
  readonly threshold?: (score: number) => number;
}

type Scored = Pick<IndexHit, 'score' | 'coverage'>;
type SendQueries = (queries: readonly Schemas['QueryRequest'][]) => Promise<readonly FoundPoints[]>;

/** What exact scores are made of, beside the points themselves. */
export interface Exactness {
  readonly generation: Generation;
  readonly scoring: WordScoring;
  readonly readQuantity: ReadQuantity;
}

interface OpenSearch {
  /** Of the source. */
  readonly position: number;
  readonly listing: Listing;
  readonly limit: number;
  readonly threshold: number | undefined;
}

/** Points asked for beyond those wanted, so that ties at the end rarely cost another round. */
const SPARE = 16;
const GROWTH = 8;
/** Between two adjacent scores, both of about 1, as the server rounds them. */
const SMALLEST_STEP = 1e-5;

/**
 * The exact list of every source. All go out in one batch; the server orders by a bound of the score, the score itself is
 * computed here. A list is proven when its last wanted hit scores higher than anything not seen can (the threshold
 * algorithm, Fagin, Lotem & Naor, PODS 2001, with one list). One that is not is asked for again, longer, down to the score
 * below which nothing can take the place of a hit there is: so that a second list is nearly always the last.
 */
export async function searchSources(
  { generation, scoring, readQuantity }: Exactness,
  { scope, filter }: Pick<View, 'scope' | 'filter'>,
  sources: readonly IndexSource[],
  send: SendQueries,
): Promise<IndexHit[][]> {
  const results: IndexHit[][] = sources.map(() => []);
  let open = sources.flatMap((source, position): OpenSearch[] => {
    const listing = toListing(generation, source, scoring);
    return listing === undefined || listing.wanted <= 0
      ? []
      : [{ position, listing, limit: listing.firstLimit, threshold: undefined }];
  });
  while (open.length > 0) {
    const answers = await send(
      open.map(({ listing: { query }, limit, threshold }) => ({
        ...query,
        limit,
        ...(threshold === undefined ? {} : { score_threshold: threshold }),
        filter: query.filter === undefined ? filter : { must: [filter, query.filter] },
        with_payload: query.using === 'terms' || tellsOfWords(scope) ? [...FACTS, 'words'] : FACTS,
      })),
    );
    open = open.flatMap((search, place) => {
      const { listing, position, limit } = search;
      const { hits, lowestBound } = rescore(listing, { scope, readQuantity }, answers[place] ?? [], limit);
      const last = hits[listing.wanted - 1];
      if (lowestBound !== undefined && (last === undefined || last.score <= lowestBound))
        return [{ ...search, limit: limit * GROWTH, threshold: last && listing.threshold?.(last.score) }];
      results[position] = hits.slice(listing.offset, listing.wanted);
      return [];
    });
  }
  return results;
}

/** @returns Hits best first, ties by product; no bound when the server has no more points. */
function rescore(
  listing: Listing,
  { scope, readQuantity }: { readonly scope: IndexScope; readonly readQuantity: ReadQuantity },
  points: FoundPoints,
  limit: number,
): { readonly hits: IndexHit[]; readonly lowestBound: number | undefined } {
  const products = points.map(({ payload, score }) => ({ product: fromPayload(payload), score }));
  const hits = products.flatMap(({ product, score }): IndexHit[] => {
    const [cheapest] = passingVariants(product, scope, readQuantity);
    if (cheapest === undefined) return [];
    const scored = listing.score(product, priceOf(cheapest, scope.market), score);
    const { productId } = product;
    return scored === undefined ? [] : [{ productId, variantId: cheapest.variantId, ...scored }];
  });
  const last = products.at(-1);
  return {
    hits: hits.sort((left, right) => right.score - left.score || (left.productId < right.productId ? -1 : 1)),
    lowestBound:
      points.length < limit || last === undefined ? undefined : listing.bound(last.product, last.score),
  };
}

/** The server's score is the score. */
const SCORED_BY_SERVER: Pick<Listing, 'score' | 'bound' | 'threshold'> = {
  score: (_product, _cheapest, serverScore) => ({ score: serverScore }),
  bound: (_product, serverScore) => serverScore,
  threshold: (score) => score - SMALLEST_STEP * Math.max(1, Math.abs(score)),
};

function toListing(generation: Generation, source: IndexSource, scoring: WordScoring): Listing | undefined {
  switch (source.source) {
    case 'terms': {
      const query = toKnownQuery(source.query, generation.statistics);
      if (query.known.length === 0) return undefined;
      const factor = scoreBoundFactor(query, generation.reference, scoring);
      return {
        wanted: source.limit,
        offset: 0,
        firstLimit: source.limit + SPARE,
        query: { query: toSparseQuery(query), using: 'terms' },
        score: ({ words }) => words && scoreWords(words, query, scoring),
        bound: (_product, serverScore) => serverScore * factor,
        threshold: (score) => (score / factor) * (1 - SMALLEST_STEP),
      };
    }
    case 'text': {
      if (source.vector.every((value) => value === 0)) return undefined;
      assertQueryVector(source.vector, generation.dimensions);
      return {
        wanted: source.limit,
        offset: 0,
        firstLimit: source.limit + SPARE,
        query: { query: [...source.vector], using: 'text', params: { exact: true } },
        ...SCORED_BY_SERVER,
      };
    }
    case 'taste':
    case 'neighbours': {
      const query = generation.behaviour?.toQuery(source);
      if (query === undefined) return undefined;
      const asked = source.source === 'taste' ? [] : source.history;
      const own = [...new Set(asked.map(({ productId }) => toPointId(productId)))];
      return {
        wanted: source.limit,
        offset: 0,
        firstLimit: source.limit + SPARE,
        query: { ...query, ...(own.length === 0 ? {} : { filter: { must_not: [{ has_id: own }] } }) },
        ...SCORED_BY_SERVER,
      };
    }
    case 'given': {
      const ids = [...new Set(source.productIds)].map(toPointId);
      return {
        wanted: ids.length,
        offset: 0,
        firstLimit: ids.length + 1,
        query: { filter: { must: [{ has_id: ids }] } },
        score: () => ({ score: 0 }),
        bound: () => 0,
      };
    }
    case 'price': {
      const wanted = source.limit === 0 ? 0 : source.limit + (source.offset ?? 0);
      const ascending = source.order === 'ascending';
      return {
        wanted,
        offset: source.offset ?? 0,
        firstLimit: wanted + SPARE,
        query: {
          query: {
            order_by: {
              key: ascending ? 'lowestPrice' : 'highestPrice',
              direction: ascending ? 'asc' : 'desc',
            },
          },
        },
        score: (_product, cheapest) => ({ score: ascending ? -cheapest : cheapest }),
        bound: ({ lowestPrice, highestPrice }) => (ascending ? -lowestPrice : highestPrice),
      };
    }
  }
}
