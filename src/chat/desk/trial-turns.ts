import type { PreviewedTurn } from '../../domain/desk/preview.ts';
import { isAssistantError } from '../../errors/assistant-error.ts';
import type { Database } from '../../ports/database.ts';
import { soundsAsked } from '../../understanding/is-question.ts';
import type { ReplayDesk, ReplayedTurn } from '../trace-replay.ts';
import type { WouldBe } from './as-it-would-be.ts';
import { changeOfList } from './trial-changes.ts';
import { unseenShop } from './unseen-shop.ts';

/** Newest turns that are looked through for questions. */
const LOOKED_THROUGH = 500;

/** Ids of the newest turns in which something was asked rather than looked for, newest first. */
export async function newestQuestions(
  { query }: Pick<Database, 'query'>,
  replays: Pick<ReplayDesk, 'newest'>,
  limit: number,
): Promise<readonly string[]> {
  const ids = await replays.newest({ limit: LOOKED_THROUGH });
  const rows = await query
    .selectFrom('turns')
    .innerJoin('turnFacts', 'turnFacts.messageId', 'turns.messageId')
    .select(['turns.messageId', 'turns.utterance', 'turnFacts.language'])
    .where('turns.messageId', 'in', ids)
    .execute();
  const said = new Map(rows.map((row) => [row.messageId, row]));
  const isQuestion = (messageId: string): boolean => {
    const turn = said.get(messageId);
    return turn !== undefined && soundsAsked(turn.utterance, turn.language);
  };
  return ids.filter(isQuestion).slice(0, limit);
}

/** A recorded turn again, on no seller's account. @returns undefined where it cannot be run. */
export async function playTried(
  replays: Pick<ReplayDesk, 'again'>,
  messageId: string,
  on: WouldBe,
  signal: AbortSignal,
): Promise<ReplayedTurn | undefined> {
  try {
    return await replays.again(messageId, { ...on, shop: () => unseenShop(on.shop()) }, signal);
  } catch (error) {
    if (isAssistantError(error) && !signal.aborted) return undefined;
    throw error;
  }
}

/** @returns undefined where nothing a shopper sees would be other. */
export function toChangedTurn(
  messageId: string,
  before: ReplayedTurn,
  after: ReplayedTurn,
): PreviewedTurn | undefined {
  const change = changeOfList(shownIn(before), shownIn(after));
  const words = { before: before.trace.draft, after: after.trace.draft };
  const sources = { before: before.sources, after: after.sources };
  const hasOtherWords = words.before !== words.after;
  const hasOtherSources = JSON.stringify(sources.before) !== JSON.stringify(sources.after);
  if (change.change === 0 && !hasOtherWords && !hasOtherSources) return undefined;
  const { conversationId, utterance } = before;
  return {
    ...{ messageId, conversationId, utterance },
    ...change,
    ...(hasOtherWords && { words }),
    ...(hasOtherSources && { sources }),
  };
}

const shownIn = ({ trace: { lists } }: ReplayedTurn): string[] =>
  lists.flatMap(({ shown }) => shown.map(({ productId }) => productId));
