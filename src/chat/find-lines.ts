import type { LineReference } from '../domain/basket-act.ts';
import type { BasketLine } from '../domain/commerce.ts';
import { type Product, productText, variantAttributes } from '../domain/product.ts';
import { namesValue } from '../text/names-value.ts';

/** The lines that a reference may mean: one, several, or none. */
export function findLines(
  { reference, productId, isOfBasket }: LineReference,
  lines: readonly BasketLine[],
  products: ReadonlyMap<string, Product>,
): readonly BasketLine[] {
  const pointed = lines.filter((line) => line.productId === productId);
  switch (reference.kind) {
    case 'ordinal':
      return isOfBasket && reference.list === undefined ? atPosition(lines, reference.position) : pointed;
    case 'attribute': {
      const named = lines.filter((line) =>
        [reference, ...(reference.also ?? [])].every(({ attribute, value }) =>
          isNamed(line, attribute, value, products.get(line.productId)),
        ),
      );
      return named.length > 0 ? named : pointed;
    }
    case 'extreme':
      return isOfBasket ? atExtreme(lines, reference.of) : pointed;
    case 'focus':
    case 'basket':
      return pointed.length > 0 || lines.length > 1 ? pointed : lines;
    case 'product':
    case 'earlier':
    case 'other':
      return pointed;
  }
}

function isNamed(line: BasketLine, attribute: string, value: string, product: Product | undefined): boolean {
  const variant = product?.variants.find(({ variantId }) => variantId === line.variantId);
  const stated = product === undefined || variant === undefined ? {} : variantAttributes(product, variant);
  const titles =
    product === undefined ? [] : Object.keys(product.texts).map((each) => productText(product, each).title);
  const attributes = {
    ...stated,
    ...Object.fromEntries(Object.entries(line.options).map(([name, told]) => [name, [told]])),
  };
  return [line.title, ...titles].some((title) => namesValue({ title, attributes }, attribute, value));
}

function atPosition(lines: readonly BasketLine[], position: number): readonly BasketLine[] {
  const line = position === -1 ? lines.at(-1) : lines[position - 1];
  return line === undefined ? [] : [line];
}

function atExtreme(
  lines: readonly BasketLine[],
  of: 'cheapest' | 'dearest' | 'lowest' | 'highest',
): readonly BasketLine[] {
  const amounts = lines.map(({ unitPrice }) => unitPrice.amountMinor);
  if (of === 'lowest' || of === 'highest') return [];
  const extreme = of === 'cheapest' ? Math.min(...amounts) : Math.max(...amounts);
  return lines.filter(({ unitPrice }) => unitPrice.amountMinor === extreme);
}
