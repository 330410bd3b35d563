import { createChangeConversation } from '../../desk/change-conversation.ts';
import type { Agent } from '../../desk/desk-book.ts';
import { firstVersion, type KeptDraft } from '../../desk/draft-book.ts';
import { findEntry } from '../../desk/entry-rows.ts';
import type { Draft, Refinement } from '../../domain/desk/draft.ts';
import type { DialogueState } from '../../domain/dialogue-state.ts';
import type { Entry } from '../../domain/person.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import { buyerOf } from '../buyer-of.ts';
import type { Conversation } from '../conversation-store.ts';
import { handleTurn, type TurnRooms } from '../handle-turn.ts';
import { type Advice, adviseWork } from './advise-words.ts';
import type { DraftDeskOptions, RefinementOf } from './draft-desk.ts';
import type { DraftWork } from './draft-work.ts';
import { writeMaking } from './kept-making.ts';
import { assertSold } from './refine-list.ts';
import { assertConsistent, sameIds, sendOnce } from './send-once.ts';
import { onceSent } from './unseen-state.ts';

/** What the assistant would say to a message that a person answers: for them to change, and to say. */
export interface SuggestionDesk {
  /**
   * Answers the last message of the shopper as the assistant would, without any effect.
   *
   * @throws {AssistantError} NOT_FOUND; CONFLICT where nothing was said yet, or the reply to it was worked on already.
   */
  suggest(conversationId: string, agent: Agent): Promise<Draft>;
  /** As `DraftDesk.check`, beside the products of the suggestion. @throws {AssistantError} NOT_FOUND. */
  check(conversationId: string, messageId: string, refinement: Refinement): Promise<readonly Advice[]>;
  /**
   * Says a suggestion as it is then, as somebody who answers the conversation; the same clientMessageId again says nothing twice.
   *
   * @throws {AssistantError} NOT_FOUND; CONFLICT, as `DraftDesk.send`; INVALID_ARGUMENT.
   */
  sayIt(
    conversationId: string,
    agent: Agent,
    change: RefinementOf & { readonly messageId: string },
  ): Promise<Entry>;
}

export interface SuggestionOptions extends DraftDeskOptions {
  readonly rooms: TurnRooms;
}

const NEVER = new AbortController().signal;

export function createSuggestionDesk({ rooms, ...options }: SuggestionOptions): SuggestionDesk {
  const { database, drafts, works, books, inside, clock } = options;
  const change = createChangeConversation(database, options.feed, clock);

  async function workOf(conversation: Conversation, kept: KeptDraft): Promise<DraftWork> {
    const { text, products, language } = kept.turn;
    const place = works.placeOf(conversation, language);
    return { kept, isNew: false, isHeld: true, has: { text, products }, place };
  }

  /** The same rooms without a till: nothing is bought, and nothing of the shopper is changed. */
  async function answer(conversation: Conversation, { messageId, utterance }: LastMessage) {
    const { commerce: _, ...plain } = rooms;
    const { personalization } = conversation.consent;
    const place = works.placeOf(conversation, conversation.state.language);
    return await handleTurn(
      plain,
      {
        messageId,
        text: utterance,
        state: conversation.state,
        market: place.market,
        locale: conversation.locale,
        segments: [conversation.proved ? 'customer' : 'visitor'],
        buyer: buyerOf(conversation),
        spender: { conversationId: conversation.conversationId },
        history: await works.historyOf(conversation),
        profile: {
          consent: () => ({ personalization }),
          setPersonalization: async () => undefined,
          forgetVisit: async () => undefined,
        },
        nowMs: clock(),
      },
      () => undefined,
      NEVER,
    );
  }

  async function lastMessage(conversationId: string): Promise<LastMessage> {
    const row = await database.query
      .selectFrom('turns')
      .select(['messageId', 'number', 'utterance'])
      .where('conversationId', '=', conversationId)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) throw new AssistantError('CONFLICT', 'The shopper said nothing yet');
    return row;
  }

  async function suggestionOf(conversationId: string, messageId: string): Promise<KeptDraft> {
    const kept = await drafts.of(messageId);
    if (kept?.conversationId === conversationId) return kept;
    throw new AssistantError('NOT_FOUND', 'There is no such suggestion');
  }

  return {
    async check(conversationId, messageId, refinement) {
      const kept = await suggestionOf(conversationId, messageId);
      return await adviseWork(works, await workOf(await options.look(conversationId), kept), refinement);
    },

    suggest: (conversationId, { agentId, firstName }) =>
      inside(conversationId, async (conversation) => {
        const message = await lastMessage(conversationId);
        const before = await drafts.of(message.messageId);
        if (before !== undefined && before.state !== 'suggested')
          throw new AssistantError('CONFLICT', 'The reply to this message was worked on already');
        const { turn, state, making } = await answer(conversation, message);
        const alternatives = await works.alternatives(conversation, { turn, state });
        const kept: KeptDraft = {
          messageId: message.messageId,
          conversationId,
          version: (before?.version ?? firstVersion(message.number)) + 1,
          state: 'suggested',
          heldUntilMs: 0,
          turn,
          alternatives,
          making: writeMaking(making ?? { rankingVersion: rooms.shop().rankingVersion, propensity: 1 }),
          // The message is counted already.
          dialogue: { ...state, turn: conversation.state.turn },
          changedBy: { agentId, firstName },
          createdAtMs: clock(),
        };
        await database.transaction((write) => drafts.suggest(write, kept));
        return await works.toDraft(await workOf(conversation, kept));
      }),

    sayIt: (conversationId, agent, saying) =>
      inside(conversationId, async (conversation) => {
        const { clientMessageId, refinement, version, messageId } = saying;
        const before = await findEntry(database.query, conversationId, clientMessageId);
        if (before !== undefined) return before;
        assertConsistent(refinement);
        const kept = await suggestionOf(conversationId, messageId);
        const work = await workOf(conversation, kept);
        const { products, shown, warnings } = await works.refine(work, refinement);
        assertSold({ warnings }, work.place.market.country);
        const text = refinement.text ?? kept.turn.text;
        const isAsProposed = sameIds(refinement.products, kept.turn.products);
        const sent = { shown, isAsProposed, isAsWorded: text === kept.turn.text };
        const state = onceSent(onceRead(conversation.state, kept.dialogue), kept.dialogue, sent);
        const send = {
          ...{ conversation, work, refinement, text, products, state, clientMessageId },
          kind: 'said',
          by: agent,
          atMs: clock(),
        } as const;
        const entry =
          kept.state === 'suggested' && kept.version === version
            ? await sendOnce({ change, drafts, books }, { send, version, by: agent })
            : undefined;
        if (entry !== undefined) return entry;
        const current = await works.toDraft(await workOf(conversation, kept));
        throw new AssistantError('CONFLICT', 'It was changed or said meanwhile', { details: { current } });
      }),
  };
}

interface LastMessage {
  readonly messageId: string;
  readonly number: number;
  readonly utterance: string;
}

/** What the message says counts, what is on the screen stays. */
const onceRead = (now: DialogueState, read: DialogueState): DialogueState => ({
  ...now,
  need: read.need,
  ...(read.past === undefined ? {} : { past: read.past }),
  ...(read.preferences === undefined ? {} : { preferences: read.preferences }),
  ...(read.rejected === undefined ? {} : { rejected: read.rejected }),
});
