import type { Database } from '../../ports/database.ts';
import type { ChoiceList, ShownProduct } from './choice-list.ts';
import type { Showing } from './examination.ts';
import { BLEND, type RankingFeatures } from './ranking-features.ts';

type Reader = Pick<Database, 'query'>;

/** What an action with a product of a list is worth; others say nothing about the list. */
const REWARDS: Readonly<Record<string, number>> = {
  view: 1,
  click: 1,
  wishlist: 2,
  'add-to-cart': 2,
  checkout: 3,
  purchase: 4,
};

/** The newest: what a shop's lists were like a year ago says little. */
const MOST_CHOICES = 10_000;
const MOST_SHOWINGS = 200_000;
/** Lists in one query. */
const CHUNK = 400;
/** Of one shopper or visit: nobody's clicks decide for all. */
const MOST_LISTS_OF_ONE = 30;
/** Surfaces whose lists are not made for words: only there is the same product at two places the same offer. */
const WORDLESS = ['recommendations', 'similar', 'goes-with'];

/**
 * Lists that something was chosen of, made by the weights in force: features as they were logged when the list was served, rewards
 * from what was done since with products of it. At most 30 lists of one shopper or visit.
 *
 * @param weightsVersion As in the ranking versions of the lists.
 */
export async function readChoiceLists(database: Reader, weightsVersion: string): Promise<ChoiceList[]> {
  const rewards = await readRewards(database);
  const ids = [...rewards.keys()];
  const lists: ChoiceList[] = [];
  const ofOne = new Map<string, number>();
  for (let from = 0; from < ids.length; from += CHUNK) {
    const rows = await database.query
      .selectFrom('impressions')
      .select([
        'messageId',
        'position',
        'productId',
        'score',
        'features',
        'shownAtMs',
        'shopperId',
        'conversationId',
      ])
      .where('messageId', 'in', ids.slice(from, from + CHUNK))
      .where('rankingVersion', 'like', `%weights:${weightsVersion}%`)
      .orderBy('messageId')
      .orderBy('position')
      .execute();
    for (const [listId, products] of Map.groupBy(rows, ({ messageId }) => messageId)) {
      const [first] = products;
      if (first === undefined) continue;
      const who = first.shopperId ?? first.conversationId;
      const before = ofOne.get(who) ?? 0;
      if (who !== '') ofOne.set(who, before + 1);
      if (who !== '' && before >= MOST_LISTS_OF_ONE) continue;
      const chosen = rewards.get(listId);
      lists.push({
        shownAtMs: Number(first.shownAtMs),
        products: products.map((row) => toShown(row, chosen?.get(row.productId) ?? 0)),
      });
    }
  }
  return lists;
}

/** By list and product, the most that was done. */
export async function readRewards(database: Reader): Promise<Map<string, Map<string, number>>> {
  const rows = await database.query
    .selectFrom('interactions')
    .select(['listId', 'productId', 'type'])
    .where('listId', 'is not', null)
    .where('type', 'in', Object.keys(REWARDS))
    .orderBy('receivedAtMs', 'desc')
    .limit(MOST_CHOICES)
    .execute();
  const rewards = new Map<string, Map<string, number>>();
  for (const { listId, productId, type } of rows) {
    if (listId === null) continue;
    const products = rewards.get(listId) ?? new Map<string, number>();
    rewards.set(listId, products);
    products.set(productId, Math.max(products.get(productId) ?? 0, REWARDS[type] ?? 0));
  }
  return rewards;
}

interface ImpressionRow {
  readonly position: number;
  readonly score: number;
  readonly features: string;
}

/** What was logged before the blend was is taken for the score. */
function toShown({ position, score, features }: ImpressionRow, reward: number): ShownProduct {
  const values = JSON.parse(features) as RankingFeatures;
  return { position, features: { [BLEND]: score, ...values }, reward };
}

/** Products whose place was drawn by chance, in lists that are not made for words: by those attention is measured. */
export async function readShowings(database: Reader): Promise<Showing[]> {
  const rows = await database.query
    .selectFrom('impressions')
    .leftJoin('interactions', (join) =>
      join
        .onRef('interactions.listId', '=', 'impressions.messageId')
        .onRef('interactions.productId', '=', 'impressions.productId'),
    )
    .select(['impressions.messageId', 'impressions.productId', 'impressions.position'])
    .select(({ fn }) => fn.count<number>('interactions.interactionId').as('choices'))
    .where('impressions.propensity', '<', 1)
    .where('impressions.surface', 'in', WORDLESS)
    .groupBy(['impressions.messageId', 'impressions.productId', 'impressions.position'])
    .orderBy('impressions.shownAtMs', 'desc')
    .limit(MOST_SHOWINGS)
    .execute();
  return rows.map(({ productId, position, choices }) => ({
    productId,
    position,
    isChosen: Number(choices) > 0,
  }));
}
