import type { Product } from '../domain/product.ts';
import { PALETTE } from './palette.ts';

/** A picture of a demo product as an SVG document, drawn from its facts alone. */
export function drawProduct(product: Product): string {
  const color =
    PALETTE[product.attributes.color?.[0] ?? product.variants[0]?.attributes.color?.[0] ?? 'grey'];
  const title = (product.texts.en?.title ?? product.productId)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 320" role="img"><title>${title}</title><rect width="320" height="320" fill="#f3f0ea"/><rect x="90" y="90" width="140" height="140" rx="16" fill="${color?.hex ?? '#999'}"/></svg>`;
}
