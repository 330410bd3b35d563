import { createMemoryProductIndex } from '../../connectors/product-index/memory.ts';
import type { Constraint } from '../../src/domain/need.ts';
import type { Product } from '../../src/domain/product.ts';
import type { EmbeddingModel } from '../../src/ports/embedding-model.ts';
import type { IndexFilter, ProductIndex } from '../../src/ports/product-index.ts';
import { toIndexDocument } from '../../src/retrieval/to-index-document.ts';
import { readQuantity } from '../../src/text/measures.ts';

export const NOW_MS = Date.UTC(2026, 10, 22);

interface Sketch {
  readonly id: string;
  readonly title: string;
  readonly type?: string;
  readonly color?: readonly string[];
  readonly material?: string;
  readonly priceMinor?: number;
  readonly isSoldOut?: boolean;
}

/** A product sold in the US, one variant for each colour. */
export function product({
  id,
  title,
  type = 'scarf',
  color = [],
  material,
  priceMinor = 2000,
  isSoldOut = false,
}: Sketch): Product {
  const offers = {
    US: {
      price: { amountMinor: priceMinor, currency: 'USD' },
      availability: isSoldOut ? ('out-of-stock' as const) : ('in-stock' as const),
    },
  };
  return {
    productId: id,
    language: 'en',
    texts: { en: { title, description: '' } },
    category: ['Things', type],
    attributes: material === undefined ? {} : { material: [material] },
    variants:
      color.length === 0
        ? [{ variantId: `${id}-1`, attributes: {}, offers }]
        : color.map((value) => ({ variantId: `${id}-${value}`, attributes: { color: [value] }, offers })),
  };
}

export const SCARVES: readonly Product[] = [
  product({ id: 'wool-red', title: 'Warm wool scarf', color: ['red'], material: 'wool', priceMinor: 3900 }),
  product({
    id: 'wool-blue',
    title: 'Warm wool scarf',
    color: ['blue', 'green'],
    material: 'wool',
    priceMinor: 4500,
  }),
  product({
    id: 'silk-blue',
    title: 'Light silk scarf',
    color: ['blue'],
    material: 'silk',
    priceMinor: 8900,
  }),
  product({
    id: 'cotton',
    title: 'Plain cotton scarf',
    color: ['green'],
    material: 'cotton',
    priceMinor: 1900,
  }),
  product({
    id: 'sold-out',
    title: 'Warm cashmere scarf',
    color: ['red'],
    material: 'cashmere',
    isSoldOut: true,
  }),
  product({ id: 'lamp', title: 'Oak desk lamp', type: 'lamp', material: 'oak', priceMinor: 12_900 }),
];

/** No vector says anything, unless a test says which. */
export function silentEmbedder(
  vectorOf: (text: string) => readonly [number, number] = () => [0, 0],
): EmbeddingModel {
  return {
    name: 'silent',
    dimensions: 2,
    embed: async (texts) => texts.map((text) => Float32Array.from(vectorOf(text))),
    isAvailable: () => true,
    close: async () => undefined,
  };
}

export async function indexOf(
  products: readonly Product[],
  vectorOf: (product: Product) => readonly [number, number] = () => [0, 0],
): Promise<ProductIndex> {
  const index = createMemoryProductIndex({ readQuantity: (value) => readQuantity(value) });
  await index.replaceAll(
    products.map((entry) => toIndexDocument(entry, Float32Array.from(vectorOf(entry)), NOW_MS)),
  );
  return index;
}

/** Limits as the shop's vocabulary would read them. */
export function toFilters({ attribute, operator, value }: Constraint): readonly IndexFilter[] {
  if (attribute === 'price') {
    const minor = Number(value);
    if (operator === 'lt' || operator === 'lte')
      return [{ kind: 'price', maxMinor: operator === 'lt' ? minor - 1 : minor }];
    return [{ kind: 'price', minMinor: operator === 'gt' ? minor + 1 : minor }];
  }
  const text = String(value);
  if (attribute === 'type') return [{ kind: 'category', anyOf: [`things>${text}`] }];
  return operator === 'ne'
    ? [
        { kind: 'not-attribute', attribute, noneOf: [text] },
        { kind: 'not-terms', fields: ['title'], noneOf: [[text]] },
      ]
    : [{ kind: 'attribute', attribute, anyOf: [text] }];
}

export function limit(
  attribute: string,
  operator: Constraint['operator'],
  value: string | number,
  more: Partial<Constraint> = {},
): Constraint {
  return {
    attribute,
    operator,
    value,
    strength: 'hard',
    words: String(value),
    confidence: 1,
    sourceTurn: 1,
    known: true,
    ...more,
  };
}
