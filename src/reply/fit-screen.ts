import type { ComposedReply } from '../domain/reply-plan.ts';

/** Characters on the screen of a phone. */
export const LONGEST_REPLY = 700;
/** Shorter than a sentence that is worth beginning. */
const SHORTEST_REST = 80;

/**
 * Sentences that fit on a phone's screen, in order: what does not fit is left out from the end, and one that is too long by itself ends at a
 * word with an ellipsis. A claim stays with the words it stands in.
 */
export function fitScreen(sentences: readonly ComposedReply[]): readonly ComposedReply[] {
  const fitting: ComposedReply[] = [];
  let left = LONGEST_REPLY;
  for (const sentence of sentences) {
    if (sentence.text.length > left) {
      if (left >= SHORTEST_REST) fitting.push(shorten(sentence, left));
      break;
    }
    fitting.push(sentence);
    left -= sentence.text.length + 1;
  }
  return fitting;
}

function shorten({ text, claims }: ComposedReply, most: number): ComposedReply {
  const cut = text.slice(0, most - 1);
  const word = /^.*\S(?=\s)/su.exec(cut)?.[0] ?? '';
  // Half of a pair of code units is no character.
  const kept = (word.length > most / 2 ? word : cut)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .replace(/[\s·,;:]+$/u, '');
  const shortened = `${kept}…`;
  return { text: shortened, claims: claims.filter((claim) => shortened.includes(claim.text)) };
}
