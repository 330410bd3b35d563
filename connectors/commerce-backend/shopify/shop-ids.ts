import type { VariantOptions } from '../../../src/domain/commerce.ts';

/** A variant as Shopify names it. */
export interface ShopVariant {
  /** "gid://shopify/ProductVariant/1". */
  readonly id: string;
  readonly product: { readonly id: string; readonly handle: string };
  readonly options: VariantOptions;
}

/** A product and a variant of it as the catalogue names them. */
export interface CatalogueIds {
  readonly productId: string;
  readonly variantId: string;
}

/** The first of the names that the catalogue knows. */
export type KnownIds = (names: readonly CatalogueIds[]) => Promise<CatalogueIds | undefined>;

const GID = /^gid:\/\/shopify\/[A-Za-z]+\/([^/?]{1,80})/;

/** The last part of a gid, without what follows a "?": "gid://shopify/CartLine/ab?cart=secret" is "ab". */
export const numberOf = (gid: string): string => GID.exec(gid)?.[1] ?? gid;

/** The gid of a number, or of a gid of the same type; undefined for what is neither. */
export function gidOf(type: string, id: string): string | undefined {
  if (/^\d{1,20}$/.test(id)) return `gid://shopify/${type}/${id}`;
  return new RegExp(`^gid://shopify/${type}/\\d{1,20}$`).test(id) ? id : undefined;
}

/** How Shopify is asked for a product of the catalogue: feeds name it by gid, number or handle. */
export function productArguments(productId: string): { readonly id: string } | { readonly handle: string } {
  const id = gidOf('Product', productId);
  return id === undefined ? { handle: productId } : { id };
}

/**
 * Names under which a catalogue may know a variant, most usual first: numbers, gids, and handle and options as the product export has them.
 */
export function catalogueNames({
  id,
  product,
  options,
}: ShopVariant): readonly [CatalogueIds, ...CatalogueIds[]] {
  const { handle } = product;
  const values = Object.values(options).map((value) => value.toLowerCase().replace(/\s+/g, '-'));
  const byHandle = values.length === 0 ? handle : `${handle}:${values.join(':')}`;
  return [
    { productId: numberOf(product.id), variantId: numberOf(id) },
    { productId: product.id, variantId: id },
    { productId: handle, variantId: byHandle },
    { productId: handle, variantId: numberOf(id) },
  ];
}

/** A variant that the catalogue does not know keeps its numbers. */
export async function toCatalogueIds(variant: ShopVariant, known: KnownIds): Promise<CatalogueIds> {
  const names = catalogueNames(variant);
  return (await known(names)) ?? names[0];
}

/** Options as a feed has them: what Shopify calls a product without choices has none. */
export const readOptions = (
  selected: readonly { readonly name: string; readonly value: string }[],
): VariantOptions =>
  Object.fromEntries(
    selected
      .filter(({ name, value }) => name !== 'Title' || value !== 'Default Title')
      .map(({ name, value }) => [name, value]),
  );
