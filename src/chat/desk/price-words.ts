import { languageOf } from '../../domain/locale.ts';
import { formatMoney } from '../../domain/money.ts';
import type { Constraint } from '../../domain/need.ts';
import type { BoundOperator, Replier } from '../../reply/replier.ts';
import type { Shop } from '../shop.ts';

/** Amounts and bounds of prices, as they are written where a conversation is held. */
export interface PriceWords {
  /** "$30.00" */
  amount(minor: number): string;
  /** "at most $30.00" */
  bound(operator: BoundOperator, minor: number): string;
}

/** The language and the market of a conversation. */
export interface PricePlace {
  readonly market: string;
  readonly locale: string;
  readonly language: string;
}

export interface PriceWordsRooms {
  readonly shop: () => Pick<Shop, 'markets'>;
  readonly replier: Pick<Replier, 'inMarket'>;
}

/** @returns undefined in a market that the shop does not sell to any more: nobody knows its currency. */
export function priceWords(
  { shop, replier }: PriceWordsRooms,
  { market, locale, language }: PricePlace,
): PriceWords | undefined {
  const currency = shop().markets.find(({ country }) => country === market)?.currency;
  if (currency === undefined) return undefined;
  // The language may have changed since the conversation began; its region says how amounts are written.
  const written = languageOf(locale) === language ? locale : language;
  const amount = (amountMinor: number) => formatMoney({ amountMinor, currency }, written);
  return {
    amount,
    bound: (operator, minor) => replier.inMarket(market).boundText(operator, amount(minor), language),
  };
}

/** A price limit that was set by hand, in the words in which a shopper would have said it. */
export const inWords = (
  limit: Constraint,
  operator: BoundOperator,
  words: PriceWords | undefined,
): Constraint =>
  words === undefined ? limit : { ...limit, words: words.bound(operator, Number(limit.value)) };
