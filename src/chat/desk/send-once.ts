import type { ChangeConversation } from '../../desk/change-conversation.ts';
import type { Agent } from '../../desk/desk-book.ts';
import type { DraftBook } from '../../desk/draft-book.ts';
import { assertSame, findHandling } from '../../desk/handling-rows.ts';
import type { Refinement } from '../../domain/desk/draft.ts';
import type { Entry } from '../../domain/person.ts';
import { AssistantError } from '../../errors/assistant-error.ts';
import { type RefinedBooks, type RefinedSend, writeRefined } from './write-refined.ts';

export interface SendBooks {
  readonly change: ChangeConversation;
  readonly drafts: DraftBook;
  readonly books: RefinedBooks;
}

/**
 * Sends what was worked on, if it still is as it was then: all of it, or nothing.
 *
 * @returns undefined when it has another version by now.
 * @throws {AssistantError} CONFLICT when somebody else answers the conversation, or `said` is sent by somebody who does not.
 */
export async function sendOnce(
  { change, drafts, books }: SendBooks,
  { send, version, by }: { readonly send: RefinedSend; readonly version: number; readonly by: Agent },
): Promise<Entry | undefined> {
  const { kept, isNew } = send.work;
  const { conversationId } = kept;
  return await change(conversationId, async (write) => {
    const handling = await findHandling(write, conversationId);
    if (handling?.state === 'person') assertSame(handling, by);
    else if (send.kind === 'said')
      throw new AssistantError('CONFLICT', 'The assistant answers this conversation; take it over first');
    if (isNew) await drafts.keep(write, { ...kept, version: version + 1, changedBy: by });
    else if (!(await drafts.change(write, kept.messageId, { version, state: 'sent', by })))
      return { result: undefined, isNothing: true };
    return {
      result: await writeRefined(write, send, books),
      said: `${send.text} ${send.refinement.original ?? ''}`,
    };
  });
}

/** @throws {AssistantError} INVALID_ARGUMENT when a product is listed twice, or listed and banned. */
export function assertConsistent({ products, banned }: Refinement): void {
  const listed = new Set(products.map(({ productId }) => productId));
  if (listed.size < products.length)
    throw new AssistantError('INVALID_ARGUMENT', 'A product is listed twice');
  const both = banned.find(({ productId }) => listed.has(productId));
  if (both !== undefined)
    throw new AssistantError('INVALID_ARGUMENT', `"${both.productId}" is listed and banned`);
}

export const sameIds = (
  left: readonly { readonly productId: string }[],
  right: readonly { readonly productId: string }[],
): boolean =>
  left.length === right.length && left.every(({ productId }, at) => productId === right[at]?.productId);
