import { currencyExponent } from '../domain/money.ts';

/**
 * The next round amounts as people name them: multiples of half the leading power of ten, at least of one whole unit. From
 * 12.49 on 15, 20, 25.
 *
 * @param priceMinor >= 0.
 * @returns `count` amounts in minor units, none below the price, ascending.
 */
export function roundAmountsFrom(priceMinor: number, currency: string, count: number): number[] {
  const { unit, amount, step } = scaleOf(priceMinor, currency);
  const first = Math.ceil(amount / step);
  return Array.from({ length: count }, (_, further) => (first + further) * step * unit);
}

/** The next round amount that is not above a price, in minor units; 0 below one whole unit. */
export function roundAmountBelow(priceMinor: number, currency: string): number {
  const { unit, step } = scaleOf(priceMinor, currency);
  return Math.floor(priceMinor / unit / step) * step * unit;
}

function scaleOf(priceMinor: number, currency: string) {
  const unit = 10 ** currencyExponent(currency);
  const amount = Math.max(1, priceMinor / unit);
  return { unit, amount, step: Math.max(1, 10 ** Math.floor(Math.log10(amount)) / 2) };
}
