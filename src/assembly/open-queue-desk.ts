import { createCatalogueStore } from '../catalog/catalogue-store.ts';
import { type ConversationDesk, createConversationDesk } from '../chat/desk/conversation-desk.ts';
import { createConversationView } from '../chat/desk/conversation-view.ts';
import { createNeedDesk, type NeedDeskOptions } from '../chat/desk/need-desk.ts';
import { createShopperProfile } from '../chat/desk/shopper-profile.ts';
import { createTalkTranslator, type TalkTranslator } from '../chat/desk/talk-translator.ts';
import { type AssignConversation, createAssigning } from '../desk/assigning.ts';
import { createChangeConversation } from '../desk/change-conversation.ts';
import { type CloseConversation, createClosing } from '../desk/closing-book.ts';
import { createCorrectionBook } from '../desk/correction-book.ts';
import { openDealing } from '../desk/dealing.ts';
import { createDeskBook } from '../desk/desk-book.ts';
import { createDeskFeed, type DeskFeed } from '../desk/desk-feed.ts';
import { createEntryFeed, type EntryFeed } from '../desk/entry-feed.ts';
import { createAuditLog } from '../desk/identity/audit-log.ts';
import { createNoteBook, type NoteBook } from '../desk/note-book.ts';
import { createPresence } from '../desk/presence.ts';
import { createQueueBook, type QueueBook } from '../desk/queue-book.ts';
import { createReadMarks, type ReadMarks } from '../desk/read-marks.ts';
import { createSatisfactionBook } from '../desk/satisfaction-book.ts';
import type { SettingsBook } from '../desk/settings-book.ts';
import type { Draft } from '../domain/desk/draft.ts';
import type { Database } from '../ports/database.ts';
import { createReplier } from '../reply/replier.ts';

export interface QueueDeskOptions extends Partial<Pick<NeedDeskOptions, 'inside' | 'shop' | 'replier'>> {
  readonly database: Database;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly settings: Pick<SettingsBook, 'inForce'>;
  /** Hears of every change of a conversation; one of its own when absent. */
  readonly feed?: EntryFeed;
  /** Without a model when absent. */
  readonly translator?: Pick<TalkTranslator, 'translate'>;
  /** As of `ConversationViewOptions`. */
  readonly draftOf?: (conversationId: string) => Promise<Draft | undefined>;
}

/** The queue and its conversations, as the desk works on them. */
export interface QueueRooms {
  readonly queue: QueueBook;
  /** What changes in it, as it changes. */
  readonly news: DeskFeed;
  readonly conversations: ConversationDesk;
  readonly close: CloseConversation;
  readonly assign: AssignConversation;
  readonly notes: NoteBook;
  readonly marks: ReadMarks;
}

export function openQueueDesk(options: QueueDeskOptions): QueueRooms {
  const { database, clock, settings, draftOf } = options;
  const feed = options.feed ?? createEntryFeed();
  const book = createDeskBook(database, feed, clock);
  const queue = createQueueBook(database);
  const presence = createPresence(clock);
  const audit = createAuditLog(database);
  const marks = createReadMarks(database, audit, clock);
  const change = createChangeConversation(database, feed, clock);
  const notes = createNoteBook(database, change, clock);
  const rule = () => settings.inForce('satisfaction').value;
  const satisfaction = createSatisfactionBook({ database, change, rule, clock });
  const view = createConversationView({
    ...{ database, queue, book, notes, presence, satisfaction },
    corrections: createCorrectionBook(database),
    ...(draftOf === undefined ? {} : { draftOf }),
  });
  const editNeed = createNeedDesk({
    inside: options.inside ?? (async (_, work) => await work()),
    shop: options.shop ?? (() => ({ vocabulary: { canonicalValue: () => undefined }, markets: [] })),
    replier: options.replier ?? createReplier(),
    ...{ change, audit, clock },
  });
  const { products } = createCatalogueStore(database);
  const profile = createShopperProfile({ database, marks, products });
  const { translate } = options.translator ?? createTalkTranslator({ database });
  const news = createDeskFeed({ feed, queue, presence, processId: options.newId() });
  openDealing({ database, book, feed, news, audit, rule: () => settings.inForce('assignment').value, clock });
  return {
    queue,
    news,
    conversations: createConversationDesk({
      ...{ view, queue, marks, presence, feed, profile, editNeed, translate },
    }),
    close: createClosing({ change, satisfaction, audit, clock }),
    assign: createAssigning({ database, book, audit, clock }),
    notes,
    marks,
  };
}
