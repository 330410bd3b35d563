/** A piece of text that stands or falls as a whole: a sentence, or a line of a list. */
export interface Sentence {
  /** Without the white space around it, NFC. */
  readonly text: string;
  /** Line breaks before it, 0 to 2. */
  readonly breaks: number;
  /** False when the text ended in the middle of it. */
  readonly finished: boolean;
  /** True when it is longer than a sentence may be; `text` is then only its end. */
  readonly overlong: boolean;
}

export interface SentenceSplitter {
  /** Sentences that are complete with this piece. */
  push(piece: string): Sentence[];
  /** What is left. */
  end(): Sentence[];
}

const LONGEST_SENTENCE = 600;
/** Shorter than what the buffer holds of an overlong sentence however its pieces fell. */
const KEPT_OF_OVERLONG = 200;
const LONGEST_PHRASE = 300;

/** Controls, invisible formats (bidi, zero-width, tags), private use, unassigned, halves of characters. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/u;

/** Where a sentence may end: a mark and closing quotes before white space and something more; or a line break. */
const POSSIBLE_END = /([.!?…]["'”’»)*_]{0,5})(\s{1,4})(?=\S)|\n/gu;
/** Characters at the end of the buffer in which a possible end may be incomplete. */
const UNDECIDED = 16;

/** Followed by a full stop, these do not end a sentence: single letters, list numbers, usual abbreviations. */
const ABBREVIATION =
  /(?:^|[^\p{L}\p{N}])(?:\p{L}|(?<=^[\s*]*)\d{1,2}|approx|ca|dr|mr|mrs|ms|no|nr|gr|st|vs|inkl|incl|exkl|max|min|bzw|evtl|ggf|env|réf|ref|sr|sra|aprox|núm|ej|ex)\.$/iu;

/**
 * Cuts a text that arrives in pieces into sentences and cleans it of what cannot be seen. The result depends on the text
 * alone, not on the pieces. Memory and time per character are bounded.
 *
 * @param phrases Names that may hold a full stop ("Dr. Martens"): no sentence ends inside one.
 */
export function createSentenceSplitter(phrases: readonly string[]): SentenceSplitter {
  const beginnings = phrases.flatMap((phrase) =>
    [...phrase.slice(0, LONGEST_PHRASE).matchAll(/[.!?…]["'”’»)]*(?=\s)/gu)].map((match) =>
      phrase.slice(0, match.index + match[0].length),
    ),
  );
  const clean = createCleaner();
  let buffer = '';
  /** Characters of the present sentence that are no longer in the buffer. */
  let dropped = 0;
  let decided = 0;
  let breaks = 0;

  function take(until: number, finished: boolean): Sentence[] {
    const overlong = dropped + until > LONGEST_SENTENCE;
    const whole = buffer.slice(0, until).trim();
    const text = (overlong ? whole.slice(-KEPT_OF_OVERLONG) : whole).normalize('NFC');
    buffer = buffer.slice(until);
    dropped = 0;
    decided = 0;
    if (text === '') return [];
    const sentence = { text, breaks: Math.min(2, breaks), finished, overlong };
    breaks = 0;
    return [sentence];
  }

  function isEnd(from: number, to: number): boolean {
    if (/^\p{Ll}/u.test(buffer.slice(to, to + 2))) return false;
    const before = buffer.slice(Math.max(0, from - LONGEST_PHRASE), from);
    return (
      !ABBREVIATION.test(before.slice(-16)) && !beginnings.some((beginning) => before.endsWith(beginning))
    );
  }

  /** Start and end of the white space after the first sentence of the buffer. */
  function nextEnd(): { readonly from: number; readonly to: number } | undefined {
    POSSIBLE_END.lastIndex = decided;
    for (let match = POSSIBLE_END.exec(buffer); match !== null; match = POSSIBLE_END.exec(buffer)) {
      const [whole, mark, space] = match;
      const to = match.index + whole.length;
      if (mark === undefined || space === undefined) return { from: match.index, to };
      const from = match.index + mark.length;
      if (space.includes('\n') || isEnd(from, to)) return { from, to };
      decided = to;
    }
    decided = Math.max(decided, buffer.length - UNDECIDED);
    return undefined;
  }

  function drain(): Sentence[] {
    const sentences: Sentence[] = [];
    for (let end = nextEnd(); end !== undefined; end = nextEnd()) {
      sentences.push(...take(end.from, true));
      breaks += buffer.slice(0, end.to - end.from).split('\n').length - 1;
      buffer = buffer.slice(end.to - end.from);
    }
    return sentences;
  }

  return {
    push(piece) {
      const text = clean(piece);
      const sentences: Sentence[] = [];
      for (let from = 0; from < text.length; from += LONGEST_SENTENCE) {
        buffer += text.slice(from, from + LONGEST_SENTENCE);
        sentences.push(...drain());
        const surplus = Math.max(0, buffer.length - LONGEST_SENTENCE);
        buffer = buffer.slice(surplus);
        dropped += surplus;
        decided = Math.max(0, decided - surplus);
      }
      return sentences;
    },
    end: () => take(buffer.length, false),
  };
}

/** Removes what cannot be seen and folds white space: one space, at most two line breaks. Works across pieces. */
function createCleaner(): (piece: string) => string {
  let half = '';
  let lineBreaks = 0;
  let afterSpace = true;
  return (piece) => {
    const joined = half + piece;
    const complete = /[\uD800-\uDBFF]$/.test(joined) ? joined.length - 1 : joined.length;
    half = joined.slice(complete);
    let cleaned = '';
    for (const character of joined.slice(0, complete)) {
      if (character === '\n') {
        lineBreaks += 1;
        if (lineBreaks <= 2) cleaned += '\n';
        afterSpace = true;
      } else if (/\s/.test(character)) {
        if (!afterSpace) cleaned += /[\u00A0\u202F]/.test(character) ? character : ' ';
        afterSpace = true;
      } else if (!INVISIBLE.test(character)) {
        cleaned += character;
        lineBreaks = 0;
        afterSpace = false;
      }
    }
    return cleaned;
  };
}
