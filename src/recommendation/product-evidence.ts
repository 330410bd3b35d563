import type { InteractionColumns } from './interaction-columns.ts';
import { INTERACTION_TYPES, interactionWeight, recencyDecay } from './interaction-weights.ts';
import { at } from './typed-arrays.ts';

/** What speaks for a product, decayed by age. */
export interface ProductEvidence {
  readonly product: number;
  /** In all markets together, >= 0. */
  readonly all: number;
  /** By position in the log's markets. */
  readonly byMarket: ReadonlyMap<number, number>;
  /** Shoppers, each once for every day and market; all that are unknown on one day of one market are one. */
  readonly interactions: number;
}

export interface EvidenceOptions {
  readonly nowMs: number;
  readonly halfLifeDays: number;
  /** Rows of the log that count; all when absent. */
  readonly keep?: (row: number) => boolean;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Days since 1970 that are told apart: to the year 2149. */
const LAST_DAY = 65_535;
/** Most that one shopper says of one product, however often they come back: two purchases of today. */
const MOST_OF_ONE_SHOPPER = 10;
/** What happened longer than this before it was received comes from a file: there the receipt says nothing. */
const LATE_MS = 7 * DAY_MS;

interface Crowd {
  weight: number;
  day: number;
}

/**
 * What speaks for every product. A shopper counts once a day with their strongest event, and at most 10 in all. Events
 * without a shopper are a crowd nobody can count: those received in one minute count as ln(1 + their weight), and the
 * minutes of a day again as ln(1 + their sum). So steady interest adds up, while a burst of ten thousand, whatever days
 * and markets it claims, is worth less than one shopper who buys.
 *
 * Cost: O(rows), and the memory of the rows of one product beside 4 bytes a row.
 */
export function* productEvidence(
  log: InteractionColumns,
  options: EvidenceOptions,
): Generator<ProductEvidence> {
  const { starts, order } = rowsByProduct(log, options.keep);
  for (let product = 0; product < log.productIds.length; product += 1) {
    const rows = order.subarray(at(starts, product), at(starts, product + 1));
    if (rows.length > 0) yield { product, ...evidenceOf(log, rows, options) };
  }
}

function evidenceOf(
  log: InteractionColumns,
  rows: Int32Array,
  { nowMs, halfLifeDays }: EvidenceOptions,
): Omit<ProductEvidence, 'product'> {
  const width = log.markets.length + 1;
  /** By shopper, market and day, named by one number: below 2^53 for ten million shoppers in a thousand markets. */
  const strongest = new Map<number, number>();
  /** By minute of receipt; `crowds` by market too. */
  const crowd = new Map<number, Crowd>();
  const crowds = new Map<number, Crowd>();
  for (const row of rows) {
    const weight = weightOf(log, row);
    const [shopper, place, day] = [at(log.shopper, row), at(log.market, row) + 1, dayOf(log, row)];
    if (shopper < 0) {
      join(crowd, minuteOf(log, row), weight, day);
      join(crowds, minuteOf(log, row) * width + place, weight, day);
    } else {
      const key = (shopper * width + place) * (LAST_DAY + 1) + day;
      strongest.set(key, Math.max(weight, strongest.get(key) ?? 0));
    }
  }
  const decayOf = (day: number): number => recencyDecay(nowMs - day * DAY_MS, halfLifeDays);
  const ofShopper = new Map<number, number>();
  const shopperOf = (key: number): number => Math.floor(key / (LAST_DAY + 1) / width);
  for (const [key, weight] of strongest) {
    const given = weight * decayOf(key % (LAST_DAY + 1));
    ofShopper.set(shopperOf(key), (ofShopper.get(shopperOf(key)) ?? 0) + given);
  }
  let all = 0;
  const byMarket = new Map<number, number>();
  const add = (place: number, weight: number): void => {
    if (place > 0) byMarket.set(place - 1, (byMarket.get(place - 1) ?? 0) + weight);
  };
  for (const [key, weight] of strongest) {
    const share = Math.min(1, MOST_OF_ONE_SHOPPER / (ofShopper.get(shopperOf(key)) ?? 1));
    const given = weight * decayOf(key % (LAST_DAY + 1)) * share;
    all += given;
    add(Math.floor(key / (LAST_DAY + 1)) % width, given);
  }
  for (const [day, weight] of byDay(crowd, () => 0)) all += Math.log1p(weight) * decayOf(day);
  const ofMarkets = byDay(crowds, (minute) => minute % width);
  for (const [key, weight] of ofMarkets) {
    const day = key % (LAST_DAY + 1);
    add((key - day) / (LAST_DAY + 1), Math.log1p(weight) * decayOf(day));
  }
  return { all, byMarket, interactions: strongest.size + ofMarkets.size };
}

function join(crowd: Map<number, Crowd>, minute: number, weight: number, day: number): void {
  const known = crowd.get(minute);
  if (known === undefined) crowd.set(minute, { weight, day });
  else {
    known.weight += weight;
    known.day = Math.max(known.day, day);
  }
}

/** Sums of ln(1 + weight) over the minutes of a place's days, by `place · (LAST_DAY + 1) + day`. */
function byDay(crowd: ReadonlyMap<number, Crowd>, placeOf: (minute: number) => number): Map<number, number> {
  const days = new Map<number, number>();
  for (const [minute, { weight, day }] of crowd) {
    const key = placeOf(minute) * (LAST_DAY + 1) + day;
    days.set(key, (days.get(key) ?? 0) + Math.log1p(weight));
  }
  return days;
}

const weightOf = (log: InteractionColumns, row: number): number =>
  interactionWeight(INTERACTION_TYPES[at(log.type, row)] ?? 'view');

const dayOf = (log: InteractionColumns, row: number): number =>
  Math.min(LAST_DAY, Math.max(0, Math.floor(at(log.occurredAtMs, row) / DAY_MS)));

function minuteOf(log: InteractionColumns, row: number): number {
  const [occurredAtMs, receivedAtMs] = [at(log.occurredAtMs, row), at(log.receivedAtMs, row)];
  const isLate = receivedAtMs - occurredAtMs > LATE_MS;
  return Math.max(0, Math.floor((isLate ? occurredAtMs : receivedAtMs) / MINUTE_MS));
}

/** Rows that say something, product after product, by a counting sort. */
function rowsByProduct(
  log: InteractionColumns,
  keep: (row: number) => boolean = () => true,
): { readonly starts: Int32Array; readonly order: Int32Array } {
  const counts = (row: number): boolean => weightOf(log, row) > 0 && keep(row);
  const starts = new Int32Array(log.productIds.length + 1);
  for (let row = 0; row < log.length; row += 1) {
    const after = at(log.product, row) + 1;
    if (counts(row)) starts[after] = at(starts, after) + 1;
  }
  for (let product = 0; product < log.productIds.length; product += 1) {
    starts[product + 1] = at(starts, product + 1) + at(starts, product);
  }
  const next = starts.slice();
  const order = new Int32Array(at(starts, log.productIds.length));
  for (let row = 0; row < log.length; row += 1) {
    if (!counts(row)) continue;
    const product = at(log.product, row);
    order[at(next, product)] = row;
    next[product] = at(next, product) + 1;
  }
  return { starts, order };
}
