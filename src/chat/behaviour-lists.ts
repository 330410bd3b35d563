import type { CandidateList } from '../domain/candidate.ts';
import type { ListRequest } from './list-products.ts';
import type { Shop } from './shop.ts';

/** Candidates each behaviour source may give. */
const BEHAVIOUR_LIMIT = 200;

/**
 * What behaviour proposes, before any limit: the shopper's taste, what tends to come after what they did last, this visit, what
 * is chosen with the product the need names, and what is popular in the market.
 */
export function behaviourLists(
  { recommender, isBehaviourIndexed }: Shop,
  { history, opened, market, need }: ListRequest,
): CandidateList[] {
  const reference = need.similarTo === undefined ? [] : recommender.goesWith(need.similarTo, BEHAVIOUR_LIMIT);
  // What is looked for somebody else says nothing of the shopper, but this visit is about it.
  const soFar = need.recipient === undefined ? [...history, ...openedNow(opened)] : openedNow(opened);
  return [
    { source: 'taste', candidates: recommender.taste(history, BEHAVIOUR_LIMIT) },
    {
      source: 'factors',
      candidates: isBehaviourIndexed() ? [] : recommender.factors(history, BEHAVIOUR_LIMIT),
    },
    { source: 'next', candidates: recommender.next(soFar, BEHAVIOUR_LIMIT) },
    { source: 'session', candidates: recommender.session(opened, BEHAVIOUR_LIMIT) },
    { source: 'neighbours', candidates: reference },
    { source: 'popular', candidates: recommender.popular(market.country, BEHAVIOUR_LIMIT) },
  ];
}

/** This visit is newer than any history, in the order it went. */
const openedNow = (opened: readonly string[]) =>
  opened.map((productId) => ({ productId, weight: 1, lastAtMs: Number.POSITIVE_INFINITY }));
