import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { FaultKind } from '../../../domain/desk/catalogue-health.ts';
import type { Market } from '../../../domain/market.ts';
import { attributeValues, type Product } from '../../../domain/product.ts';
import { normalise } from '../../../text/analyze.ts';
import { readShopSize } from '../../../text/sizes/read-size.ts';

/** A fault with everything that has it. */
export interface FoundFault {
  readonly kind: FaultKind;
  readonly attribute?: string;
  readonly category?: readonly string[];
  readonly language?: string;
  readonly productIds: readonly string[];
}

export interface FaultGround {
  readonly markets: readonly Market[];
  /** When the catalogue was published, and now; epoch milliseconds. */
  readonly publishedAtMs: number;
  readonly nowMs: number;
}

/** Products that a category needs before it says what is usual in it, and the share of them that makes something usual. */
const LEAST_PRODUCTS = 10;
const USUAL_SHARE = 0.8;
const STALE_AFTER_MS = 7 * 86_400_000;
/** Products that are looked at before others run. */
const AT_ONCE = 100;
/** Of groups that are called alike: looked at in a moment. */
const TWINS_AT_ONCE = 5_000;
const SIZE = 'size';

/** Looks at every product once; the names of its attributes are kept until the end, some hundred bytes each. */
export async function findFaults(
  products: AsyncIterable<Product>,
  ground: FaultGround,
): Promise<{ readonly faults: readonly FoundFault[]; readonly products: number }> {
  const found = new Map<string, Omit<FoundFault, 'productIds'> & { readonly productIds: string[] }>();
  const categories = new Map<string, ToldProduct[]>();
  const alike = new Map<string, string[]>();
  let count = 0;
  let branded = 0;
  const note = (productId: string, fault: Omit<FoundFault, 'productIds'>) => {
    const key = JSON.stringify([fault.kind, fault.attribute, fault.category, fault.language]);
    const known = found.get(key) ?? { ...fault, productIds: [] };
    found.set(key, known);
    known.productIds.push(productId);
  };

  for await (const product of products) {
    const { productId } = product;
    count += 1;
    if (count % AT_ONCE === 0) await letOthersRun();
    for (const kind of ownFaults(product, ground)) note(productId, { kind });
    for (const language of missingLanguages(product, ground.markets))
      note(productId, { kind: 'missing-language', language });
    if (product.brand === undefined) note(productId, { kind: 'no-brand' });
    else branded += 1;
    addTo(alike, likenessOf(product), productId);
    addTo(categories, JSON.stringify(product.category), { productId, attributes: attributesOf(product) });
  }
  if (branded < count / 2) found.delete(JSON.stringify(['no-brand', undefined, undefined, undefined]));
  for (const [index, twins] of [...alike.values()].entries()) {
    if (index % TWINS_AT_ONCE === 0) await letOthersRun();
    if (twins.length > 1) for (const productId of twins) note(productId, { kind: 'duplicate' });
  }
  for (const [path, told] of categories) {
    await letOthersRun();
    for (const [productId, attribute] of unusuallySilent(told))
      note(productId, { kind: 'missing-attribute', attribute, category: JSON.parse(path) as string[] });
  }
  return { faults: [...found.values()], products: count };
}

interface ToldProduct {
  readonly productId: string;
  readonly attributes: ReadonlySet<string>;
}

function addTo<Value>(groups: Map<string, Value[]>, key: string, value: Value): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}

function ownFaults(product: Product, { publishedAtMs, nowMs }: FaultGround): FaultKind[] {
  const offers = product.variants.flatMap((variant) => Object.values(variant.offers));
  const isPictured =
    product.imageUrl !== undefined || product.variants.some(({ imageUrl }) => imageUrl !== undefined);
  const faults: readonly (readonly [FaultKind, boolean])[] = [
    ['no-picture', !isPictured],
    ['no-price', offers.length === 0 || offers.some(({ price }) => price.amountMinor === 0)],
    ['no-description', Object.values(product.texts).every(({ description }) => description.trim() === '')],
    ['no-category', product.category.length === 0],
    [
      'contradicting-stock',
      offers.some(
        ({ availability, stock }) =>
          (availability === 'in-stock' && stock === 0) ||
          (availability === 'out-of-stock' && stock !== undefined && stock > 0),
      ),
    ],
    [
      'stale-stock',
      nowMs - publishedAtMs > STALE_AFTER_MS && offers.some(({ stock }) => stock !== undefined),
    ],
    ['unreadable-size', attributeValues(product, SIZE).some((size) => readShopSize(size) === undefined)],
  ];
  return faults.flatMap(([kind, has]) => (has ? [kind] : []));
}

function missingLanguages({ variants, texts }: Product, markets: readonly Market[]): string[] {
  const sold = new Set(variants.flatMap(({ offers }) => Object.keys(offers)));
  const wanted = new Set(markets.flatMap(({ country, languages }) => (sold.has(country) ? languages : [])));
  return [...wanted].filter((language) => texts[language] === undefined);
}

/** Products that are called the same and cost the same are hardly two. */
function likenessOf({ texts, language, brand, category, variants }: Product): string {
  const prices = variants.flatMap(({ offers }) =>
    Object.entries(offers).map(([market, { price }]) => `${market} ${price.amountMinor}`),
  );
  const title = normalise(texts[language]?.title ?? '');
  return JSON.stringify([title, brand, category, [...new Set(prices)].sort()]);
}

const attributesOf = ({ attributes, variants }: Product): ReadonlySet<string> =>
  new Set([...Object.keys(attributes), ...variants.flatMap((variant) => Object.keys(variant.attributes))]);

/** Attributes that nearly all products of a category tell, with each product that does not. */
function* unusuallySilent(products: readonly ToldProduct[]): Generator<readonly [string, string]> {
  if (products.length < LEAST_PRODUCTS) return;
  const counts = new Map<string, number>();
  for (const { attributes } of products)
    for (const attribute of attributes) counts.set(attribute, (counts.get(attribute) ?? 0) + 1);
  for (const [attribute, count] of counts)
    if (count < products.length && count >= products.length * USUAL_SHARE)
      for (const { productId, attributes } of products)
        if (!attributes.has(attribute)) yield [productId, attribute];
}
