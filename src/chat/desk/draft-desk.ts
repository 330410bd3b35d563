import { createChangeConversation } from '../../desk/change-conversation.ts';
import type { Agent } from '../../desk/desk-book.ts';
import type { DraftBook } from '../../desk/draft-book.ts';
import type { EntryFeed } from '../../desk/entry-feed.ts';
import { findEntry } from '../../desk/entry-rows.ts';
import type { Draft, Refinement } from '../../domain/desk/draft.ts';
import type { Entry } from '../../domain/person.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import type { Database } from '../../ports/database.ts';
import type { Replier } from '../../reply/replier.ts';
import type { Conversation } from '../conversation-store.ts';
import type { VisitBook } from '../create-chat.ts';
import { type Advice, adviseWork } from './advise-words.ts';
import type { DraftWork, DraftWorks } from './draft-work.ts';
import { assertSold } from './refine-list.ts';
import { assertConsistent, sameIds, sendOnce } from './send-once.ts';
import { onceCorrected, onceSent } from './unseen-state.ts';
import type { RefinedBooks, RefinedSend } from './write-refined.ts';

/** A refinement, made on a version of a draft. */
export interface RefinementOf {
  readonly version: number;
  readonly refinement: Refinement;
  /** Of a page: the same again sends nothing twice. */
  readonly clientMessageId?: string | undefined;
}

/**
 * What agents do with replies that are held, and with lists that shoppers have. All of it throws NOT_FOUND where there is no such
 * conversation, and CONFLICT, with the draft as it stands in `details.current`, where somebody else was quicker.
 */
export interface DraftDesk {
  /** What waits for approval, or the last list that the shopper got; undefined where there is neither. */
  draftOf(conversationId: string): Promise<Draft | undefined>;
  /** Keeps changes; nobody else sees them but colleagues. */
  save(conversationId: string, agent: Agent, change: RefinementOf): Promise<Draft>;
  /** Looks at words beside the products that they go with, and keeps nothing. */
  check(conversationId: string, refinement: Refinement): Promise<readonly Advice[]>;
  /**
   * Lets a held reply go.
   *
   * @throws {AssistantError} INVALID_ARGUMENT when products are not sold there, or are listed twice or banned as well.
   */
  send(conversationId: string, agent: Agent, change: RefinementOf): Promise<Entry>;
  /** Puts a list in the place of the last one that the shopper got. @param change.messageId Of that list. @throws As `send`. */
  correct(
    conversationId: string,
    agent: Agent,
    change: RefinementOf & { readonly messageId: string },
  ): Promise<Entry>;
}

export interface DraftDeskOptions {
  readonly database: Database;
  readonly drafts: DraftBook;
  readonly works: DraftWorks;
  readonly books: RefinedBooks;
  readonly feed: Pick<EntryFeed, 'tell'>;
  readonly inside: VisitBook['inside'];
  readonly look: VisitBook['look'];
  readonly replier: Replier;
  readonly clock: () => number;
}

/** @param options `settle`: what is due by now. */
export function createDraftDesk({
  settle,
  ...options
}: DraftDeskOptions & { readonly settle: () => Promise<void> }): DraftDesk {
  const { database, drafts, works, books, inside, look, clock } = options;
  const change = createChangeConversation(database, options.feed, clock);

  async function workOn(conversation: Conversation, version: number): Promise<DraftWork> {
    const work = await works.find(conversation);
    if (work === undefined) throw new AssistantError('CONFLICT', 'Nothing waits here, and no list was shown');
    if (work.kept.version !== version) throw await outdated(conversation);
    return work;
  }

  async function outdated(conversation: Conversation): Promise<AssistantError> {
    const work = await works.find(conversation);
    const current = work === undefined ? undefined : await works.toDraft(work);
    return new AssistantError('CONFLICT', 'It was changed meanwhile: make the change on it as it is now', {
      details: { current },
    });
  }

  async function sendOrTell(
    conversation: Conversation,
    sending: { readonly send: RefinedSend; readonly version: number; readonly by: Agent },
  ): Promise<Entry> {
    const entry = await sendOnce({ change, drafts, books }, sending);
    if (entry === undefined) throw await outdated(conversation);
    return entry;
  }

  async function prepare(conversation: Conversation, { version, refinement }: RefinementOf) {
    assertConsistent(refinement);
    const work = await workOn(conversation, version);
    const refined = await works.refine(work, refinement);
    assertSold(refined, work.place.market.country);
    return { work, refined };
  }

  return {
    async draftOf(conversationId) {
      await settle();
      const work = await works.find(await look(conversationId));
      return work === undefined ? undefined : await works.toDraft(work);
    },

    save: (conversationId, agent, { version, refinement }) =>
      inside(conversationId, async (conversation) => {
        assertConsistent(refinement);
        const { kept, isNew } = await workOn(conversation, version);
        const isKept = await change(conversationId, async (write) => {
          const by = { agentId: agent.agentId, firstName: agent.firstName };
          if (!isNew)
            return { result: await drafts.change(write, kept.messageId, { version, refinement, by }) };
          await drafts.keep(write, { ...kept, version: version + 1, refinement, changedBy: by });
          return { result: true };
        });
        const work = isKept ? await works.find(conversation) : undefined;
        if (work === undefined) throw await outdated(conversation);
        return await works.toDraft(work);
      }),

    async check(conversationId, refinement) {
      const work = await works.find(await look(conversationId));
      return work === undefined ? [] : await adviseWork(works, work, refinement);
    },

    send: (conversationId, agent, sending) =>
      inside(conversationId, async (conversation) => {
        const { clientMessageId, refinement, version } = sending;
        const before = await findEntry(database.query, conversationId, clientMessageId);
        if (before !== undefined) return before;
        const { work, refined } = await prepare(conversation, sending);
        if (!work.isHeld) throw await outdated(conversation);
        const { kept, has } = work;
        const text = refinement.text ?? has.text;
        const isAsProposed = sameIds(refinement.products, has.products);
        const sent = { shown: refined.shown, isAsProposed, isAsWorded: text === has.text };
        const state = onceSent(conversation.state, kept.dialogue, sent);
        const { products } = refined;
        const send = {
          ...{ conversation, work, refinement, text, products, state, clientMessageId },
          kind: 'approved',
          by: agent,
          atMs: clock(),
        } as const;
        return await sendOrTell(conversation, { send, version, by: agent });
      }),

    correct: (conversationId, agent, correcting) =>
      inside(conversationId, async (conversation) => {
        const { clientMessageId, refinement, version, messageId } = correcting;
        const before = await findEntry(database.query, conversationId, clientMessageId);
        if (before !== undefined) return before;
        if (refinement.products.length === 0 && refinement.banned.length === 0)
          throw new AssistantError('INVALID_ARGUMENT', 'A list without products bans at least one');
        const { work, refined } = await prepare(conversation, correcting);
        if (work.isHeld || work.kept.messageId !== messageId) throw await outdated(conversation);
        const { view, market } = work.place;
        const { products } = refined;
        const own = options.replier.inMarket(market.country);
        const news = { kind: 'corrected', firstName: agent.firstName, products: products.length } as const;
        const send = {
          ...{ conversation, work, refinement, products, clientMessageId },
          kind: 'corrected',
          text: refinement.text ?? own.deskWords(news, view.language),
          state: onceCorrected(conversation.state, refined.shown),
          by: agent,
          atMs: clock(),
        } as const;
        return await sendOrTell(conversation, { send, version, by: agent });
      }),
  };
}
