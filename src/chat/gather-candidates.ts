import type { CandidateList } from '../domain/candidate.ts';
import type { IndexedFacts, IndexScope } from '../ports/product-index.ts';
import { handOver } from '../recommendation/new-arrivals.ts';
import type { Retrieval } from '../retrieval/retriever.ts';
import { behaviourLists } from './behaviour-lists.ts';
import { indexedBehaviour } from './indexed-behaviour.ts';
import type { ListRequest } from './list-products.ts';
import { namedList } from './name-products.ts';
import { newArrivals } from './new-arrivals.ts';
import type { RuledShop } from './under-rules.ts';

/** Candidates of each retrieval source. */
const RETRIEVAL_LIMIT = 200;
/** Candidates that are ranked, whatever the sources. */
export const CANDIDATE_LIMIT = 500;

export interface Gathered {
  readonly retrieval: Retrieval;
  /** Of every source; only what passes the hard limits left in force. */
  readonly lists: readonly CandidateList[];
  /** By product. */
  readonly facts: ReadonlyMap<string, IndexedFacts>;
  /** Products that a rule gives a place, as far as they pass the same limits. */
  readonly pinned: readonly string[];
}

/** Retrieve and recommend side by side: what words, vectors and behaviour propose, at most 500 in all, no source cut off whole. */
export async function gatherCandidates(
  shop: RuledShop,
  request: ListRequest,
  signal: AbortSignal,
): Promise<Gathered> {
  const pins = shop.rulesFor(request.need).pins.map(({ productId }) => productId);
  const behaviour = [namedList(request.need), ...behaviourLists(shop, request)];
  const retrieval = await shop.retriever.retrieve(
    {
      need: request.need,
      market: request.market.country,
      language: request.view.language,
      locale: request.view.locale,
      exclude: request.exclude,
      given: [
        ...new Set([
          ...behaviour.flatMap((list) => list.candidates.map((candidate) => candidate.productId)),
          ...pins,
        ]),
      ],
      limit: RETRIEVAL_LIMIT,
      onlyAvailable: true,
      ...(request.firm === undefined ? {} : { firm: request.firm }),
    },
    signal,
  );
  const passing = behaviour.map((list) => ({
    ...list,
    candidates: list.candidates.filter(({ productId }) => retrieval.given.has(productId)),
  }));
  const [fresh, indexed] = await Promise.all([
    newArrivals(shop, request, retrieval.scope, signal),
    indexedBehaviour(shop, request, retrieval.scope, signal),
  ]);
  const searched = new Set(indexed.map(({ source }) => source));
  const proposed = [...passing.filter(({ source }) => !searched.has(source)), ...indexed];
  const lists = [...retrieval.lists, ...handOver(proposed, fresh, shop.recommender.interactions)];
  const pinned = pins.filter((productId) => retrieval.given.has(productId));
  return { retrieval, lists, pinned, facts: await factsOf(shop, retrieval.scope, { lists, pinned }, signal) };
}

async function factsOf(
  shop: RuledShop,
  scope: IndexScope,
  { lists, pinned }: Pick<Gathered, 'lists' | 'pinned'>,
  signal: AbortSignal,
): Promise<Map<string, IndexedFacts>> {
  const ids = new Set<string>(pinned);
  const deepest = Math.max(0, ...lists.map((list) => list.candidates.length));
  // Round after round, one of each list, so that no source is cut off whole by the limit.
  for (let rank = 0; rank < deepest && ids.size < CANDIDATE_LIMIT; rank += 1) {
    for (const list of lists) {
      const candidate = list.candidates[rank];
      if (candidate !== undefined && ids.size < CANDIDATE_LIMIT) ids.add(candidate.productId);
    }
  }
  const facts = await shop.index.facts(scope, [...ids], signal);
  return new Map(facts.map((known) => [known.productId, known]));
}
