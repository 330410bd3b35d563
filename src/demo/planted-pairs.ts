import type { Product } from '../domain/product.ts';
import { productTypeOf } from './product-types.ts';

/** Two products that the simulated shoppers buy together: the known answer for "goes with". */
export interface PlantedPair {
  readonly productId: string;
  readonly companionId: string;
}

/** Kinds of things that complete each other. A kind stands on the left at most once. */
const COMPLEMENTS: readonly (readonly [type: string, companion: string])[] = [
  ['tent', 'sleeping-mat'],
  ['sleeping-bag', 'headlamp'],
  ['camping-stove', 'water-bottle'],
  ['hiking-boots', 'hiking-poles'],
  ['running-shoes', 'leggings'],
  ['espresso-machine', 'espresso-cups'],
  ['teapot', 'tea-gift-box'],
  ['kettle', 'mug'],
  ['kitchen-knife', 'cutting-board'],
  ['plates', 'wine-glasses'],
  ['laptop', 'mouse'],
  ['monitor', 'keyboard'],
  ['smartwatch', 'power-bank'],
  ['scarf', 'beanie'],
  ['winter-jacket', 'gloves'],
  ['jeans', 'belt'],
  ['dress', 'handbag'],
  ['sneakers', 'socks'],
  ['cushion', 'blanket'],
  ['bed-linen', 'towel'],
  ['vase', 'candle'],
  ['notebook', 'fountain-pen'],
  ['picture-book', 'colouring-pencils'],
  ['building-blocks', 'wooden-train'],
  ['face-cream', 'sunscreen'],
  ['soap', 'bath-salts'],
];

/**
 * Pairs the products of complementary kinds one to one, in order of their ids; what is left over on the longer side has
 * no companion. Products of another shop give no pairs.
 */
export function plantedPairs(products: readonly Product[]): PlantedPair[] {
  const byType = Map.groupBy(products, (product) => productTypeOf(product)?.id);
  const idsOf = (type: string) => (byType.get(type) ?? []).map(({ productId }) => productId).sort();
  return COMPLEMENTS.flatMap(([type, companion]) => {
    const companions = idsOf(companion);
    return idsOf(type).flatMap((productId, index) => {
      const companionId = companions[index];
      return companionId === undefined ? [] : [{ productId, companionId }];
    });
  });
}
