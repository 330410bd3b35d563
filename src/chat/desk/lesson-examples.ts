import type { Database } from '../../ports/database.ts';
import type { RankingFeatures } from '../../ranking/learned/ranking-features.ts';
import { LESSONS } from '../../ranking/lessons/lesson.ts';

/** A list of the log without what lessons had added to its scores, best first. */
export interface LoggedList {
  /** As lists are logged with. */
  readonly scope: string;
  readonly shownAtMs: number;
  readonly products: readonly { readonly productId: string; readonly score: number }[];
}

/** Product ids in the order without lessons and with them. */
export interface ListChange {
  readonly shownAtMs: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const MOST_EXAMPLES = 3;
/** Of the log, the newest: examples are of what is asked for now. */
const MOST_ROWS = 10_000;

/** Newest first. @param scopes Names of the scopes that are wanted. */
export async function readLoggedLists(
  { query }: Pick<Database, 'query'>,
  scopes: ReadonlySet<string>,
): Promise<readonly LoggedList[]> {
  if (scopes.size === 0) return [];
  const rows = await query
    .selectFrom('impressions')
    .select(['messageId', 'productId', 'score', 'features', 'scope', 'shownAtMs'])
    .orderBy('shownAtMs', 'desc')
    .orderBy('messageId')
    .limit(MOST_ROWS)
    .execute();
  const wanted = rows.filter(({ scope }) => scopes.has(scope));
  return [...Map.groupBy(wanted, ({ messageId }) => messageId).values()].flatMap((list): LoggedList[] => {
    const [first] = list;
    if (first === undefined) return [];
    const products = list.map(({ productId, score, features }) => ({
      productId,
      score: score - ((JSON.parse(features) as RankingFeatures)[LESSONS] ?? 0),
    }));
    return [{ scope: first.scope, shownAtMs: Number(first.shownAtMs), products: products.toSorted(byScore) }];
  });
}

/** What becomes of the lists that showed a product. */
export interface LessonReach {
  /** That showed it. */
  readonly lists: number;
  /** In which it stands elsewhere. */
  readonly changed: number;
  /** Of those; newest first, at most three, the same list once. */
  readonly examples: readonly ListChange[];
}

/** @param added By product. */
export function examplesOf(
  lesson: { readonly productId: string; readonly scope: string },
  lists: readonly LoggedList[],
  added: ReadonlyMap<string, number>,
): LessonReach {
  const known = new Set<string>();
  const examples: ListChange[] = [];
  const telling = lists.filter(
    ({ scope, products }) =>
      scope === lesson.scope && products.some(({ productId }) => productId === lesson.productId),
  );
  let changed = 0;
  for (const { shownAtMs, products } of telling) {
    const before = products.map(({ productId }) => productId);
    const after = products
      .map(({ productId, score }) => ({ productId, score: score + (added.get(productId) ?? 0) }))
      .toSorted(byScore)
      .map(({ productId }) => productId);
    if (before.indexOf(lesson.productId) === after.indexOf(lesson.productId)) continue;
    changed += 1;
    const key = before.join('\n');
    if (known.has(key) || examples.length === MOST_EXAMPLES) continue;
    known.add(key);
    examples.push({ shownAtMs, before, after });
  }
  return { lists: telling.length, changed, examples };
}

type Scored = LoggedList['products'][number];

const byScore = (left: Scored, right: Scored): number =>
  right.score - left.score || (left.productId < right.productId ? -1 : 1);
