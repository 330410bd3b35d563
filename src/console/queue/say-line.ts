import type { Outcome, QueueItem, QueueTab } from '../../domain/desk/queue.ts';
import { sayCountdown, sayDuration } from '../say-time.ts';

export const TAB_WORDS: Readonly<Record<QueueTab, string>> = {
  waiting: 'Waiting',
  mine: 'With me',
  assistant: 'Assistant',
  others: 'Colleagues',
  closed: 'Closed',
};

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  bought: 'Bought',
  helped: 'Helped',
  'not-found': 'Nothing found',
  unhappy: 'Unhappy',
  spam: 'Spam',
  other: 'Other',
};

/** Of `HandoffReason`; another one is shown as it is. */
export const REASON_WORDS: Readonly<Record<string, string>> = {
  requested: 'Asked for a person',
  order: 'About an order',
  complaint: 'Complaint',
  anger: 'Upset',
  misunderstood: 'Not understood',
  safety: 'Safety',
};

export interface LineTag {
  readonly text: string;
  readonly tone: '' | 'good' | 'warm' | 'bad' | 'cool';
}

/** Why a line stands where it stands, in a word or two. */
export function lineTag(item: QueueItem, nowMs: number): LineTag {
  if (item.heldUntil !== undefined) {
    const leftMs = Date.parse(item.heldUntil) - nowMs;
    return leftMs > 0
      ? { text: `Approve in ${sayCountdown(leftMs)}`, tone: 'warm' }
      : { text: 'Approval overdue', tone: 'bad' };
  }
  switch (item.state) {
    case 'waiting':
      return { text: REASON_WORDS[item.reason ?? ''] ?? item.reason ?? 'Waits', tone: 'warm' };
    case 'person':
      return { text: item.agent?.firstName ?? 'A colleague', tone: 'cool' };
    case 'closed':
      return { text: item.outcome === undefined ? 'Closed' : OUTCOME_WORDS[item.outcome], tone: '' };
    case 'assistant':
      return { text: item.messages === 1 ? '1 message' : `${item.messages} messages`, tone: '' };
  }
}

/** What is looked for; the newest words where nothing is. */
export const lineHeading = ({ wants, lastWords }: QueueItem): string =>
  [wants, lastWords, 'No words yet'].find((words) => words !== '') ?? '';

/** "de · DE", with the channel where it is not the web. */
export const linePlace = ({ locale, market, channel }: QueueItem): string =>
  [locale.split('-', 1)[0], market, ...(channel === 'web' ? [] : [channel])].join(' · ');

/** Of those that wait since when they do; of others since something happened. */
export const lineTime = (item: QueueItem, nowMs: number): string =>
  sayDuration(nowMs - Date.parse(item.state === 'waiting' ? item.since : item.updatedAt));
