import type { Product } from '../domain/product.ts';
import { splitWords } from '../text/analyze.ts';

/**
 * The words of a product's names in all its languages, normalised and not stemmed: what a misspelt word may be meant for.
 * Descriptions are left out, since shoppers look for what things are called.
 */
export function productWords(product: Product): string[] {
  const words = new Set<string>();
  for (const [language, text] of Object.entries(product.texts)) {
    const names = [
      text.title,
      ...(text.category ?? product.category),
      ...Object.values(text.attributes ?? product.attributes).flat(),
      product.brand ?? '',
    ];
    for (const name of names) for (const { normal } of splitWords(name, language)) words.add(normal);
  }
  return [...words];
}
