import type { Product } from '../domain/product.ts';
import { DEPARTMENTS } from './departments/index.ts';
import type { ProductType } from './product-type.ts';

const byLeaf = new Map(
  DEPARTMENTS.flatMap(({ types }) => types.map((type): [string, ProductType] => [type.leaf[0], type])),
);

/** The demo shop's type of a product, known by its category leaf; undefined for another shop's product. */
export const productTypeOf = (product: Pick<Product, 'category'>): ProductType | undefined =>
  byLeaf.get(product.category.at(-1) ?? '');
