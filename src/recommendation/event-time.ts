import type { SegmentEvent } from './segment-event.ts';

const DAY_MS = 86_400_000;
/** Longest that a client keeps events it could not send. What nobody answers for is never taken as older. */
const LONGEST_DELAY_MS = 7 * DAY_MS;

interface EventTime {
  /** Epoch milliseconds, never after the receipt. */
  readonly occurredAtMs: number;
  /** What had to be corrected, in words. */
  readonly adjusted?: string;
}

/**
 * When an event happened, by the sender's word.
 *
 * A sender's clock may be wrong: where it tells when it sent the event (`sentAt`), the time is counted back from the
 * receipt by as much as lay between the two on that clock. A file is read long after it was sent: there the word counts.
 * The future becomes the receipt. An event of nobody lies at most 7 days back, else one sender could fill a year of days
 * with it and so escape the damping of what nobody answers for.
 */
export function timeOfEvent(
  { timestamp, originalTimestamp, sentAt }: SegmentEvent,
  context: { readonly receivedAtMs: number; readonly isFile: boolean; readonly isNobody: boolean },
): EventTime {
  const { receivedAtMs, isFile, isNobody } = context;
  const told = timestamp ?? originalTimestamp;
  if (told === undefined) return { occurredAtMs: receivedAtMs };
  const isCorrected = !isFile && sentAt !== undefined;
  const toldAtMs = isCorrected ? receivedAtMs - Math.max(0, sentAt - (originalTimestamp ?? told)) : told;
  if (toldAtMs > receivedAtMs)
    return {
      occurredAtMs: receivedAtMs,
      adjusted: 'timestamp: lies in the future, the time of receipt was taken',
    };
  const earliestMs = receivedAtMs - LONGEST_DELAY_MS;
  if (isNobody && !isFile && toldAtMs < earliestMs)
    return {
      occurredAtMs: earliestMs,
      adjusted: 'timestamp: an event of nobody counts as at most 7 days old',
    };
  return { occurredAtMs: toldAtMs };
}
