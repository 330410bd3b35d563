import type { PlannedProduct } from '../domain/reply-plan.ts';
import type { Claim } from '../domain/turn.ts';

export const evidenceOf = (product: PlannedProduct, fact: string): string =>
  `product:${product.view.productId}#${fact}`;

export const titleClaim = (product: PlannedProduct): Claim => ({
  text: product.view.title,
  evidence: evidenceOf(product, 'title'),
});

export const priceClaim = (product: PlannedProduct): Claim => ({
  text: product.view.price.formatted,
  evidence: evidenceOf(product, 'price'),
});

/** Claims of values of an attribute, each by itself. */
export const valueClaims = (
  product: PlannedProduct,
  attribute: string,
  values: readonly string[],
): readonly Claim[] =>
  values.map((text) => ({ text, evidence: evidenceOf(product, `attribute:${attribute}`) }));
