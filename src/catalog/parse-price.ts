import { currencyExponent, type Money } from '../domain/money.ts';
import { readCurrency } from './currency-designators.ts';
import { type DecimalSign, homeDecimalSign } from './decimal-sign.ts';

type PriceFault =
  | 'price-missing'
  | 'price-unreadable'
  | 'price-negative'
  | 'price-zero'
  | 'price-ambiguous'
  | 'price-fraction'
  | 'price-too-high';

export type ParsedPrice =
  | { readonly kind: 'price'; readonly money: Money }
  | { readonly kind: 'fault'; readonly code: PriceFault; readonly reason: string };

export interface PriceContext {
  /** ISO 4217; holds when the text names no currency. */
  readonly currency: string;
  /** BCP 47; tells the words a currency has there. */
  readonly locale: string;
  /** How decimals are written, when the feed, a map or a named market says so. */
  readonly decimalSign?: DecimalSign;
}

/** In whole units of the currency. Anything dearer is a fault of the feed. */
const MAX_PRICE = 1_000_000_000;

/**
 * Reads a price as shops write it: "15.00 USD", "1.234,56 €", "1 234,56", "CHF 1'234.50", "¥1200", "12,-".
 *
 * A single sign before exactly three figures ("1.234") has two readings. The declared decimal sign decides; else the
 * currency when only one reading is possible there (yen have no decimals, a dollar price of "1,234" cannot be a
 * fraction); else it is a fault, never a guess. Zero is a fault: it is how feeds write "no price".
 */
export function parsePrice(value: string | number | undefined, context: PriceContext): ParsedPrice {
  if (value === undefined || (typeof value === 'string' && value.trim() === '')) {
    return fault('price-missing', 'There is no price');
  }
  if (typeof value === 'number') return fromNumber(value, context.currency);

  const text = value
    .normalize('NFKC')
    .replace(/[\u200e\u200f\u061c]/g, '')
    .replace(DIGIT, toAsciiDigit)
    .trim();
  const match = FIGURES.exec(text);
  if (match === null) return fault('price-unreadable', `"${shown(value)}" is not a price`);
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + match[0].length);
  const words = `${before} ${after}`.replace(/^\s*[-−+(]\s*|[-−(]\s*(?=\S*\s*$)|[-–—)]\s*$/gu, '');
  const currency = readCurrency(words, context.currency, context.locale);
  if (currency === undefined) return fault('price-unreadable', `"${shown(value)}" is not a price`);
  if (/[-−(]\s*$|^\s*[-−(]/u.test(before) || /^\s*\)/.test(after)) {
    return fault('price-negative', `The price "${shown(value)}" is below zero`);
  }

  const amount = readAmount(match[0], currency, context);
  if (typeof amount !== 'string') return amount;
  return toPrice(amount, currency, shown(value));
}

const DIGIT = /\p{Nd}/gu;
/** Figures with signs of grouping between them; ",-" and ".–" after whole amounts belong to them. */
const FIGURES = /(?:\d|[.,٫](?=\d))(?:[\d.,٫٬'’ ]*\d)?(?:[.,][-–—]+)?/u;

function fromNumber(value: number, currency: string): ParsedPrice {
  if (!Number.isFinite(value)) return fault('price-unreadable', `${value} is not a price`);
  if (value < 0) return fault('price-negative', `The price ${value} is below zero`);
  const rounded = value.toFixed(currencyExponent(currency));
  // Binary fractions ("0.1 + 0.2") are mended; a price of 19.999 is not rounded to something nobody wrote.
  if (Math.abs(Number(rounded) - value) > 1e-6 * Math.max(1, value)) {
    return fault('price-fraction', `${value} has more decimals than ${currency}`);
  }
  return toPrice(rounded, currency, String(value));
}

/** @returns The amount with a point before its decimals, without grouping; or why it cannot be told. */
function readAmount(figures: string, currency: string, context: PriceContext): string | ParsedPrice {
  if (/[٫٬]/u.test(figures)) return readEasternAmount(figures);
  const plain = figures.replace(/[.,][-–—]+$/u, '');
  const spaced = /[ '’]/u.test(plain);
  if (spaced && !/^\d{1,3}(?:[ '’]\d{3})+(?:[.,]\d+)?$/u.test(plain)) {
    return fault('price-unreadable', `"${figures}" is not one amount`);
  }
  const compact = plain.replace(/[ '’]/gu, '');
  const points = compact.split('.').length - 1;
  const commas = compact.split(',').length - 1;
  if (points === 0 && commas === 0) return compact;
  const last: DecimalSign = compact.lastIndexOf('.') > compact.lastIndexOf(',') ? '.' : ',';
  const other: DecimalSign = last === '.' ? ',' : '.';
  const count = last === '.' ? points : commas;

  if (points > 0 && commas > 0) {
    const [whole = '', decimals = ''] = compact.split(last);
    return count === 1 && isGrouped(whole, other)
      ? `${whole.replaceAll(other, '')}.${decimals}`
      : fault('price-unreadable', `"${figures}" is not one amount`);
  }
  if (count > 1) {
    return isGrouped(compact, last)
      ? compact.replaceAll(last, '')
      : fault('price-unreadable', `"${figures}" is not one amount`);
  }
  const [whole = '', decimals = ''] = compact.split(last);
  if (spaced || !/^[1-9]\d{0,2}$/.test(whole) || decimals.length !== 3) return `${whole}.${decimals}`;
  return readThreeFigures(whole, decimals, last, currency, context);
}

/** The Arabic signs are not mistaken for one another: "٬" groups, "٫" stands before decimals. */
function readEasternAmount(figures: string): string | ParsedPrice {
  return /^(?:\d{1,3}(?:٬\d{3})+|\d*)(?:٫\d+)?$/u.test(figures)
    ? figures.replaceAll('٬', '').replace('٫', '.')
    : fault('price-unreadable', `"${figures}" is not one amount`);
}

function readThreeFigures(
  whole: string,
  figures: string,
  sign: DecimalSign,
  currency: string,
  context: PriceContext,
): string | ParsedPrice {
  const exponent = currencyExponent(currency);
  if (exponent === 0) return `${whole}${figures}`;
  const declared = context.decimalSign;
  if (declared !== undefined) return declared === sign ? `${whole}.${figures}` : `${whole}${figures}`;
  const usual = homeDecimalSign(currency);
  if (usual !== undefined && usual !== sign) return `${whole}${figures}`;
  if (usual === sign && exponent === 3) return `${whole}.${figures}`;
  return fault(
    'price-ambiguous',
    `"${whole}${sign}${figures}" can be ${whole}${figures} or ${whole} and a fraction; name the market or "decimalSign" in the map`,
  );
}

/** Groups of three, or the Indian ones of two with a last one of three. */
function isGrouped(figures: string, sign: DecimalSign): boolean {
  const groups = figures.split(sign);
  const [first = '', ...rest] = groups;
  const last = rest.pop();
  return (
    /^\d{1,3}$/.test(first) &&
    last?.length === 3 &&
    (rest.every(isThree) || (rest.every(isTwo) && first.length < 3))
  );
}

const isThree = (group: string) => group.length === 3;
const isTwo = (group: string) => group.length === 2;

function toPrice(amount: string, currency: string, written: string): ParsedPrice {
  const exponent = currencyExponent(currency);
  const [whole = '', decimals = ''] = amount.split('.');
  if (/[1-9]/.test(decimals.slice(exponent))) {
    return fault('price-fraction', `"${written}" has more decimals than ${currency}`);
  }
  if (whole.length > 12 || Number(whole) > MAX_PRICE)
    return fault('price-too-high', `"${written}" is above ${MAX_PRICE}`);
  const amountMinor = Number(`${whole}${decimals.slice(0, exponent).padEnd(exponent, '0')}`);
  if (amountMinor === 0) return fault('price-zero', 'The price is 0; leave the row out or give the price');
  return { kind: 'price', money: { amountMinor, currency } };
}

/** Decimal digits of a script follow one another, zero first. */
function toAsciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}

const shown = (value: string) => (value.length > 40 ? `${value.slice(0, 39)}…` : value);

function fault(code: PriceFault, reason: string): ParsedPrice {
  return { kind: 'fault', code, reason };
}
