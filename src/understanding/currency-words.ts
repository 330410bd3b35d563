/** What shoppers write for a currency; `$` and its words mean the market's own dollar or peso where it has one. */
const CURRENCIES: Readonly<Record<string, string>> = {
  EUR: '€ eur euro euros ユーロ',
  USD: '$ usd dollar dollars bucks buck dolar dolares us$ ドル 米ドル',
  GBP: '£ gbp pound pounds quid pfund livre livres libra libras ポンド',
  CHF: 'chf franken stutz fr sfr',
  JPY: '¥ jpy yen 円',
  INR: '₹ inr rupee rupees rupien',
  PLN: 'pln zł zl zloty zlotys złoty',
  SEK: 'sek',
  NOK: 'nok',
  DKK: 'dkk',
  CZK: 'czk kč',
  HUF: 'huf forint',
  TRY: '₺ try lira',
  RUB: '₽ rub rubel ruble rubles',
  KRW: '₩ krw won',
  CNY: 'cny yuan rmb',
  CAD: 'cad',
  AUD: 'aud',
  NZD: 'nzd',
  MXN: 'mxn peso pesos',
  ARS: 'ars',
  COP: 'cop',
  CLP: 'clp',
  BRL: 'brl reais real',
  THB: '฿ thb baht',
  ILS: '₪ ils shekel',
};

/** Currencies that share a sign or word: the market's own one is meant when it is among them. */
const SHARED: readonly (readonly string[])[] = [
  ['USD', 'CAD', 'AUD', 'NZD', 'MXN', 'ARS', 'COP', 'CLP', 'SGD', 'HKD'],
  ['MXN', 'ARS', 'COP', 'CLP', 'UYU', 'PHP', 'DOP'],
  ['JPY', 'CNY'],
];

const BY_WORD: ReadonlyMap<string, string> = new Map(
  Object.entries(CURRENCIES).flatMap(([code, words]) =>
    words.split(' ').map((word) => [word, code] as const),
  ),
);

const CODES: ReadonlySet<string> = new Set(
  Intl.supportedValuesOf('currency').map((code) => code.toLowerCase()),
);
/** Codes that are words of our languages ("all", "top", "lak" are not offered as currencies in lower case). */
const LEAST_CODE = /^[A-Z]{3}$/;

/**
 * The currency that a sign or word means in a market.
 *
 * @param raw As written; ISO 4217 codes not listed above count in upper case only.
 */
export function currencyCalled(raw: string, normal: string, marketCurrency: string): string | undefined {
  const listed = BY_WORD.get(normal);
  if (listed !== undefined) {
    const isCode = normal === listed.toLowerCase();
    const shared =
      !isCode && SHARED.some((group) => group.includes(listed) && group.includes(marketCurrency));
    return shared ? marketCurrency : listed;
  }
  return LEAST_CODE.test(raw) && CODES.has(normal) ? raw : undefined;
}
