import type { StoredMessage } from './chat-client.ts';
import type { Said } from './conversation-options.ts';
import type { AttendedEntry } from './follow-attended.ts';
import { type Reply, replyOf } from './reply-state.ts';

/** Who speaks to the shopper: the automated assistant, or a person of the shop. */
export type Author = 'assistant' | { readonly firstName: string };

/** What stands in the log. `id` is one's own for as long as the entry is shown. */
export type Entry =
  | {
      readonly kind: 'said';
      readonly id: string;
      readonly text: string;
      /** A picture came with it, which is kept nowhere. */
      readonly hasPicture?: boolean;
    }
  | {
      readonly kind: 'reply';
      readonly id: string;
      readonly author: Author;
      readonly reply: Reply;
      /** Came while the panel was there, rather than out of the history. */
      readonly isNew: boolean;
    }
  | { readonly kind: 'event'; readonly id: string; readonly event: LogEvent; readonly firstName: string };

/** A person was asked for, came, went; the conversation of before is no more. */
export type LogEvent = 'asked' | 'joined' | 'left' | 'renewed';

/** What is said, as it stands in the log from the first moment. */
export const toSaid = ({ text, clientMessageId, picture }: Said): Entry => ({
  kind: 'said',
  id: `said:${clientMessageId}`,
  text,
  hasPicture: picture !== undefined,
});

/** Stored turns as they stand in the log, with what persons said between them. */
export function toEntries(
  messages: readonly StoredMessage[],
  beside: readonly AttendedEntry[],
): readonly Entry[] {
  return messages.flatMap(({ messageId, utterance, turn }): Entry[] => {
    const reply = replyOf(turn);
    return [
      { kind: 'said', id: `said:${messageId}`, text: utterance, hasPicture: turn.seen !== undefined },
      ...(hasContent(reply) ? [toReply(`reply:${messageId}`, reply)] : []),
      ...beside.filter(({ afterMessageId }) => afterMessageId === messageId).map((entry) => toEntry(entry)),
    ];
  });
}

const toReply = (id: string, reply: Reply): Entry => ({
  kind: 'reply',
  id,
  author: 'assistant',
  reply,
  isNew: false,
});

/** What a person said, or that one came or went. */
export function toEntry(entry: AttendedEntry, isNew = false): Entry {
  const { number, kind, firstName = '', text = '' } = entry;
  const id = `beside:${number}`;
  if (kind !== 'said') return { kind: 'event', id, event: kind, firstName };
  const reply: Reply = {
    messageId: id,
    language: '',
    text,
    products: [],
    chips: [],
    isDegraded: false,
    isComplete: true,
  };
  return { kind: 'reply', id, author: { firstName }, reply, isNew };
}

/** That the conversation is another one from here. */
export const renewed = (id: string): Entry => ({
  kind: 'event',
  id: `renewed:${id}`,
  event: 'renewed',
  firstName: '',
});

/** A message that a person answers gets a reply without content. */
export const hasContent = ({ text, products }: Reply): boolean => text !== '' || products.length > 0;
