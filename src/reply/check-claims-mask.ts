import { UNSPACED } from '../text/unspaced-scripts.ts';

/** Stands for one character of something already accounted for; cannot occur in a cleaned text. */
export const HIDDEN = '\u0001';

export interface Hit {
  readonly from: number;
  readonly to: number;
}

/** A sentence in which what is proved is covered, so that the rest can be judged. Offsets stay those of the sentence. */
export interface MaskedText {
  /** As written, with simple quotes, hyphens and spaces; what is covered reads as `HIDDEN`. */
  visible(): string;
  cover(hit: Hit): void;
  /** Places of whole words that read as the phrase, without regard to case; each is covered. */
  coverPhrase(phrase: string): Hit[];
}

/** Typography that means the same, one character for one. */
export function foldTypography(text: string): string {
  return text
    .replace(/[\u00A0\u202F\u2009\u2007]/g, ' ')
    .replace(/[‘’ʼ´`]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH))
    .replaceAll('\u3000', ' ')
    .replaceAll('￥', '¥');
}

/** From a full-width character to the ASCII one that it is a form of. */
const FULL_WIDTH = 0xfee0;

export function maskText(text: string): MaskedText {
  let shown = foldTypography(text);
  const folded = foldCase(shown);

  function cover({ from, to }: Hit): void {
    shown = shown.slice(0, from) + HIDDEN.repeat(to - from) + shown.slice(to);
  }

  function isFree(hit: Hit): boolean {
    const inside = shown.slice(hit.from, hit.to);
    // The M of "I'm" is no size.
    if (inside.length === 1 && MARKED.test(shown.slice(Math.max(0, hit.from - 1), hit.to + 1))) return false;
    return !inside.includes(HIDDEN) && !joins(shown, hit.from) && !joins(shown, hit.to);
  }

  return {
    visible: () => shown,
    cover,
    coverPhrase(phrase) {
      const wanted = foldCase(foldTypography(phrase.normalize('NFC').trim()));
      const hits: Hit[] = [];
      if (wanted === '') return hits;
      for (
        let from = folded.indexOf(wanted);
        from >= 0;
        from = folded.indexOf(wanted, from + wanted.length)
      ) {
        const hit = { from, to: from + wanted.length };
        if (!isFree(hit)) continue;
        cover(hit);
        hits.push(hit);
      }
      return hits;
    },
  };
}

/** Lower case, when that keeps the length (it does not for "İ"). */
function foldCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

/** True when the characters left and right of the offset belong to one word; words of scripts without spaces begin and end anywhere. */
const joins = (text: string, offset: number): boolean =>
  offset > 0 && JOINED.test(text.slice(offset - 1, offset + 1));

const MARKED = /['-]\p{L}|\p{L}['-](?!\s)/u;
const JOINED = new RegExp(`^[[\\p{L}\\p{N}]--[${UNSPACED}]]{2}$`, 'v');
