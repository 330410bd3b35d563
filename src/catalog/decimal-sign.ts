export type DecimalSign = '.' | ',';

const signs = new Map<string, DecimalSign>();

/** The sign a locale writes before decimals. Arabic decimal signs count as a point: `parsePrice` reads them as one. */
export function decimalSignOf(locale: string): DecimalSign {
  const known = signs.get(locale);
  if (known !== undefined) return known;
  const part = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal');
  const sign = part?.value === ',' ? ',' : '.';
  signs.set(locale, sign);
  return sign;
}

/**
 * The sign usual where a currency is at home: the first two letters of an ISO 4217 code are its ISO 3166 country.
 * @returns undefined for currencies of several countries (EUR, XOF), where nothing is usual.
 */
export function homeDecimalSign(currency: string): DecimalSign | undefined {
  const country = currency.slice(0, 2);
  if (currency === 'EUR' || country.startsWith('X')) return undefined;
  return decimalSignOf(new Intl.Locale(`und-${country}`).maximize().toString());
}
