import type { Agent, DeskBook } from '../desk/desk-book.ts';
import type { EntryFeed } from '../desk/entry-feed.ts';
import type { SatisfactionBook } from '../desk/satisfaction-book.ts';
import type { Language } from '../domain/locale.ts';
import { type Entry, type Handling, isForColleagues } from '../domain/person.ts';
import type { Chat, ConversationKey } from './chat.ts';
import type { TalkTranslator } from './desk/talk-translator.ts';

/** Who answers, and what persons said. */
export interface Attended {
  readonly handling: Handling;
  /** Oldest first. */
  readonly entries: readonly Entry[];
  /** The shopper is to be asked how it was; absent when they are not. */
  readonly askSatisfaction?: true;
}

/** Words of a person, as they write them. */
export interface PersonMessage {
  readonly text: string;
  readonly clientMessageId?: string;
  /** What it is written in: put into the shopper's language where that is another one. Sent as it is when absent. */
  readonly language?: Language;
  /** As it was written, where `text` is its translation already; kept for the desk. */
  readonly original?: string;
}

/** What became of them. */
export interface SaidEntry extends Entry {
  /** Of words whose language was named; `no-model`: there is none that could translate. */
  readonly translation?: 'done' | 'not-needed' | 'failed' | 'no-model';
}

/** Persons of the shop in conversations, seen from both sides. */
export interface PersonDesk extends Pick<DeskBook, 'join'> {
  /** As `DeskBook.say`; words that cannot be translated are sent as they are, and the answer says so. */
  say(conversationId: string, agent: Agent, message: PersonMessage): Promise<SaidEntry>;
  /** @param after Number of the last entry that is known; 0 for all. */
  attended(conversationId: string, after: number): Promise<Attended>;
  /** @throws {AssistantError} NOT_FOUND, also for a wrong token. */
  authorize(key: ConversationKey): Promise<void>;
  /** The assistant answers again: by whoever handed back, or by the shopper. */
  leave(conversationId: string, agent?: Agent): Promise<Handling>;
  /** The shopper says how it was; as `SatisfactionBook.answer`. */
  rate: SatisfactionBook['answer'];
  /** Hears that something new stands in a conversation. @returns How to stop. */
  listen(conversationId: string, listener: () => void): () => void;
}

export function createPersonDesk({
  chat,
  book,
  feed,
  satisfaction,
  settle,
  translator,
}: {
  readonly chat: Pick<Chat, 'authorize'>;
  readonly book: DeskBook;
  readonly feed: EntryFeed;
  readonly satisfaction: Pick<SatisfactionBook, 'isAsked' | 'answer'>;
  /** Of what is held, what is due by now. */
  readonly settle: () => Promise<void>;
  readonly translator: Pick<TalkTranslator, 'forShopper'>;
}): PersonDesk {
  const say: PersonDesk['say'] = async (conversationId, agent, { language, ...message }) => {
    if (language === undefined) return await book.say(conversationId, agent, message);
    const translation = await translator.forShopper(conversationId, message.text, language);
    const { outcome } = translation;
    const words = outcome === 'done' ? { text: translation.text, original: message.text } : {};
    const said = await book.say(conversationId, agent, { ...message, ...words });
    return { ...said, translation: outcome === 'changed' ? 'failed' : outcome };
  };

  return {
    join: book.join,
    leave: book.leave,
    say,
    rate: satisfaction.answer,
    listen: feed.listen,
    async authorize(key) {
      await chat.authorize(key);
    },
    async attended(conversationId, after) {
      await settle();
      const entries = await book.entries(conversationId, after);
      return {
        handling: await book.handling(conversationId),
        entries: entries.filter(({ kind }) => !isForColleagues(kind)).map(({ original: _, ...told }) => told),
        ...((await satisfaction.isAsked(conversationId)) && { askSatisfaction: true }),
      };
    },
  };
}
