import { type Entry, hasContent } from './conversation-entry.ts';
import type { AttendedEntry } from './follow-attended.ts';
import type { StoredMessage } from './further-client.ts';
import { EMPTY_REPLY, type Reply, replyOf } from './reply-state.ts';

/** Stored turns as they stand in the log, with what came between them. */
export function toEntries(
  messages: readonly StoredMessage[],
  beside: readonly AttendedEntry[],
): readonly Entry[] {
  return withoutCorrected(
    messages.flatMap(({ messageId, utterance, turn }): Entry[] => {
      const reply = replyOf(turn);
      return [
        { kind: 'said', id: `said:${messageId}`, text: utterance, hasPicture: turn.seen !== undefined },
        ...(hasContent(reply) ? [toReply(`reply:${messageId}`, reply)] : []),
        ...beside
          .filter(({ afterMessageId }) => afterMessageId === messageId)
          .flatMap((entry) => toEntry(entry)),
      ];
    }),
    beside,
  );
}

/** A list that a person corrected stands where they put it, and nowhere else. */
export function withoutCorrected(
  entries: readonly Entry[],
  beside: readonly AttendedEntry[],
): readonly Entry[] {
  const corrected = new Set(
    beside.flatMap(({ kind, afterMessageId }) => (kind === 'corrected' ? [afterMessageId] : [])),
  );
  const latest = new Map(
    entries.flatMap((entry) => (entry.kind === 'reply' ? [[entry.reply.messageId, entry.id] as const] : [])),
  );
  return entries.map((entry) => {
    if (entry.kind !== 'reply' || !corrected.has(entry.reply.messageId)) return entry;
    const isLatest = latest.get(entry.reply.messageId) === entry.id;
    return isLatest ? entry : { ...entry, reply: { ...entry.reply, products: [], chips: [] } };
  });
}

const toReply = (id: string, reply: Reply): Entry => ({
  kind: 'reply',
  id,
  author: 'assistant',
  reply,
  isNew: false,
});

/** What came beside the turns: words, a list, or that a person came or went; nothing for what is not known here. */
export function toEntry(entry: AttendedEntry, isNew = false): Entry[] {
  const { number, kind, afterMessageId, firstName = '', text = '', products = [], listId } = entry;
  const id = `beside:${number}`;
  const list = { products, ...(listId !== undefined && { listId }) };
  const reply: Reply = { ...EMPTY_REPLY, messageId: afterMessageId ?? id, text, ...list, isComplete: true };
  const aside = { kind: 'reply', id, reply, isNew, isAside: true } as const;
  switch (kind) {
    case 'said':
    case 'corrected':
      return [{ ...aside, author: { firstName } }];
    case 'approved':
      return [
        {
          ...aside,
          author: 'assistant',
          isApproved: true,
          ...(firstName !== '' && { checkedBy: firstName }),
        },
      ];
    case 'lapsed':
      return [{ ...aside, author: 'assistant' }];
    case 'asked':
    case 'joined':
    case 'left':
    case 'closed':
      return [{ kind: 'event', id, event: kind, firstName }];
    default:
      return [];
  }
}
