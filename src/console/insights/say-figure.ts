import type { Interval, Tally, UnmetWish } from '../../domain/desk/report.ts';
import { readerLocale } from '../reader-locale.ts';

const whole = new Intl.NumberFormat(readerLocale(), { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat(readerLocale(), { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(readerLocale(), { style: 'percent', maximumFractionDigits: 1 });

export const sayCount = (count: number): string => whole.format(count);
export const sayNumber = (value: number): string => short.format(value);
export const sayShare = (share: number): string => percent.format(share);

/** "12.5 % (10.1 % to 15.3 %)" */
export const sayInterval = ({ value, low, high }: Interval, say: (value: number) => string): string =>
  `${say(value)} (${say(low)} to ${say(high)})`;

/** "10.1 % to 15.3 %": where it lies, 95 times of 100. */
export const sayRange = ({ low, high }: Interval, say: (value: number) => string): string =>
  `${say(low)} to ${say(high)}`;

const change = new Intl.NumberFormat(readerLocale(), {
  style: 'percent',
  maximumFractionDigits: 0,
  signDisplay: 'exceptZero',
});

/** "40 (+25%)": what it was, and how far it has moved since; of few it only says what it was. */
export const sayChange = (before: number, now: number): string =>
  before < LEAST_TO_COMPARE ? sayCount(before) : `${sayCount(before)} (${change.format(now / before - 1)})`;

/** One more or less of fewer would be told as a great change. */
const LEAST_TO_COMPARE = 20;

/** "$49.99" */
export function sayMoney(amountMinor: number, currency: string): string {
  const format = new Intl.NumberFormat(readerLocale(), { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amountMinor / 10 ** digits);
}

/** "240 ms", "1.8 s" */
export const sayMilliseconds = (milliseconds: number): string =>
  milliseconds < 1_000 ? `${whole.format(milliseconds)} ms` : `${short.format(milliseconds / 1_000)} s`;

/** A day as the reader's browser writes it. */
export const sayDay = (day: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(readerLocale(), {
    ...{ weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' },
  });

/** "blue", "not blue", "at most 2 kg": a value as marks hold it. */
export function sayValue({ attribute, value }: Pick<Tally, 'attribute' | 'value'>): string {
  if (value === undefined) return attribute === 'price' ? 'a price limit' : '–';
  const [operator = '', rest] = splitOnce(value);
  const word = OPERATORS[operator];
  return word === undefined || rest === '' ? value : `${word} ${rest}`;
}

/** "color: not red" */
export const sayTally = (tally: Tally): string =>
  tally.attribute === undefined ? sayValue(tally) : `${tally.attribute}: ${sayValue(tally)}`;

const OPERATORS: Readonly<Record<string, string>> = {
  ne: 'not',
  lt: 'under',
  lte: 'at most',
  gt: 'over',
  gte: 'at least',
};

function splitOnce(text: string): [string, string] {
  const at = text.indexOf(' ');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** "€1,200 in 8 conversations" */
export const sayBudgets = ({ budgets }: UnmetWish): string =>
  budgets
    .map(
      ({ currency, amountMinor, conversations }) =>
        `${sayMoney(amountMinor, currency)} in ${sayCount(conversations)}`,
    )
    .join(', ');
