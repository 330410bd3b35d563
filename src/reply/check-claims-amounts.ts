import type { MoneyFact, PlanFacts } from './check-claims-facts.ts';
import { foldTypography, type MaskedText } from './check-claims-mask.ts';

/** An amount or number of a sentence that may stand for one of several facts. */
export interface AmountHit {
  readonly from: number;
  readonly to: number;
  readonly facts: readonly MoneyFact[];
}

/** Grouped or not, with or without decimals; groups may be set off by a space. */
export const NUMBER = String.raw`\d{1,3}(?:[ .,'’]\d{3})+(?:[.,]\d{1,3})?(?!\d)|\d+(?:[.,]\d+)*`;

/** Words for currencies that `Intl` does not give; without diacritics where a model may leave them out. */
const CURRENCY_WORDS: Readonly<Record<string, string>> = {
  EUR: 'euros?',
  USD: 'dollars?|d[oó]lares|d[oó]lar|bucks',
  GBP: 'pounds?|quid|pfund|livres? sterling|libras?',
  CHF: 'franken|francs?|francos?|fr\\.|sfr\\.?',
  JPY: 'yen|円|圓',
  CNY: '人民元|元',
};

/** Any mention of money, whatever the currency. */
export const MONEY_MENTION =
  /\p{Sc}|円|ドル|ユーロ|ポンド|人民元|ウォン|(?<!\p{L})(?:euros?|eur|usd|gbp|chf|jpy|cad|aud|cny|dollars?|d[oó]lar(?:es)?|bucks|pounds?|quid|pence|cents?|c[eé]ntimos?|centavos?|centimes?|franken|rappen|francs?|francos?|pfund|libras?|pesos?|yen|sterling|grand|euro-?\p{L}*)(?!\p{L})/iu;

/**
 * Finds and covers the amounts that are written with a currency.
 *
 * @returns Hits in order, or undefined when an amount is not of the plan.
 */
export function coverMoney(masked: MaskedText, facts: PlanFacts): AmountHit[] | undefined {
  const hits = coverAmounts(masked, facts);
  return hits.some((hit) => hit.facts.length === 0) ? undefined : hits;
}

/** As {@link coverMoney}; what is not of the plan stands for no fact. */
export function coverAmounts(masked: MaskedText, facts: PlanFacts): AmountHit[] {
  const hits: AmountHit[] = [];
  for (const currency of new Set(facts.moneys.map((fact) => fact.money.currency))) {
    const mention = currencyMentions(currency, facts.locale);
    const expression = new RegExp(
      `(?<![\\p{sc=Latn}\\p{N}])(?:(?:${mention}) ?(?<after>${NUMBER})(?:[.,]-)?|(?<before>${NUMBER})(?:[.,]-)? ?(?:${mention}))(?![\\p{sc=Latn}\\p{N}])(?![.,]\\d)`,
      'giu',
    );
    for (const match of masked.visible().matchAll(expression)) {
      const number = match.groups?.after ?? match.groups?.before ?? '';
      const proof = factsFor(number, facts, currency);
      const hit = { from: match.index, to: match.index + match[0].length, facts: proof };
      masked.cover(hit);
      hits.push(hit);
    }
  }
  return hits.sort((left, right) => left.from - right.from);
}

/** Money facts that a number without a currency may stand for. */
export function factsFor(number: string, facts: PlanFacts, currency?: string): MoneyFact[] {
  const bare = number.replace(/[\s'’]/g, '');
  return facts.moneys.filter(
    (fact) => fact.writings.has(bare) && (currency === undefined || fact.money.currency === currency),
  );
}

const mentionsByKey = new Map<string, string>();

/** A pattern of what the currency is called: code, symbols, names. */
export function currencyMentions(currency: string, locale: string): string {
  const key = `${locale} ${currency}`;
  const known = mentionsByKey.get(key);
  if (known !== undefined) return known;
  const symbols = (['symbol', 'narrowSymbol', 'name'] as const).flatMap((currencyDisplay) =>
    [1, 2].flatMap((amount) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay })
        .formatToParts(amount)
        .flatMap((part) => (part.type === 'currency' ? [part.value] : [])),
    ),
  );
  const escaped = [...new Set([currency, ...symbols])].map((text) =>
    foldTypography(text).replace(/[$.*+?^()[\]{}|\\]/g, '\\$&'),
  );
  const words = CURRENCY_WORDS[currency];
  const pattern = [...(words === undefined ? [] : [words]), ...escaped]
    .sort((left, right) => right.length - left.length)
    .join('|');
  mentionsByKey.set(key, pattern);
  return pattern;
}
