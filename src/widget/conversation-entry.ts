import type { Said } from './conversation-options.ts';
import type { Reply } from './reply-state.ts';

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
      /** Not an answer that was waited for: it came beside the turns. */
      readonly isAside?: true;
      /** The answer of that turn, which was held. */
      readonly isApproved?: true;
      /** The person of the shop who looked at the assistant's words before they were let go. */
      readonly checkedBy?: string;
    }
  | { readonly kind: 'event'; readonly id: string; readonly event: LogEvent; readonly firstName: string };

/** A person was asked for, came, went; the conversation of before is no more. */
export type LogEvent = 'asked' | 'joined' | 'left' | 'closed' | 'renewed';

/** What is said, as it stands in the log from the first moment. */
export const toSaid = ({ text, clientMessageId, picture }: Said): Entry => ({
  kind: 'said',
  id: `said:${clientMessageId}`,
  text,
  hasPicture: picture !== undefined,
});

/** That the conversation is another one from here. */
export const renewed = (id: string): Entry => ({
  kind: 'event',
  id: `renewed:${id}`,
  event: 'renewed',
  firstName: '',
});

/** A message that a person answers gets a reply without content. */
export const hasContent = ({ text, products }: Reply): boolean => text !== '' || products.length > 0;
