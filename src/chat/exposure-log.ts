import type { Database } from '../ports/database.ts';
import { sellerOf } from '../ranking/expose-sellers.ts';
import { shownMerits } from '../ranking/measure-lists.ts';
import type { Shop } from './shop.ts';

/** What lists are told apart by. */
export interface ShownGroup {
  readonly surface: string;
  /** Of the conversation; absent for a list outside of one. */
  readonly locale?: string;
  /** Whether the list was bound to a shopper, which takes consent. */
  readonly consented: boolean;
}

/** A served list as the log holds it. */
export interface ShownRecord extends ShownGroup {
  readonly products: readonly { readonly productId: string; readonly score: number }[];
  /** Shopper, or conversation of one without consent; absent outside of both. */
  readonly audience?: string;
  readonly shopperId?: string;
}

/** Impressions read of one stretch of time; a row is about 200 bytes. */
const MOST_ROWS = 100_000;
/** Lists that sellers' accounts are restored from: two half-lives of nothing would be left of older ones. */
const RESTORED_ROWS = 50_000;

/**
 * Lists shown from `fromMs` (inclusive) to `untilMs` (exclusive), the newest first.
 *
 * @returns `complete` is false when there were more impressions than are read.
 */
export async function readShownLists(
  database: Pick<Database, 'query'>,
  { fromMs, untilMs, mostRows = MOST_ROWS }: { fromMs: number; untilMs: number; mostRows?: number },
): Promise<{ readonly records: readonly ShownRecord[]; readonly complete: boolean }> {
  const rows = await database.query
    .selectFrom('impressions')
    .leftJoin('conversations', 'conversations.conversationId', 'impressions.conversationId')
    .select([
      'impressions.messageId',
      'impressions.position',
      'impressions.conversationId',
      'impressions.surface',
      'impressions.shopperId',
      'impressions.productId',
      'impressions.score',
      'conversations.locale',
    ])
    .where('impressions.shownAtMs', '>=', fromMs)
    .where('impressions.shownAtMs', '<', untilMs)
    .orderBy('impressions.shownAtMs', 'desc')
    .orderBy('impressions.messageId')
    .orderBy('impressions.position')
    .limit(mostRows)
    .execute();
  const lists = Map.groupBy(rows, ({ messageId }) => messageId);
  const records = [...lists.values()].flatMap((list): ShownRecord[] => {
    const [first] = list;
    if (first === undefined) return [];
    const audience = first.shopperId ?? (first.conversationId === '' ? undefined : first.conversationId);
    return [
      {
        surface: first.surface,
        ...(first.locale === null ? {} : { locale: first.locale }),
        consented: first.shopperId !== null,
        products: list.map(({ productId, score }) => ({ productId, score: Number(score) })),
        ...(audience === undefined ? {} : { audience }),
        ...(first.shopperId === null ? {} : { shopperId: first.shopperId }),
      },
    ];
  });
  return { records, complete: rows.length < mostRows };
}

/**
 * Takes the newest recommendations of the log up into the sellers' accounts, oldest first, so that a restart does not wipe out
 * what sellers are owed. The log holds only what was shown: what unshown sellers deserved starts anew.
 *
 * @returns Lists taken up.
 */
export async function restoreSellers(
  database: Pick<Database, 'query'>,
  shop: Pick<Shop, 'index' | 'markets' | 'ranking'>,
  { nowMs, signal }: { readonly nowMs: number; readonly signal: AbortSignal },
): Promise<number> {
  const { records } = await readShownLists(database, { fromMs: 0, untilMs: nowMs, mostRows: RESTORED_ROWS });
  const served = records.filter(({ surface }) => surface === 'recommendations');
  const shown = [...new Set(served.flatMap(({ products }) => products.map(({ productId }) => productId)))];
  const sellers = new Map<string, string | undefined>();
  for (const { country } of shop.markets) {
    const missing = shown.filter((productId) => !sellers.has(productId));
    for (const facts of await shop.index.facts({ market: country, filters: [] }, missing, signal))
      sellers.set(facts.productId, sellerOf(facts));
  }
  const ledger = shop.ranking.current().sellers;
  for (const { products } of served.toReversed()) {
    const places = products.map(({ productId }) => sellers.get(productId));
    ledger.record({ shown: places, merits: shownMerits(products, places) });
  }
  return served.length;
}
