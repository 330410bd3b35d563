import { attributeValues, type Product } from '../domain/product.ts';

/** Where a price lies among things of its kind: the lower, middle or upper third. */
export type PriceBand = 'low' | 'middle' | 'high';

/** A taste that a share of the simulated shoppers have in common. */
export interface TasteGroup {
  readonly id: string;
  /** Of all shoppers; the shares sum to 1. */
  readonly share: number;
  /** Category labels of the departments it shops in; it looks into others now and then. */
  readonly departments: readonly string[];
  readonly styles: readonly string[];
  readonly colors: readonly string[];
  readonly band: PriceBand;
}

const group = (
  id: string,
  share: number,
  departments: readonly string[],
  styles: readonly string[],
  colors: readonly string[],
  band: PriceBand,
): TasteGroup => ({ id, share, departments, styles, colors, band });

export const TASTE_GROUPS: readonly TasteGroup[] = [
  group(
    'trail-runner',
    0.1,
    ['Sports & outdoor', 'Shoes & bags'],
    ['sporty'],
    ['orange', 'blue', 'green'],
    'middle',
  ),
  group(
    'alpine-camper',
    0.08,
    ['Sports & outdoor', 'Kitchen'],
    ['classic', 'sporty'],
    ['olive', 'red', 'grey'],
    'high',
  ),
  group(
    'quiet-minimalist',
    0.12,
    ['Home & living', 'Electronics'],
    ['minimalist'],
    ['white', 'grey', 'black'],
    'high',
  ),
  group(
    'cottage-romantic',
    0.09,
    ['Home & living', 'Beauty & gifts'],
    ['romantic', 'rustic'],
    ['pink', 'off-white', 'green'],
    'middle',
  ),
  group(
    'city-elegant',
    0.09,
    ['Fashion', 'Shoes & bags'],
    ['elegant'],
    ['black', 'burgundy', 'gold'],
    'high',
  ),
  group(
    'colour-lover',
    0.08,
    ['Fashion', 'Home & living'],
    ['playful', 'modern'],
    ['red', 'yellow', 'turquoise'],
    'low',
  ),
  group('young-family', 0.11, ['Toys & books', 'Kitchen'], ['playful'], ['blue', 'yellow', 'red'], 'low'),
  group(
    'coffee-house',
    0.07,
    ['Kitchen', 'Home & living'],
    ['classic', 'rustic'],
    ['brown', 'off-white', 'black'],
    'high',
  ),
  group('gadget-fan', 0.1, ['Electronics'], ['modern'], ['black', 'silver', 'blue'], 'middle'),
  group(
    'evening-reader',
    0.06,
    ['Toys & books', 'Home & living'],
    ['classic', 'romantic'],
    ['navy', 'green', 'beige'],
    'middle',
  ),
  group(
    'careful-student',
    0.06,
    ['Electronics', 'Fashion'],
    ['modern', 'sporty'],
    ['black', 'grey', 'navy'],
    'low',
  ),
  group(
    'present-giver',
    0.04,
    ['Beauty & gifts', 'Kitchen'],
    ['elegant', 'classic'],
    ['red', 'gold', 'white'],
    'middle',
  ),
];

const SHOPPER_ID = /^visitor:demo-(\d+)$/;
const GOLDEN_RATIO_FRACTION = 0.618_033_988_749_895;

/** @param shopper Number of the simulated shopper, from 0. */
export const demoShopperId = (shopper: number): string => `visitor:demo-${String(shopper).padStart(4, '0')}`;

/** The planted taste of a simulated shopper, told by the id alone; undefined for anybody else. */
export function tasteGroupOf(shopperId: string): TasteGroup | undefined {
  const number = SHOPPER_ID.exec(shopperId)?.[1];
  if (number === undefined) return undefined;
  // Multiples of the golden ratio spread evenly over [0, 1), so every prefix of shoppers has the shares.
  let left = (Number(number) * GOLDEN_RATIO_FRACTION) % 1;
  for (const candidate of TASTE_GROUPS) {
    if (left < candidate.share) return candidate;
    left -= candidate.share;
  }
  return TASTE_GROUPS.at(-1);
}

/** How many times likelier than the plainest product somebody of the group looks at this one, in [1, 768]. */
export function tasteAffinity(taste: TasteGroup, product: Product, band: PriceBand): number {
  const department = taste.departments.includes(product.category[0] ?? '') ? 8 : 1;
  const style = attributeValues(product, 'style').some((value) => taste.styles.includes(value)) ? 8 : 1;
  const color = attributeValues(product, 'color').some((value) => taste.colors.includes(value)) ? 4 : 1;
  return department * style * color * (band === taste.band ? 3 : 1);
}
