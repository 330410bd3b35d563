import type { QueueItem } from '../../src/domain/desk/queue.ts';

/** A line of the queue; what is not said of it is the same in all. */
export const queueItem = (conversationId: string, item: Partial<QueueItem> = {}): QueueItem => ({
  conversationId,
  state: 'assistant',
  market: 'US',
  locale: 'en-US',
  channel: 'web',
  isCustomer: false,
  wants: 'a scarf',
  lastWords: 'in wool',
  messages: 1,
  isUnread: false,
  since: '2026-01-01T10:00:00.000Z',
  updatedAt: '2026-01-01T10:00:00.000Z',
  ...item,
});
