import { hidePrivateParts } from './model-parser-privacy.ts';

/** What is longer is a message of its own, and seldom said twice. */
const LONGEST = 80;

/**
 * Whether the answer to a message may be kept for others who write the same: it opens a conversation, so that nothing of one stands in
 * the prompt, it is short, and it holds nothing that would have to be hidden.
 *
 * @param told The conversation as the prompt tells it.
 * @param untold The same where nothing was said yet.
 */
export function isShareable(utterance: string, told: unknown, untold: unknown): boolean {
  return (
    [...utterance].length <= LONGEST &&
    hidePrivateParts(utterance) === utterance &&
    JSON.stringify(told) === JSON.stringify(untold)
  );
}
