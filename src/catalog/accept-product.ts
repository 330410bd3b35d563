import * as z from 'zod';
import { canonicalLocale } from '../domain/locale.ts';
import { isCurrency } from '../domain/money.ts';
import { attributeValues, type Product } from '../domain/product.ts';
import type { SourceItem } from '../ports/catalogue-source.ts';
import { cleanLine, cleanParagraphs, shortenText } from '../text/clean-text.ts';
import { htmlToPlainText } from './html-to-plain-text.ts';
import { toWebAddress } from './web-address.ts';

const line = (maxLength: number) =>
  z.string().transform((text) => shortenText(cleanLine(htmlToPlainText(text)), maxLength));
const filledLine = (maxLength: number) => line(maxLength).pipe(z.string().min(1));
const identifier = z.string().transform(cleanLine).pipe(z.string().min(1).max(200));
const minorUnits = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const timeMs = z.int().min(0).max(8_640_000_000_000_000);
const money = z.object({
  amountMinor: minorUnits,
  currency: z.string().refine(isCurrency, 'is not an ISO 4217 currency'),
});
const price = money.refine(({ amountMinor }) => amountMinor > 0, 'must be above 0');
const labels = z.array(filledLine(120)).min(1).max(20);
const attributes = z.record(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} _-]{0,59}$/u), labels);
/** A shop page may use addresses of its own site; others must be http(s). */
const address = z
  .string()
  .refine(
    (text) => toWebAddress(text) !== undefined || /^\/(?![/\\])[^\s\\]*$/.test(text),
    'is not an http(s) address',
  );

const offer = z
  .object({
    price,
    sale: z
      .object({ price, fromMs: timeMs.exactOptional(), untilMs: timeMs.exactOptional() })
      .exactOptional(),
    availability: z.enum(['in-stock', 'out-of-stock', 'preorder']),
    stock: z.int().min(0).exactOptional(),
    shipping: money.exactOptional(),
  })
  .refine(
    ({ price: regular, sale, shipping }) =>
      [sale?.price, shipping].every((other) => other === undefined || other.currency === regular.currency),
    'mixes currencies',
  )
  .refine(
    ({ price: regular, sale }) => sale === undefined || sale.price.amountMinor <= regular.amountMinor,
    'has a sale price above the regular one',
  );

const market = z.string().regex(/^[A-Z]{2}$/, 'is not a country code');

const productSchema = z
  .object({
    productId: identifier,
    texts: z.record(
      z.string().refine((language) => canonicalLocale(language) !== undefined, 'is not a language'),
      z.object({
        title: filledLine(300),
        description: z
          .string()
          .transform((text) => shortenText(cleanParagraphs(htmlToPlainText(text)), 20_000)),
        category: z.array(line(120)).max(10).exactOptional(),
        attributes: z.record(z.string(), labels).exactOptional(),
      }),
    ),
    language: z.string(),
    brand: line(120).exactOptional(),
    category: z.array(filledLine(120)).max(10),
    attributes,
    variants: z
      .array(
        z.object({
          variantId: identifier,
          attributes,
          offers: z.record(market, offer).refine((offers) => Object.keys(offers).length > 0, 'has no offer'),
          sku: line(200).exactOptional(),
          mpn: line(200).exactOptional(),
          gtin: z
            .string()
            .regex(/^\d{8,14}$/)
            .exactOptional(),
          imageUrl: address.exactOptional(),
          url: address.exactOptional(),
        }),
      )
      .min(1)
      .max(2_000),
    imageUrl: address.exactOptional(),
    url: address.exactOptional(),
    listedAtMs: timeMs.exactOptional(),
  })
  .refine(({ texts, language }) => Object.hasOwn(texts, language), {
    path: ['language'],
    error: 'has no texts',
  })
  .refine(
    ({ texts, category }) =>
      Object.values(texts).every(
        (text) => text.category === undefined || text.category.length === category.length,
      ),
    { path: ['texts'], error: 'translate another number of category levels' },
  )
  .refine(hasParallelLabels, { path: ['texts'], error: 'label another number of attribute values' })
  .refine(({ variants }) => new Set(variants.map(({ variantId }) => variantId)).size === variants.length, {
    path: ['variants'],
    error: 'hold a variantId twice',
  });

function hasParallelLabels(
  product: Pick<Product, 'attributes' | 'variants'> & { readonly texts: Product['texts'] },
): boolean {
  return Object.values(product.texts).every((text) =>
    Object.entries(text.attributes ?? {}).every(
      ([name, names]) => names.length === attributeValues(product, name).length,
    ),
  );
}

/**
 * Checks a document that claims to be a domain `Product`: shape, money, languages, addresses. Texts are cleaned as
 * those of any feed. Unknown fields are dropped.
 */
export function acceptProduct(document: unknown, lineNumber: number): SourceItem {
  const parsed = productSchema.safeParse(document);
  if (parsed.success) {
    const product: Product = parsed.data;
    return { kind: 'product', value: { product, line: lineNumber } };
  }
  const id = z.object({ productId: z.string() }).safeParse(document);
  const [issue] = parsed.error.issues;
  return {
    kind: 'rejected',
    value: {
      line: lineNumber,
      ...(id.success ? { id: cleanLine(id.data.productId).slice(0, 200) } : {}),
      code: 'product-invalid',
      reason: `${issue?.path.join('.') ?? 'The product'}: ${issue?.message ?? 'is not a product'}`,
    },
  };
}
