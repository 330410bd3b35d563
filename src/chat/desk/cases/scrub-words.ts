import type { ScrubbedKind, ScrubMark } from '../../../domain/desk/case.ts';
import type { Language } from '../../../domain/locale.ts';
import { normalise, splitWords, type Token } from '../../../text/analyze.ts';
import { findAddresses, findCapitals, findNames, type Stretch } from './scrub-cued.ts';
import { findShapes } from './scrub-shapes.ts';

export interface ScrubOptions {
  readonly language: Language;
  /** Whether a word is the shop's, or of everybody's language. @param word Normalised. */
  readonly isKnown: (word: string) => boolean;
  /** Whether the shop calls its things so. @param word Normalised. */
  readonly isNamed: (word: string) => boolean;
  /** What the message was understood by: words and figures of wishes, as written. */
  readonly understood: readonly string[];
  /** What the shop knows of the shopper: name, address, numbers of orders. */
  readonly personal: readonly string[];
  /** The message is about an order: a number is one of an order. */
  readonly isOfOrder: boolean;
}

export interface Scrubbed {
  readonly text: string;
  readonly marks: readonly ScrubMark[];
}

const MASK = '…';
/** A figure of more digits is an amount of money at most, and then its currency stands with it. */
const MOST_DIGITS = 4;

/**
 * A message without what could be of a person. What certainly is goes first (mailboxes, links, keys, phone numbers, what the shop knows of the
 * shopper), then what stands where people say names and addresses; of the rest only words that the shop or its language know stay, and
 * figures that a wish was understood by. Everything else gives way to "…", digits to zeros, so that a mistake hides too much.
 */
export function scrubWords(text: string, options: ScrubOptions): Scrubbed {
  const words = splitWords(text, options.language);
  const taken: Stretch[] = [
    ...findShapes(text),
    ...findPersonal(text, words, options.personal),
    ...findNames(text, words, options),
    ...findAddresses(text, words, options),
  ];
  const isFree = ({ start, end }: Token) => !taken.some((each) => each.start < end && start < each.end);
  const understood = new Set(
    options.understood.flatMap((each) => splitWords(each, options.language).map(({ normal }) => normal)),
  );
  const together = options.understood.map(normalise);
  for (const word of words.filter(isFree)) {
    const kind = judge(word, { ...options, understoodWords: understood, together });
    if (kind !== undefined) taken.push({ kind, start: word.start, end: word.end });
  }
  taken.push(...findCapitals(text, words.filter(isFree), options, understood));
  return cut(text, merge(text, taken));
}

interface Judging extends ScrubOptions {
  readonly understoodWords: ReadonlySet<string>;
  readonly together: readonly string[];
}

function judge({ raw, normal }: Token, options: Judging): ScrubbedKind | undefined {
  const { isKnown, isNamed, isOfOrder, understoodWords, together } = options;
  const digits = [...raw].filter((sign) => /\p{Nd}/u.test(sign)).length;
  if (digits === 0) return understoodWords.has(normal) || isKnown(normal) ? undefined : 'word';
  const isUnderstood =
    understoodWords.has(normal) &&
    (digits <= MOST_DIGITS || together.some((words) => words.includes(normal) && words !== normal));
  if (isUnderstood || (/\p{L}/u.test(raw) && isNamed(normal))) return undefined;
  return isOfOrder ? 'order-number' : 'digits';
}

/** What the shop knows of the shopper, word by word. */
function findPersonal(text: string, words: readonly Token[], personal: readonly string[]): Stretch[] {
  const known = new Set(
    personal
      .flatMap((each) => splitWords(each, 'en').map(({ normal }) => normal))
      .filter((word) => word.length > 1),
  );
  const whole = personal.flatMap((each) => {
    const at = each.length < 2 ? -1 : text.toLowerCase().indexOf(each.toLowerCase());
    return at < 0 ? [] : [{ kind: 'account' as const, start: at, end: at + each.length }];
  });
  return [
    ...whole,
    ...words.flatMap(({ normal, start, end }) =>
      known.has(normal) ? [{ kind: 'account' as const, start, end }] : [],
    ),
  ];
}

/** Stretches that overlap, or of which only blanks and signs part two of one kind, become one. */
function merge(text: string, stretches: readonly Stretch[]): Stretch[] {
  const merged: Stretch[] = [];
  for (const next of stretches.toSorted((left, right) => left.start - right.start || right.end - left.end)) {
    const last = merged.at(-1);
    const gap = last === undefined ? '' : text.slice(last.end, next.start);
    const isOne =
      last !== undefined &&
      (next.start < last.end || (next.kind === last.kind && /^[\s.'’-]{0,2}$/u.test(gap)));
    if (isOne) merged[merged.length - 1] = { ...last, end: Math.max(last.end, next.end) };
    else merged.push(next);
  }
  return merged;
}

const IN_FIGURES: ReadonlySet<ScrubbedKind> = new Set(['order-number', 'digits']);

function cut(text: string, stretches: readonly Stretch[]): Scrubbed {
  const marks: ScrubMark[] = [];
  let scrubbed = '';
  let from = 0;
  for (const { kind, start, end } of stretches) {
    const was = text.slice(start, end);
    scrubbed += text.slice(from, start);
    const mask = IN_FIGURES.has(kind) ? was.replaceAll(/\p{Nd}/gu, '0').replaceAll(/\p{L}/gu, 'x') : MASK;
    marks.push({ kind, start: scrubbed.length, end: scrubbed.length + mask.length, was });
    scrubbed += mask;
    from = end;
  }
  return { text: `${scrubbed}${text.slice(from)}`, marks };
}
