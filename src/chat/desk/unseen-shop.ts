import { createRankingBook } from '../ranking-book.ts';
import type { Shop } from '../shop.ts';

/** The shop for lists that nobody is shown: they are on no seller's account, and venture nothing. */
export function unseenShop(shop: Shop): Shop {
  const { strategies: _, sellers, ...ranking } = shop.ranking.current();
  const unseen = { ...ranking, sellers: { ...sellers, record: () => {} } };
  return { ...shop, ranking: createRankingBook(unseen) };
}
