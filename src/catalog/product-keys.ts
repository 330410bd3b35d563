import { createHash } from 'node:crypto';
import type { Product } from '../domain/product.ts';
import { normalise, splitWords } from '../text/analyze.ts';
import { hasCheckDigit } from './gtin.ts';

/** What names one product, in one spelling: "c:" a code, "n:" a name without digits, "g:" a GTIN, "t:" a title. */
export type ProductKey = string;

export interface KeyOfProduct {
  readonly key: ProductKey;
  /** The variant that is named; absent when it is the product. */
  readonly variantId?: string;
}

/** Longer codes are none: nobody types them. */
const LONGEST_CODE = 100;
const GTIN_DIGITS = 14;
/** A GTIN-8 without its zeros. */
const SHORTEST_GTIN = 7;
const SEPARATORS = /[\s\-_./#]/gu;

/** Everything a shopper may name a product by: ids, SKU, MPN, GTIN and full titles. Each key once. */
export function keysOfProduct(product: Product): KeyOfProduct[] {
  const keys = new Map<ProductKey, KeyOfProduct>();
  const add = (key: ProductKey | undefined, variantId?: string) => {
    if (key === undefined || keys.has(key)) return;
    keys.set(key, { key, ...(variantId === undefined ? {} : { variantId }) });
  };
  add(codeKey(product.productId));
  for (const { title } of Object.values(product.texts)) add(titleKey(title));
  for (const { variantId, sku, mpn, gtin } of product.variants) {
    const own = product.variants.length === 1 ? undefined : variantId;
    for (const code of [variantId, sku, mpn]) add(code === undefined ? undefined : codeKey(code), own);
    if (gtin !== undefined) add(gtinKey(gtin) ?? codeKey(gtin), own);
  }
  return [...keys.values()];
}

/**
 * A code whatever its case, blanks, hyphens, dots and slashes: "AB-1234 xl" is "ab1234xl". One without digits only as it
 * is written, since words run together name no product.
 *
 * @returns undefined for a single plain word, and for what is too long.
 */
export function codeKey(text: string): ProductKey | undefined {
  const written = normalise(text.trim());
  if (written.length > LONGEST_CODE) return undefined;
  if (/\p{N}/u.test(written)) return `c:${written.replaceAll(SEPARATORS, '')}`;
  return /^\p{L}+(?:[-_.]\p{L}+)+$/u.test(written) ? `n:${written}` : undefined;
}

/**
 * A GTIN-8, -12, -13 or -14, blanks and hyphens apart. Leading zeros do not count: a shop may write, or a shopper leave out,
 * some.
 *
 * @returns undefined when the check digit is another.
 */
export function gtinKey(text: string): ProductKey | undefined {
  const digits = text.replaceAll(/[\s-]/g, '');
  const padded = digits.padStart(GTIN_DIGITS, '0');
  return digits.length >= SHORTEST_GTIN && hasCheckDigit(padded) ? `g:${padded}` : undefined;
}

/** Words in order, whatever their case, accents and marks; a hash, since titles are long. */
export function titleKey(title: string): ProductKey | undefined {
  const words = splitWords(title, '').map(({ normal }) => normal);
  if (words.length === 0) return undefined;
  return `t:${createHash('sha256').update(words.join(' ')).digest('base64url').slice(0, 16)}`;
}
