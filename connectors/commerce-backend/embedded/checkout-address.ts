import type { Basket } from '../../../src/domain/commerce.ts';

const ITEMS = '{items}';

/**
 * Where the shop takes payment. "{items}" in the address becomes "variant:quantity" of every line, separated by commas, as cart links of
 * shop systems have it; ids are percent-encoded.
 *
 * @returns undefined without an address, and for an empty basket.
 */
export function checkoutAddress(
  template: string | undefined,
  { lines }: Basket,
): { readonly url: string } | undefined {
  if (template === undefined || lines.length === 0) return undefined;
  const items = lines.map(({ variantId, quantity }) => `${encodeURIComponent(variantId)}:${quantity}`);
  return { url: template.replaceAll(ITEMS, () => items.join(',')) };
}
