import type { Language } from '../domain/locale.ts';
import type { Product } from '../domain/product.ts';

/** Characters of a description that count: the first sentences say what a thing is, the last how to wash it. */
const DESCRIPTION_CHARACTERS = 600;

/** What a product says of itself, once per language it speaks, the original first. */
export function productEmbeddingText(
  product: Product,
): readonly { readonly language: Language; readonly text: string }[] {
  const languages = [
    product.language,
    ...Object.keys(product.texts).filter((language) => language !== product.language),
  ];
  return languages.flatMap((language) => {
    const words = product.texts[language];
    if (words === undefined) return [];
    const parts = [
      words.title,
      product.brand ?? '',
      (words.category ?? product.category).join(' '),
      Object.values(words.attributes ?? product.attributes)
        .flat()
        .join(' '),
      words.description.slice(0, DESCRIPTION_CHARACTERS),
    ];
    return [{ language, text: parts.filter((part) => part !== '').join('. ') }];
  });
}
