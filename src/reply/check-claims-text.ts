import { SIZE_WORDS } from './check-claims-words.ts';

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
  /** Whether white space parts it from what went before. */
  readonly spaced: boolean;
  /** It goes on: `text` is a first part of it that may stand alone. The whole sentence follows. */
  readonly open?: true;
}

export interface SentenceSplitter {
  /** Sentences that are complete with this piece. */
  push(piece: string): Sentence[];
  /** What is left. */
  end(): Sentence[];
}

export interface SplitterOptions {
  /** Global; where a first part of a sentence may end, with what has to follow looked ahead to. Absent: sentences only. */
  readonly clauseEnd?: RegExp | undefined;
  /** Phrases that end in a single letter which abbreviates nothing: "size M", "80 C". */
  readonly letters?: readonly string[];
}

const LONGEST_SENTENCE = 600;
/** A part of a sentence that is longer waits for the whole. */
const LONGEST_CLAUSE = 300;
/** Shorter than what the buffer holds of an overlong sentence however its pieces fell. */
const KEPT_OF_OVERLONG = 200;
const LONGEST_PHRASE = 300;

/** Controls, invisible formats (bidi, zero-width, tags), private use, unassigned, halves of characters. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/u;

/**
 * Where a sentence may end: a mark and closing quotes before white space and something more; an ideographic mark before anything but
 * another mark or the end of a quotation; or a line break.
 */
const POSSIBLE_END =
  /([.!?…]["'”’»)*_]{0,5})(\s{1,4})(?=\S)|([。！？]+[*_]{0,3}\s{0,4})(?=[^。！？」』）*_\s])|\n/gu;
/** Characters at the end of the buffer in which a possible end may be incomplete. */
const UNDECIDED = 16;

/** A letter behind a number, or for a size, abbreviates nothing. */
const SIZE_LETTER = new RegExp(
  `[\\d/] ?\\p{L}\\.$|(?<!\\p{L})(?:${SIZE_WORDS})(?!\\p{L})[^.!?]{0,60} [SML]\\.$`,
  'iu',
);

/** Followed by a full stop, these do not end a sentence: single letters, list numbers, usual abbreviations. */
const ABBREVIATION =
  /(?:^|[^\p{L}\p{N}-])(?:\p{L}|(?<=^[\s*]*)\d{1,2}|approx|ca|dr|mr|mrs|ms|no|nr|gr|st|vs|inkl|incl|exkl|max|min|bzw|evtl|ggf|env|réf|ref|sr|sra|aprox|núm|ej|ex)\.$/iu;

/**
 * Cuts a text that arrives in pieces into sentences and cleans it of what cannot be seen. The result depends on the text
 * alone, not on the pieces. Memory and time per character are bounded.
 *
 * @param phrases Names that may hold a full stop ("Dr. Martens"): no sentence ends inside one.
 */
export function createSentenceSplitter(
  phrases: readonly string[],
  { clauseEnd, letters = [] }: SplitterOptions = {},
): SentenceSplitter {
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
  let spaced = true;
  /** Where to look for the end of the next clause. */
  let clauseFrom = 0;

  /** First parts of the sentence that begins the buffer, up to an offset. */
  function clauses(until: number): Sentence[] {
    const found: Sentence[] = [];
    if (clauseEnd === undefined || dropped > 0) return found;
    clauseEnd.lastIndex = clauseFrom;
    for (let match = clauseEnd.exec(buffer); match !== null; match = clauseEnd.exec(buffer)) {
      if (match.index >= Math.min(until, LONGEST_CLAUSE)) break;
      clauseFrom = match.index + 1;
      clauseEnd.lastIndex = clauseFrom;
      const text = buffer.slice(0, match.index).trim().normalize('NFC');
      if (text === '') continue;
      found.push({ text, breaks: Math.min(2, breaks), finished: true, overlong: false, spaced, open: true });
    }
    return found;
  }

  function take(until: number, finished: boolean): Sentence[] {
    const overlong = dropped + until > LONGEST_SENTENCE;
    const whole = buffer.slice(0, until).trim();
    const text = (overlong ? whole.slice(-KEPT_OF_OVERLONG) : whole).normalize('NFC');
    buffer = buffer.slice(until);
    dropped = 0;
    decided = 0;
    clauseFrom = 0;
    if (text === '') return [];
    const sentence = { text, breaks: Math.min(2, breaks), finished, overlong, spaced };
    breaks = 0;
    spaced = false;
    return [sentence];
  }

  function isEnd(from: number, to: number): boolean {
    if (/^\p{Ll}/u.test(buffer.slice(to, to + 2))) return false;
    const before = buffer.slice(Math.max(0, from - LONGEST_PHRASE), from);
    if (SIZE_LETTER.test(before) || letters.some((phrase) => before.endsWith(`${phrase}.`))) return true;
    return (
      !ABBREVIATION.test(before.slice(-16)) && !beginnings.some((beginning) => before.endsWith(beginning))
    );
  }

  /** Start and end of the white space after the first sentence of the buffer. */
  function nextEnd(): { readonly from: number; readonly to: number } | undefined {
    POSSIBLE_END.lastIndex = decided;
    for (let match = POSSIBLE_END.exec(buffer); match !== null; match = POSSIBLE_END.exec(buffer)) {
      const [whole, mark, space, ideographic] = match;
      const to = match.index + whole.length;
      if (ideographic !== undefined) return { from: match.index + ideographic.trimEnd().length, to };
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
      sentences.push(...clauses(end.from), ...take(end.from, true));
      breaks += buffer.slice(0, end.to - end.from).split('\n').length - 1;
      spaced ||= end.to > end.from;
      buffer = buffer.slice(end.to - end.from);
    }
    return [...sentences, ...clauses(buffer.length)];
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
        clauseFrom = 0;
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
