import type { Database } from '../../ports/database.ts';
import type { RankingFeatures } from '../learned/ranking-features.ts';
import { readRewards } from '../learned/read-choices.ts';
import type { ClickedList } from './judge-lesson.ts';
import { LESSONS } from './lesson.ts';

/** Lists in one query. */
const CHUNK = 400;

/**
 * Lists of some scopes that something was chosen of, by scope; scores as they would be without lessons. Lists that an agent changed are
 * logged without a scope: what was chosen of those is the agent's doing.
 *
 * @param scopes Names of scopes, as lists are logged with.
 */
export async function readClickedLists(
  { query }: Pick<Database, 'query'>,
  scopes: readonly string[],
): Promise<ReadonlyMap<string, readonly ClickedList[]>> {
  const byScope = new Map<string, ClickedList[]>();
  if (scopes.length === 0) return byScope;
  const rewards = await readRewards({ query });
  const ids = [...rewards.keys()].toSorted();
  for (let from = 0; from < ids.length; from += CHUNK) {
    const rows = await query
      .selectFrom('impressions')
      .select(['messageId', 'position', 'productId', 'score', 'features', 'shownAtMs', 'scope'])
      .where('messageId', 'in', ids.slice(from, from + CHUNK))
      .where('scope', 'in', scopes)
      .orderBy('messageId')
      .orderBy('position')
      .execute();
    for (const [listId, products] of Map.groupBy(rows, ({ messageId }) => messageId)) {
      const [first] = products;
      if (first === undefined) continue;
      const lists = byScope.get(first.scope) ?? [];
      byScope.set(first.scope, lists);
      lists.push({
        shownAtMs: Number(first.shownAtMs),
        products: products.map(({ productId, position, score, features }) => ({
          productId,
          position,
          score: score - ((JSON.parse(features) as RankingFeatures)[LESSONS] ?? 0),
          reward: rewards.get(listId)?.get(productId) ?? 0,
        })),
      });
    }
  }
  return byScope;
}
