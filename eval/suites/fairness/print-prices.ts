import { formatTable } from '../../../src/cli/output.ts';
import type { DialPrice } from './price-dials.ts';

/** A row for each setting of the dials, a column for each measure. */
export function formatPrices(prices: Readonly<Record<string, DialPrice>>): string {
  const [first] = Object.values(prices);
  const names = Object.keys(first ?? {}).filter((name) => name !== 'lists') as (keyof DialPrice)[];
  const rows = Object.entries(prices).map(([setting, price]) => [
    setting,
    ...names.map((name) => price[name].toFixed(3)),
  ]);
  return formatTable([['DIAL', ...names.map((name) => name.toUpperCase())], ...rows]);
}
