import type { Language } from '../domain/locale.ts';
import { splitWords, type Token } from '../text/analyze.ts';
import { readNumberAt } from '../text/read-number.ts';
import { policyWordsOf } from './policy-words.ts';

/** A measure that a statement tells: what two statements on one thing can disagree on. */
export interface Fact {
  /** `duration` in days, `amount` in units of a currency as written, `share` in percent, `clock` in minutes of the day. */
  readonly kind: 'duration' | 'amount' | 'share' | 'clock';
  readonly value: number;
}

const AMOUNT =
  /\p{Sc}\s?(\d[\d.,’'\u00a0\u202f]*)|(\d[\d.,’'\u00a0\u202f]*)\s?(?:\p{Sc}|円|(?:EUR|USD|GBP|CHF|JPY|BRL|euros?|dollars?|pounds?)\b)/giu;
const SHARE = /(\d[\d.,]*)\s?(?:%|％|percent\b|Prozent\b)/giu;
const CLOCK = /\b([01]?\d|2[0-3])\s?(?:[:h.]\s?([0-5]\d)(?!\d)|(am|pm|a\.m\.|p\.m\.|uhr|時)(?!\p{L}))/giu;
const AFTERNOON = /^p/i;
/** Words that may stand between a number and what it counts: "5 full working days". */
const MOST_BETWEEN = 2;

/** Lengths of time, amounts of money and shares that a text tells, in order of kind and place. */
export function readFacts(text: string, language: Language): Fact[] {
  return [
    ...durations(splitWords(text, language), language),
    ...[...text.matchAll(AMOUNT)].flatMap(([, before, after]) => toFact('amount', before ?? after, language)),
    ...[...text.matchAll(SHARE)].flatMap(([, share]) => toFact('share', share, language)),
    ...[...text.matchAll(CLOCK)].map(([, hour, minute = '0', half = '']) =>
      toTime(Number(hour), Number(minute), half),
    ),
  ];
}

const toTime = (hour: number, minute: number, half: string): Fact => ({
  kind: 'clock',
  value: (AFTERNOON.test(half) && hour < 12 ? hour + 12 : hour) * 60 + minute,
});

function durations(tokens: readonly Token[], language: Language): Fact[] {
  const words = policyWordsOf(language);
  const facts: Fact[] = [];
  let numbers: number[] = [];
  let between = 0;
  for (const token of tokens) {
    const number = /^\d/.test(token.raw) ? readNumberAt(token.raw, 0, language)?.value : undefined;
    const spelled = words.countOf(token);
    const days = words.spanDays(token);
    if (number !== undefined) {
      numbers.push(number);
      between = 0;
    } else if (spelled !== undefined) {
      // Often no more than an article: it counts what stands right behind it.
      numbers = [spelled];
      between = MOST_BETWEEN;
    } else if (days !== undefined) {
      facts.push(...numbers.map((value): Fact => ({ kind: 'duration', value: value * days })));
      numbers = [];
    } else {
      between += 1;
      if (between > MOST_BETWEEN) numbers = [];
    }
  }
  return facts;
}

function toFact(kind: Fact['kind'], written: string | undefined, language: Language): Fact[] {
  const read = written === undefined ? undefined : readNumberAt(written.replace(/[.,]$/, ''), 0, language);
  return read === undefined ? [] : [{ kind, value: read.value }];
}
