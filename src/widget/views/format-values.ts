import type { Money } from '../../domain/money.ts';

/** @param locale BCP 47; one that the browser does not know is its own. */
export const known = (locale: string): string | undefined => {
  try {
    return Intl.getCanonicalLocales(locale)[0];
  } catch {
    return undefined;
  }
};

export function formatMoney({ amountMinor, currency }: Money, locale: string): string {
  const format = new Intl.NumberFormat(known(locale), { style: 'currency', currency });
  return format.format(amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** @param share In [0, 1]. */
export const formatShare = (share: number, locale: string): string =>
  new Intl.NumberFormat(known(locale), { style: 'percent' }).format(share);
