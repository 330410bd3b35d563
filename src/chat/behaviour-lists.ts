import type { CandidateList } from '../domain/candidate.ts';
import type { ListRequest } from './list-products.ts';
import type { Shop } from './shop.ts';

/** Candidates each behaviour source may give. */
const BEHAVIOUR_LIMIT = 200;
/** What was opened one product earlier in the visit counts this much less. */
const VISIT_DECAY = 0.8;

/** What behaviour proposes, before any limit: the shopper's taste, this visit, and what is popular in the market. */
export function behaviourLists(
  { recommender }: Shop,
  { history, opened, market, need }: ListRequest,
): CandidateList[] {
  const visit = opened.map((productId, index) => ({
    productId,
    weight: VISIT_DECAY ** (opened.length - 1 - index),
  }));
  const reference = need.similarTo === undefined ? [] : recommender.goesWith(need.similarTo, BEHAVIOUR_LIMIT);
  return [
    { source: 'taste', candidates: recommender.taste(history, BEHAVIOUR_LIMIT) },
    { source: 'session', candidates: recommender.taste(visit, BEHAVIOUR_LIMIT) },
    { source: 'neighbours', candidates: reference },
    { source: 'popular', candidates: recommender.popular(market.country, BEHAVIOUR_LIMIT) },
  ];
}
