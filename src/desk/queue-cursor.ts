import { AssistantError } from '../errors/assistant-error.ts';

/** The last line of a page. */
export interface QueueCursor {
  readonly atMs: number;
  readonly conversationId: string;
}

export const formatCursor = ({ atMs, conversationId }: QueueCursor): string =>
  Buffer.from(`${atMs} ${conversationId}`).toString('base64url');

/** @throws {AssistantError} INVALID_ARGUMENT unless it was made by `formatCursor`. */
export function parseCursor(cursor: string): QueueCursor {
  const [, atMs, conversationId] =
    Buffer.from(cursor, 'base64url')
      .toString()
      .match(/^(\d{1,15}) (.+)$/s) ?? [];
  if (atMs !== undefined && conversationId !== undefined) return { atMs: Number(atMs), conversationId };
  throw new AssistantError('INVALID_ARGUMENT', '"after" is no `next` of a page of the queue');
}
