import type { Availability, Offer } from '../domain/product.ts';
import type { Listing } from '../ports/listing-interpreter.ts';
import { parseAvailability } from './parse-availability.ts';
import { type ParsedPrice, type PriceContext, parsePrice } from './parse-price.ts';
import { parseEndTime, parseTime } from './parse-time.ts';

/** A fault or a remark of one row. */
export interface Notice {
  readonly code: string;
  readonly reason: string;
}

export interface OfferContext extends PriceContext {
  /** The market the offer is for, ISO 3166-1 alpha-2. */
  readonly country: string;
}

export type BuiltOffer =
  | { readonly kind: 'offer'; readonly offer: Offer; readonly warnings: readonly Notice[] }
  | { readonly kind: 'fault'; readonly fault: Notice };

/** What a listing costs in its market, and whether it can be had. A reduced price above the regular one is a fault. */
export function buildOffer(listing: Listing, context: OfferContext): BuiltOffer {
  const prices =
    context.currency === listing.currency
      ? context
      : { ...context, currency: listing.currency ?? context.currency };
  const current = parsePrice(listing.price, prices);
  if (current.kind === 'fault') return { kind: 'fault', fault: noticeOf(current) };
  if (current.money.currency !== context.currency) {
    return {
      kind: 'fault',
      fault: {
        code: 'currency-mismatch',
        reason: `The price is in ${current.money.currency}, but ${context.country} is sold to in ${context.currency}`,
      },
    };
  }
  const warnings: Notice[] = [];
  const reduced = readReduction(listing, current.money.amountMinor, prices);
  if (reduced.kind === 'fault') return { kind: 'fault', fault: noticeOf(reduced) };

  const stock = readStock(listing.stock, warnings);
  const availability = readAvailability(listing.availability, stock);
  if (availability === undefined) {
    return {
      kind: 'fault',
      fault: {
        code: 'availability-unknown',
        reason: `"${listing.availability?.slice(0, 40)}" is not an availability: write in_stock, out_of_stock, preorder or backorder`,
      },
    };
  }
  const sold = { amountMinor: reduced.regularMinor, currency: context.currency };
  const shipping = readShipping(listing, prices, context.country);
  const keptStock = stock === 0 && availability === 'in-stock' ? undefined : stock;
  const period = reduced.saleMinor === undefined ? undefined : readPeriod(listing, warnings);
  const offer: Offer = {
    price: sold,
    ...(reduced.saleMinor === undefined || period === undefined
      ? {}
      : { sale: { price: { ...sold, amountMinor: reduced.saleMinor }, ...period } }),
    availability,
    ...(keptStock === undefined ? {} : { stock: keptStock }),
    ...(shipping === undefined ? {} : { shipping }),
  };
  return { kind: 'offer', offer, warnings };
}

const noticeOf = ({ code, reason }: Notice): Notice => ({ code, reason });

type Reduction =
  | { readonly kind: 'prices'; readonly regularMinor: number; readonly saleMinor?: number }
  | { readonly kind: 'fault'; readonly code: string; readonly reason: string };

function readReduction(listing: Listing, currentMinor: number, context: PriceContext): Reduction {
  if (isGiven(listing.salePrice)) {
    const sale = parsePrice(listing.salePrice, context);
    if (sale.kind === 'fault') return { ...sale, code: `sale-${sale.code}` };
    if (sale.money.amountMinor > currentMinor || sale.money.currency !== context.currency) {
      return {
        kind: 'fault',
        code: 'sale-above-regular',
        reason: 'The sale price is above the regular price',
      };
    }
    if (sale.money.amountMinor === currentMinor) return { kind: 'prices', regularMinor: currentMinor };
    return { kind: 'prices', regularMinor: currentMinor, saleMinor: sale.money.amountMinor };
  }
  const list: ParsedPrice | undefined = isGiven(listing.listPrice)
    ? parsePrice(listing.listPrice, context)
    : undefined;
  // A list price that is no price ("No old price") or not higher tells of no reduction.
  return list?.kind === 'price' &&
    list.money.currency === context.currency &&
    list.money.amountMinor > currentMinor
    ? { kind: 'prices', regularMinor: list.money.amountMinor, saleMinor: currentMinor }
    : { kind: 'prices', regularMinor: currentMinor };
}

const isGiven = (value: string | number | undefined): value is string | number =>
  typeof value === 'number' || (value !== undefined && value.trim() !== '');

/** @returns undefined when the period cannot be read: a reduction nobody can date is not promised. */
function readPeriod(listing: Listing, warnings: Notice[]): { fromMs?: number; untilMs?: number } | undefined {
  const fromMs = listing.saleFrom === undefined ? undefined : parseTime(listing.saleFrom);
  const untilMs = listing.saleUntil === undefined ? undefined : parseEndTime(listing.saleUntil);
  const unread =
    (listing.saleFrom !== undefined && fromMs === undefined) ||
    (listing.saleUntil !== undefined && untilMs === undefined);
  if (unread || (fromMs !== undefined && untilMs !== undefined && fromMs >= untilMs)) {
    warnings.push({
      code: 'sale-period',
      reason: 'The period of the sale cannot be read; the regular price holds',
    });
    return undefined;
  }
  return { ...(fromMs === undefined ? {} : { fromMs }), ...(untilMs === undefined ? {} : { untilMs }) };
}

function readStock(value: string | number | undefined, warnings: Notice[]): number | undefined {
  if (!isGiven(value)) return undefined;
  const stock = typeof value === 'number' ? value : Number(value.trim());
  if (Number.isFinite(stock) && stock >= 0) return Math.min(Math.floor(stock), Number.MAX_SAFE_INTEGER);
  // Oversold: shops count below zero what they owe.
  if (Number.isFinite(stock)) return 0;
  warnings.push({
    code: 'stock-unreadable',
    reason: `"${String(value).slice(0, 40)}" is not a number of pieces`,
  });
  return undefined;
}

function readAvailability(text: string | undefined, stock: number | undefined): Availability | undefined {
  if (text !== undefined && text.trim() !== '') return parseAvailability(text);
  return stock === 0 ? 'out-of-stock' : 'in-stock';
}

function readShipping(listing: Listing, context: PriceContext, country: string): Offer['shipping'] {
  let cheapest: Offer['shipping'];
  for (const { country: to, price } of listing.shipping ?? []) {
    if (to !== undefined && to !== '' && to.toUpperCase() !== country) continue;
    const cost = /^\s*0+(?:[.,]0+)?\s*(?:[A-Za-z]{3})?\s*$/.test(String(price))
      ? { amountMinor: 0, currency: context.currency }
      : moneyOf(parsePrice(price, context));
    if (cost?.currency !== context.currency) continue;
    if (cheapest === undefined || cost.amountMinor < cheapest.amountMinor) cheapest = cost;
  }
  return cheapest;
}

const moneyOf = (parsed: ParsedPrice) => (parsed.kind === 'price' ? parsed.money : undefined);
