import { channelLimits } from '../domain/channel.ts';
import type { ComposedReply } from '../domain/reply-plan.ts';

/** Characters on the screen of a phone. */
export const LONGEST_REPLY = channelLimits('web').textCharacters;
/** Shorter than a sentence that is worth beginning. */
const SHORTEST_REST = 80;
/** Steps down to shorter wordings; no message has more. */
const MOST_STEPS = 3;

/**
 * Sentences in the longest wordings that fit: from the end, one after the other gives way to its next shorter wording until all
 * of them fit; what comes first is worth its words most. Where nothing helps, all are in their shortest.
 *
 * @param compose The sentences, each so many steps down from the wording that is due; always the same number of them.
 * @param longest Characters of all of them, with a space between two.
 */
export function shortenWords(
  compose: (shorter: number) => readonly ComposedReply[],
  longest: number,
): readonly ComposedReply[] {
  const sentences = [...compose(0)];
  let length = lengthOf(sentences);
  if (length <= longest) return sentences;
  const shorter = Array.from({ length: MOST_STEPS }, (_, step) => compose(step + 1));
  for (let place = sentences.length - 1; place >= 0; place -= 1) {
    for (const step of shorter) {
      const present = sentences[place];
      const instead = step[place];
      if (present === undefined || instead === undefined || instead.text.length >= present.text.length)
        continue;
      sentences[place] = instead;
      length -= present.text.length - instead.text.length;
      if (length <= longest) return sentences;
    }
  }
  return sentences;
}

const lengthOf = (sentences: readonly ComposedReply[]): number =>
  sentences.reduce((sum, { text }) => sum + text.length + 1, -1);

/**
 * Sentences that fit where they are read, in order: what does not fit is left out from the end, and one that is too long by itself
 * ends at a word with an ellipsis. A claim stays with the words it stands in.
 *
 * @param longest Characters of all of them, with a space between two.
 */
export function fitScreen(
  sentences: readonly ComposedReply[],
  longest = LONGEST_REPLY,
): readonly ComposedReply[] {
  const fitting: ComposedReply[] = [];
  let left = longest;
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
