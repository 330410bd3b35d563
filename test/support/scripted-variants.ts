import type { ProductDetail, ProductView } from '../../src/domain/turn.ts';
import { createScriptedDepartments } from './scripted-chat.ts';
import { SCRIPTED_PRODUCTS } from './scripted-products.ts';

/** Colour, size, whether it is to be had. */
const VARIANTS = [
  ['blue', 'S', true],
  ['blue', 'M', false],
  ['red', 'S', true],
  ['red', 'M', true],
  ['green', 'M', false],
] as const;

const variantOf = (product: ProductView, [color, size, isThere]: (typeof VARIANTS)[number]): ProductView => ({
  ...product,
  variantId: `${product.productId}-${color}-${size}`,
  attributes: { material: ['wool'], color: [color], size: [size] },
  availability: isThere ? 'in-stock' : 'out-of-stock',
  price: size === 'M' ? { ...product.price, amountMinor: 4_400, formatted: '$44.00' } : product.price,
  imageUrl: `/demo/images/${color}.svg`,
});

/** Departments whose first scarf comes in colours and sizes, not all of them to be had. */
export function departmentsWithVariants(): ReturnType<typeof createScriptedDepartments> {
  const departments = createScriptedDepartments();
  return {
    ...departments,
    async product(productId, place) {
      const detail: ProductDetail = await departments.product(productId, place);
      const [first] = SCRIPTED_PRODUCTS;
      if (first?.productId !== productId) return detail;
      return {
        ...detail,
        variants: VARIANTS.map((variant) => variantOf(first, variant)),
        attributeLabels: { color: 'Colour', size: 'Size', material: 'Material' },
      };
    },
  };
}
