import { createChangeConversation } from '../../desk/change-conversation.ts';
import { appendEntry } from '../../desk/entry-rows.ts';
import { findHandling } from '../../desk/handling-rows.ts';
import type { ReviewSettings } from '../../domain/desk/settings.ts';
import type { Conversation } from '../conversation-store.ts';
import type { DraftDeskOptions } from './draft-desk.ts';
import type { DraftWork } from './draft-work.ts';
import { onceSent } from './unseen-state.ts';
import { writeRefined } from './write-refined.ts';

export interface SettleOptions extends DraftDeskOptions {
  readonly settings: () => ReviewSettings;
}

/** What happens to a held reply of a conversation when its time is over; nothing before. */
export function createSettleDraft(options: SettleOptions): (conversationId: string) => Promise<void> {
  const { database, drafts, works, books, replier, clock, inside, settings } = options;
  const change = createChangeConversation(database, options.feed, clock);

  const say = ({ place: { market, view } }: DraftWork, kind: 'lapsed' | 'unchecked') =>
    replier.inMarket(market.country).deskWords({ kind }, view.language);

  /** The shopper is told that it takes longer, unless somebody talks with them already. */
  const lapse = (conversationId: string, work: DraftWork): Promise<boolean> =>
    change(conversationId, async (write) => {
      const isSettled = await drafts.lapse(write, work.kept.messageId);
      const handling = await findHandling(write, conversationId);
      if (!isSettled) return { result: false, isNothing: true };
      if (handling?.state !== 'person')
        await appendEntry(write, conversationId, {
          kind: 'lapsed',
          text: say(work, 'lapsed'),
          atMs: clock(),
        });
      return { result: true };
    });

  /** As the assistant would say it, which is said too. What cannot be bought any more is left out. */
  async function sendAsIs(conversation: Conversation, work: DraftWork): Promise<void> {
    const { conversationId } = conversation;
    const { kept, has } = work;
    const { products, shown } = await works.refine(work, has);
    const isAsProposed = products.length === has.products.length;
    const sent = { shown, isAsProposed, isAsWorded: true };
    const state = onceSent(conversation.state, kept.dialogue, sent);
    const text = `${say(work, 'unchecked')} ${has.text}`;
    await change(conversationId, async (write) => {
      const { messageId, version } = kept;
      if (!(await drafts.change(write, messageId, { version, state: 'sent' })))
        return { result: undefined, isNothing: true };
      const refinement = { products, banned: [] };
      const send = { conversation, work, kind: 'approved', refinement, text, products, state } as const;
      await writeRefined(write, { ...send, atMs: clock() }, books);
      return { result: undefined };
    });
  }

  return async (conversationId) =>
    await inside(conversationId, async (conversation) => {
      const work = await works.find(conversation);
      if (work?.kept.state !== 'waiting' || work.kept.heldUntilMs > clock()) return;
      const handling = await findHandling(database.query, conversationId);
      if (settings().afterwards === 'send' && handling?.state !== 'person')
        await sendAsIs(conversation, work);
      else await lapse(conversationId, work);
    });
}
