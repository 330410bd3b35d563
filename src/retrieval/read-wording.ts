import type { AskedWord, Wording } from '../domain/wording.ts';
import type { QueryTerm } from '../ports/product-index.ts';
import type { ShopWords } from '../text/shop-words.ts';

/**
 * The words of a query with how telling each is in this shop: ln(products / products with the word) on a scale from 0 (every
 * product) to 1 (one product). Of a word's terms the heaviest counts, of several equally heavy ones the most frequent.
 *
 * @param shopWords Without them every word is as telling as any other.
 */
export function readWording(
  query: readonly QueryTerm[],
  { products, shopWords }: { readonly products: number; readonly shopWords?: ShopWords },
): Wording {
  const whole = Math.log(Math.max(2, products));
  const frequencyOf = (term: string) => shopWords?.frequency(term) ?? 1;
  const rarity = (frequency: number) =>
    Math.min(1, Math.max(0, Math.log(Math.max(1, products) / Math.max(1, frequency)) / whole));
  const toWord = (terms: readonly QueryTerm[]): AskedWord => {
    const known = terms.filter(({ term }) => frequencyOf(term) > 0);
    const heaviest = Math.max(...known.map(({ weight }) => weight));
    const frequencies = known.flatMap(({ term, weight }) => (weight === heaviest ? [frequencyOf(term)] : []));
    return {
      terms: new Map(terms.map(({ term, weight }) => [term, weight])),
      rarity: known.length === 0 ? 1 : rarity(Math.max(...frequencies)),
      isKnown: known.length > 0,
    };
  };
  /** Titles of one list say the same few words: a small map is looked up faster than that of the whole shop. */
  const rarities = new Map<string, number>();
  const rarityOf = (term: string): number => {
    const known = rarities.get(term);
    if (known !== undefined) return known;
    const own = rarity(frequencyOf(term));
    rarities.set(term, own);
    return own;
  };
  return {
    words: [...Map.groupBy(query, ({ group }) => group).values()].map(toWord),
    rarityOf: shopWords === undefined ? () => 1 : rarityOf,
  };
}
