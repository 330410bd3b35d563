import type { VariantOptions } from '../../src/domain/commerce.ts';
import type { Language } from '../../src/domain/locale.ts';
import type { Money } from '../../src/domain/money.ts';
import { type Availability, effectivePrice, type Product, productText } from '../../src/domain/product.ts';

/** A variant as a market is offered it at one moment. */
export interface OfferedVariant {
  readonly productId: string;
  readonly variantId: string;
  /** Of the product. */
  readonly title: string;
  readonly options: VariantOptions;
  readonly unitPrice: Money;
  readonly availability: Availability;
  /** Pieces at hand, when the shop tells. */
  readonly stock?: number;
}

/** Variants of a product that a market is offered; none for a product that is not sold there. */
export type VariantsOf = (productId: string, market: string) => Promise<readonly OfferedVariant[]>;

/** @param language Of the title; the product's own when it has no other. */
export function offeredVariants(
  product: Product,
  {
    market,
    language,
    nowMs,
  }: { readonly market: string; readonly language?: Language; readonly nowMs: number },
): OfferedVariant[] {
  const { title } = productText(product, language ?? product.language);
  return product.variants.flatMap(({ variantId, attributes, offers }) => {
    const offer = offers[market];
    if (offer === undefined) return [];
    const options = Object.fromEntries(
      Object.entries(attributes).map(([name, values]) => [name, values.join(' / ')]),
    );
    return {
      productId: product.productId,
      variantId,
      title,
      options,
      unitPrice: effectivePrice(offer, nowMs),
      availability: offer.availability,
      ...(offer.stock === undefined ? {} : { stock: offer.stock }),
    };
  });
}
