import type { Query } from '../ports/database.ts';
import { CLICK_WINDOW_MS, type Deeds, LONGEST_WINDOW_MS } from './explore-rewards.ts';
import type { ListMaking } from './list-products.ts';

/** A list that was shown, as far as the choice of its strategy is concerned. */
export interface ShownList {
  /** What events name it by. */
  readonly listId: string;
  readonly surface: string;
  readonly making: Pick<ListMaking, 'choice'>;
  readonly conversationId?: string | undefined;
  readonly shownAtMs: number;
  readonly products: readonly { readonly productId: string }[];
}

/** A list as it is kept. */
export interface KeptChoice {
  readonly listId: string;
  readonly surface: string;
  readonly strategy: string;
  readonly explored: boolean;
  readonly propensity: number;
  readonly among: readonly string[];
  readonly context: Float64Array;
  readonly products: readonly string[];
  readonly conversationId: string | null;
  readonly shopperId: string | null;
  readonly deeds: Deeds;
  readonly reward: number;
  readonly learned: number | null;
  readonly shownAtMs: number;
}

/** Lists of one conversation that an event may speak for. */
const LISTS_LOOKED_AT = 50;
/** Lists that brought nothing, learned in one transaction. */
const LEARNED_AT_ONCE = 5_000;
const KEPT_FOR_MS = 90 * 86_400_000;

/** Written together with the list itself, when its strategy was chosen. A list that is known already is left as it is. */
export async function recordChoice(write: Query, shown: ShownList): Promise<void> {
  const { choice } = shown.making;
  if (choice === undefined || shown.products.length === 0) return;
  await write
    .insertInto('choices')
    .values({
      listId: shown.listId,
      surface: shown.surface,
      intent: choice.intent,
      strategy: choice.strategy.name,
      explored: choice.explored ? 1 : 0,
      propensity: choice.propensity,
      among: JSON.stringify(choice.among),
      context: JSON.stringify([...choice.context]),
      policyVersion: choice.policyVersion,
      products: JSON.stringify(shown.products.map(({ productId }) => productId)),
      conversationId: shown.conversationId ?? null,
      shopperId: null,
      deeds: '{}',
      reward: 0,
      learned: null,
      shownAtMs: shown.shownAtMs,
    })
    .onConflict((conflict) => conflict.column('listId').doNothing())
    .execute();
}

/** Lists that what happens now may speak for, newest first: those named, and those of the conversation. */
export async function choicesFor(
  query: Query,
  { listIds, conversationId, nowMs }: { listIds: readonly string[]; conversationId?: string; nowMs: number },
): Promise<KeptChoice[]> {
  if (listIds.length === 0 && conversationId === undefined) return [];
  const rows = await query
    .selectFrom('choices')
    .selectAll()
    .where('shownAtMs', '>=', nowMs - LONGEST_WINDOW_MS)
    .where((where) =>
      where.or([
        where('listId', 'in', [...listIds]),
        ...(conversationId === undefined ? [] : [where('conversationId', '=', conversationId)]),
      ]),
    )
    .orderBy('shownAtMs', 'desc')
    .orderBy('listId')
    .limit(LISTS_LOOKED_AT)
    .execute();
  return rows.map(toKept);
}

/** Lists shown after a moment whose time for a click is over, oldest first; all of a moment or none. */
export async function settledChoices(
  query: Query,
  { afterMs, nowMs }: { readonly afterMs: number; readonly nowMs: number },
): Promise<KeptChoice[]> {
  const rows = await query
    .selectFrom('choices')
    .selectAll()
    .where('shownAtMs', '>', afterMs)
    .where('shownAtMs', '<', nowMs - CLICK_WINDOW_MS)
    .orderBy('shownAtMs')
    .orderBy('listId')
    .limit(LEARNED_AT_ONCE)
    .execute();
  const last = rows.at(-1)?.shownAtMs;
  const whole = rows.length < LEARNED_AT_ONCE ? rows : rows.filter(({ shownAtMs }) => shownAtMs !== last);
  return (whole.length === 0 ? rows : whole).map(toKept);
}

/** The newest lists whose time for a click was over when something was last learned, newest first. */
export async function newestChoices(
  query: Query,
  { untilMs, limit }: { readonly untilMs: number; readonly limit: number },
): Promise<KeptChoice[]> {
  const rows = await query
    .selectFrom('choices')
    .selectAll()
    .where('shownAtMs', '<=', untilMs)
    .orderBy('shownAtMs', 'desc')
    .orderBy('listId')
    .limit(limit)
    .execute();
  return rows.map(toKept);
}

/** What one shopper has brought by lists shown since a moment, other than one list. */
export async function rewardsOf(
  query: Query,
  {
    owner,
    sinceMs,
    except,
  }: { owner: Pick<KeptChoice, 'conversationId' | 'shopperId'>; sinceMs: number; except: string },
): Promise<number> {
  const { conversationId, shopperId } = owner;
  if (conversationId === null && shopperId === null) return 0;
  const row = await query
    .selectFrom('choices')
    .select(({ fn }) => fn.sum<number | null>('reward').as('reward'))
    .where((where) =>
      where.or([
        ...(shopperId === null ? [] : [where('shopperId', '=', shopperId)]),
        ...(conversationId === null ? [] : [where('conversationId', '=', conversationId)]),
      ]),
    )
    .where('shownAtMs', '>=', sinceMs)
    .where('listId', '!=', except)
    .executeTakeFirst();
  return Number(row?.reward ?? 0);
}

/** What a list brought so far, all of which is learned. */
export async function saveReward(write: Query, choice: KeptChoice): Promise<void> {
  await write
    .updateTable('choices')
    .set({
      deeds: JSON.stringify(choice.deeds),
      reward: choice.reward,
      learned: choice.learned,
      shopperId: choice.shopperId,
    })
    .where('listId', '=', choice.listId)
    .execute();
}

export async function dropOldChoices(write: Query, nowMs: number): Promise<void> {
  await write
    .deleteFrom('choices')
    .where('shownAtMs', '<', nowMs - KEPT_FOR_MS)
    .execute();
}

interface ChoiceRow {
  readonly listId: string;
  readonly surface: string;
  readonly strategy: string;
  readonly explored: number;
  readonly propensity: number;
  readonly among: string;
  readonly context: string;
  readonly products: string;
  readonly conversationId: string | null;
  readonly shopperId: string | null;
  readonly deeds: string;
  readonly reward: number;
  readonly learned: number | null;
  readonly shownAtMs: number;
}

const toKept = (row: ChoiceRow): KeptChoice => ({
  listId: row.listId,
  surface: row.surface,
  strategy: row.strategy,
  explored: row.explored === 1,
  propensity: row.propensity,
  among: JSON.parse(row.among) as string[],
  context: Float64Array.from(JSON.parse(row.context) as number[]),
  products: JSON.parse(row.products) as string[],
  conversationId: row.conversationId,
  shopperId: row.shopperId,
  deeds: JSON.parse(row.deeds) as Deeds,
  reward: row.reward,
  learned: row.learned,
  shownAtMs: Number(row.shownAtMs),
});
