import fc from 'fast-check';
import type { Availability } from '../../src/domain/product.ts';
import type {
  IndexDocument,
  IndexedVariant,
  IndexField,
  IndexFilter,
  IndexScope,
  IndexSource,
  ProductIndex,
} from '../../src/ports/product-index.ts';

/** A document with what a test cares about; the rest is one variant on sale in the US, without words. */
export function document(
  productId: string,
  {
    terms = {},
    ...given
  }: Partial<Omit<IndexDocument, 'terms'>> & { readonly terms?: Partial<IndexDocument['terms']> },
): IndexDocument {
  return {
    productId,
    categoryKeys: [],
    vector: Float32Array.of(1, 0),
    titles: [],
    variants: [variant(`${productId}-1`, {}, 1000)],
    ...given,
    terms: { title: [], brand: [], category: [], attributes: [], description: [], ...terms },
  };
}

/** A variant offered in the US only. */
export function variant(
  variantId: string,
  attributes: IndexedVariant['attributes'],
  priceMinor: number,
  availability: Availability = 'in-stock',
): IndexedVariant {
  return { variantId, attributes, offers: { US: { priceMinor, availability } } };
}

const MARKETS = ['US', 'DE'];
const anyWord = fc.constantFrom('warm', 'scarf', 'wool', 'red', 'lamp', 'oak', 'constructor');
const anyWords = fc.array(anyWord, { maxLength: 5 });
const anyValue = fc.constantFrom('red', 'blue', 'm', 'l');
const anyAttribute = fc.constantFrom('color', 'size', 'brand', 'constructor', 'category');
const anyCategoryKey = fc.constantFrom('clothing', 'clothing>scarves', 'home');
const anyProductId = fc.integer({ min: 0, max: 11 }).map((number) => `p${number}`);
const anyPrice = fc.integer({ min: 1, max: 6 }).map((price) => price * 500);
const anyAvailability = fc.constantFrom<Availability>('in-stock', 'out-of-stock', 'preorder');
const anyField = fc.constantFrom<IndexField>('title', 'brand', 'category', 'attributes', 'description');
const anyVector = fc
  .tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 }))
  .map(([first, second]) => Float32Array.of(first / 3, second / 3));

const anyVariant = fc.record({
  variantId: fc.constantFrom('v1', 'v2', 'v3'),
  attributes: fc.dictionary(anyAttribute, fc.uniqueArray(anyValue, { minLength: 1, maxLength: 2 }), {
    noNullPrototype: true,
  }),
  offers: fc.dictionary(
    fc.constantFrom(...MARKETS),
    fc.record({ priceMinor: anyPrice, availability: anyAvailability }),
    { noNullPrototype: true },
  ),
});

const anyDocument = fc.record({
  productId: anyProductId,
  terms: fc.record({
    title: anyWords,
    brand: anyWords,
    category: anyWords,
    attributes: anyWords,
    description: fc.oneof(
      { weight: 9, arbitrary: anyWords },
      { weight: 1, arbitrary: anyWord.map((word) => Array.from({ length: 70 }, () => word)) },
    ),
  }),
  categoryKeys: fc.constantFrom([], ['clothing'], ['clothing', 'clothing>scarves'], ['home']),
  titles: fc.array(anyWords, { maxLength: 2 }),
  vector: anyVector,
  variants: fc.array(anyVariant, { minLength: 1, maxLength: 3 }),
});

export type Change =
  | { readonly kind: 'upsert' | 'replace'; readonly documents: readonly IndexDocument[] }
  | { readonly kind: 'delete'; readonly productIds: readonly string[] };

/** Anything a catalogue may do to the index. */
export const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('upsert' as const), documents: fc.array(anyDocument, { maxLength: 8 }) }),
  fc.record({ kind: fc.constant('replace' as const), documents: fc.array(anyDocument, { maxLength: 12 }) }),
  fc.record({ kind: fc.constant('delete' as const), productIds: fc.array(anyProductId, { maxLength: 4 }) }),
);

export async function applyChange(index: ProductIndex, change: Change): Promise<void> {
  if (change.kind === 'delete') await index.delete(change.productIds);
  else if (change.kind === 'upsert') await index.upsert(change.documents);
  else await index.replaceAll(change.documents);
}

const alternatives = fc.array(fc.array(anyWord, { maxLength: 2 }), { maxLength: 2 });
const fields = fc.uniqueArray(anyField, { maxLength: 3 });
const values = fc.uniqueArray(anyValue, { maxLength: 2 });
const categories = fc.uniqueArray(anyCategoryKey, { maxLength: 2 });
const productIds = fc.uniqueArray(anyProductId, { maxLength: 5 });

const { filter: anyFilter } = fc.letrec<{ filter: IndexFilter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 2 },
    fc.record({ kind: fc.constant('attribute' as const), attribute: anyAttribute, anyOf: values }),
    fc.record({ kind: fc.constant('not-attribute' as const), attribute: anyAttribute, noneOf: values }),
    fc.record(
      { kind: fc.constant('price' as const), minMinor: anyPrice, maxMinor: anyPrice },
      { requiredKeys: ['kind'] },
    ),
    fc.record({ kind: fc.constant('category' as const), anyOf: categories }),
    fc.record({ kind: fc.constant('not-category' as const), noneOf: categories }),
    fc.record({ kind: fc.constant('terms' as const), fields, anyOf: alternatives }),
    fc.record({ kind: fc.constant('not-terms' as const), fields, noneOf: alternatives }),
    fc.record({
      kind: fc.constant('availability' as const),
      anyOf: fc.uniqueArray(anyAvailability, { maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('product' as const), anyOf: productIds }),
    fc.record({ kind: fc.constant('not-product' as const), noneOf: productIds }),
    fc.record({ kind: fc.constant('any' as const), of: fc.array(tie('filter'), { maxLength: 3 }) }),
  ) as fc.Arbitrary<IndexFilter>,
}));

export const anyScope: fc.Arbitrary<IndexScope> = fc.record({
  market: fc.constantFrom(...MARKETS, 'FR'),
  filters: fc.array(anyFilter, { maxLength: 3 }),
});

const limit = fc.integer({ min: 0, max: 14 });

export const anySource: fc.Arbitrary<IndexSource> = fc.oneof(
  fc.record({
    source: fc.constant('terms' as const),
    query: fc.array(
      fc.record({
        term: anyWord,
        weight: fc.constantFrom(1, 0.8, 0.35),
        group: fc.integer({ min: 0, max: 3 }),
      }),
      { maxLength: 6 },
    ),
    limit,
  }),
  fc.record({ source: fc.constant('text' as const), vector: anyVector, limit }),
  fc.record({ source: fc.constant('given' as const), productIds: fc.array(anyProductId, { maxLength: 6 }) }),
  fc.record({
    source: fc.constant('price' as const),
    order: fc.constantFrom('ascending' as const, 'descending' as const),
    limit,
    offset: fc.integer({ min: 0, max: 5 }),
  }),
);
