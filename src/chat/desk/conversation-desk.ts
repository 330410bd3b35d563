import type { Agent } from '../../desk/desk-book.ts';
import type { EntryFeed } from '../../desk/entry-feed.ts';
import type { Presence } from '../../desk/presence.ts';
import type { QueueBook } from '../../desk/queue-book.ts';
import type { ReadMarks } from '../../desk/read-marks.ts';
import type { DeskConversation, NeedEdit } from '../../domain/desk/conversation.ts';
import type { Viewer } from '../../domain/desk/queue.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import type { ConversationPart, ViewConversation } from './conversation-view.ts';
import type { EditNeed } from './need-desk.ts';
import type { ReadProfile } from './shopper-profile.ts';
import type { TalkTranslator } from './talk-translator.ts';

/** Reading conversations at the desk. All of it throws NOT_FOUND where there is no such conversation. */
export interface ConversationDesk {
  /** Counted and audited before it is told. */
  read(agentId: string, conversationId: string, part?: ConversationPart): Promise<DeskConversation>;
  /** An agent looks at it now. @returns Who does. */
  look(conversationId: string, viewer: Viewer): Promise<readonly Viewer[]>;
  leave(conversationId: string, agentId: string): void;
  /** An agent has seen all of it. */
  seen(agentId: string, conversationId: string): Promise<void>;
  readonly profile: ReadProfile;
  /** Puts what is read or written there into another language. */
  readonly translate: TalkTranslator['translate'];
  /** @returns The conversation as it is then. */
  editNeed(conversationId: string, agent: Agent, edit: NeedEdit): Promise<DeskConversation>;
}

export interface ConversationDeskOptions {
  readonly view: ViewConversation;
  readonly queue: Pick<QueueBook, 'lines'>;
  readonly marks: Pick<ReadMarks, 'read' | 'seen'>;
  readonly presence: Presence;
  readonly feed: Pick<EntryFeed, 'tell'>;
  readonly profile: ReadProfile;
  readonly editNeed: EditNeed;
  readonly translate: TalkTranslator['translate'];
}

export function createConversationDesk(options: ConversationDeskOptions): ConversationDesk {
  const { marks, presence, queue, feed } = options;
  return {
    async read(agentId, conversationId, part) {
      await marks.read(agentId, conversationId);
      return await options.view(agentId, conversationId, part);
    },

    async look(conversationId, viewer) {
      if ((await queue.lines(viewer.agentId, [conversationId])).length === 0)
        throw new AssistantError('NOT_FOUND', 'There is no such conversation');
      presence.look(conversationId, viewer);
      return presence.viewers(conversationId);
    },

    leave: presence.leave,

    async seen(agentId, conversationId) {
      await marks.seen(agentId, conversationId);
      feed.tell(conversationId);
    },

    profile: options.profile,
    translate: options.translate,

    async editNeed(conversationId, agent, edit) {
      await options.editNeed(conversationId, agent, edit);
      return await options.view(agent.agentId, conversationId);
    },
  };
}
