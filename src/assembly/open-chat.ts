import { type ChatOptions, createChat } from '../chat/create-chat.ts';
import { createDraftDesk, type DraftDesk } from '../chat/desk/draft-desk.ts';
import { createDraftWorks } from '../chat/desk/draft-work.ts';
import { createHeldTurns } from '../chat/desk/held-turns.ts';
import { type HoldClock, openHoldClock } from '../chat/desk/hold-clock.ts';
import { createSettleDraft } from '../chat/desk/settle-drafts.ts';
import { createSuggestionDesk, type SuggestionDesk } from '../chat/desk/suggestion-desk.ts';
import { createTalkTranslator, type TalkTranslator } from '../chat/desk/talk-translator.ts';
import { createPersonDesk, type PersonDesk } from '../chat/person-desk.ts';
import { createChangeConversation } from '../desk/change-conversation.ts';
import type { CorrectionBook } from '../desk/correction-book.ts';
import { createDeskBook } from '../desk/desk-book.ts';
import { createDraftBook } from '../desk/draft-book.ts';
import { createEntryFeed, type EntryFeed } from '../desk/entry-feed.ts';
import { createAuditLog } from '../desk/identity/audit-log.ts';
import { createSatisfactionBook } from '../desk/satisfaction-book.ts';
import type { SettingsBook } from '../desk/settings-book.ts';
import type { Translate } from '../reply/translate.ts';

export interface ChatRoomsOptions extends Omit<ChatOptions, 'desk'> {
  readonly settings: SettingsBook;
  readonly corrections: CorrectionBook;
  /** Absent where no model is there. */
  readonly translate?: Translate | undefined;
  /** Hears what went wrong. */
  readonly note: (text: string) => void;
}

/** Conversations, with the persons who take part in them. */
export interface ChatRooms {
  readonly chat: ReturnType<typeof createChat>;
  readonly persons: PersonDesk;
  /** Replies that are held, and lists that are corrected. */
  readonly drafts: DraftDesk;
  readonly suggestions: SuggestionDesk;
  readonly feed: EntryFeed;
  readonly translator: TalkTranslator;
  close(): void;
}

/** Opens conversations; what a process before this one held is held on. */
export async function openChat({
  settings,
  corrections,
  note,
  translate,
  ...options
}: ChatRoomsOptions): Promise<ChatRooms> {
  const { database, clock, newId, shop, replier } = options;
  const feed = createEntryFeed();
  const book = createDeskBook(database, feed, clock);
  const drafts = createDraftBook(database);
  const review = () => settings.inForce('review').value;
  let holds: HoldClock | undefined;
  const onHeld = (untilMs: number) => holds?.at(untilMs);
  const held = createHeldTurns({ book: drafts, settings: review, shop, replier, onHeld });
  const chat = createChat({ ...options, desk: { book, feed, held } });
  const historyOf = async ({ conversationId }: { readonly conversationId: string }) =>
    (await chat.visitOf(conversationId)).history;
  const working = {
    ...{ database, drafts, feed, replier, clock, inside: chat.inside, look: chat.look },
    works: createDraftWorks({ database, drafts, shop, replier, clock, historyOf }),
    books: { corrections, audit: createAuditLog(database), newId },
  };
  const settle = createSettleDraft({ ...working, settings: review });
  const clockOfHolds = await openHoldClock({ drafts, settle, clock, note });
  holds = clockOfHolds;
  const satisfaction = createSatisfactionBook({
    ...{ database, clock, change: createChangeConversation(database, feed, clock) },
    rule: () => settings.inForce('satisfaction').value,
  });
  const translator = createTalkTranslator({ database, translate });
  const { check, close } = clockOfHolds;
  return {
    chat,
    persons: createPersonDesk({ chat, book, feed, satisfaction, settle: check, translator }),
    drafts: createDraftDesk({ ...working, settle: check }),
    suggestions: createSuggestionDesk({ ...working, rooms: options }),
    ...{ feed, translator },
    close,
  };
}
