import { samePage } from './same-page.ts';

/** What a page says of its product, as far as a shop can be asked for it. */
export interface StatedProduct {
  /** SKU, product id, GTIN and MPN as they are written, the surest first; none twice. */
  readonly codes: readonly string[];
  /** Of the product's own page. */
  readonly url?: string;
}

/** A page may hold anything: what is larger is not read. */
const MOST_CHARACTERS = 300_000;
const MOST_NODES = 3_000;
const MOST_DEPTH = 12;
const LONGEST_CODE = 100;
export const MOST_CODES = 8;

const PRODUCT =
  /^(?:https?:\/\/schema\.org\/|schema:)?(?:Product|ProductGroup|IndividualProduct|ProductModel|SomeProducts)$/;
/** The surest first. */
export const CODES = [
  'sku',
  'productID',
  'gtin',
  'gtin13',
  'gtin14',
  'gtin12',
  'gtin8',
  'mpn',
  'productGroupID',
] as const;
/** Leads to other products than that of the page. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'isRelatedTo',
  'isSimilarTo',
  'isAccessoryOrSparePartFor',
  'isConsumableFor',
  'itemListElement',
  'hasVariant',
  'isVariantOf',
  'review',
]);

type Json = Readonly<Record<string, unknown>>;

/**
 * The one product that blocks of JSON-LD are about; undefined when they are about none, or several that the address does not tell
 * apart. What is no JSON, too large, too deep or of another type than it should be is passed over.
 *
 * @param address Of the page.
 * @see https://schema.org/Product
 */
export function readLinkedData(blocks: readonly string[], address: string): StatedProduct | undefined {
  const budget = { nodes: MOST_NODES };
  const found = blocks.flatMap((block) => productsIn(parse(block), 0, budget));
  const here = found.filter((product) => samePage(urlOf(product), address));
  const [only, another] = here.length > 0 ? here : found;
  return only === undefined || (another !== undefined && !isSame(only, another))
    ? undefined
    : toStated(only, address);
}

function parse(block: string): unknown {
  if (block.length > MOST_CHARACTERS) return undefined;
  try {
    return JSON.parse(block.replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/)|(?:-->|\/\*\]\]>\*\/)\s*$/g, ''));
  } catch {
    return undefined;
  }
}

function productsIn(value: unknown, depth: number, budget: { nodes: number }): Json[] {
  budget.nodes -= 1;
  if (budget.nodes < 0 || depth > MOST_DEPTH || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((entry) => productsIn(entry, depth + 1, budget));
  const node = value as Json;
  if (typesOf(node).some((type) => PRODUCT.test(type))) return [node];
  return Object.entries(node).flatMap(([key, inner]) =>
    ELSEWHERE.has(key) ? [] : productsIn(inner, depth + 1, budget),
  );
}

function toStated(product: Json, address: string): StatedProduct {
  const variants = listOf(product.hasVariant).filter((variant) => samePage(urlOf(variant), address));
  const codes = [...variants, product].flatMap((node) => [node, ...offersOf(node)].flatMap(codesOf));
  const url = urlOf(product);
  return { codes: [...new Set(codes)].slice(0, MOST_CODES), ...(url !== undefined && { url }) };
}

/** Of one offer; where there are several each is of another variant, and none is that of the page. */
function offersOf({ offers }: Json): Json[] {
  const direct = listOf(offers);
  const all = direct.flatMap((offer) => [offer, ...listOf(offer.offers), ...listOf(offer.itemOffered)]);
  return direct.length === 1 && all.length <= 2 ? all : [];
}

const codesOf = (node: Json): string[] => CODES.flatMap((name) => cleanCode(own(node, name)) ?? []);

/** @returns As it is written, without a scheme ("sku:123"); undefined for what is no code. */
export function cleanCode(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const code = String(value)
    .trim()
    .replace(/^(?:sku|mpn|gtin\d*|isbn|upc|ean|asin):\s*/i, '');
  return code === '' || code.length > LONGEST_CODE || /\p{C}/u.test(code) ? undefined : code;
}

const own = (node: Json, name: string): unknown => (Object.hasOwn(node, name) ? node[name] : undefined);

const typesOf = (node: Json): string[] =>
  [own(node, '@type')].flat(1).filter((type): type is string => typeof type === 'string');

const listOf = (value: unknown): Json[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (entry): entry is Json => typeof entry === 'object' && entry !== null && !Array.isArray(entry),
  );

function urlOf(node: Json): string | undefined {
  const url = own(node, 'url') ?? own(node, '@id');
  return typeof url === 'string' && url.length <= 2_000 ? url : undefined;
}

function isSame(left: Json, right: Json): boolean {
  const codes = new Set(codesOf(left));
  return (
    codesOf(right).some((code) => codes.has(code)) ||
    (urlOf(left) !== undefined && urlOf(left) === urlOf(right))
  );
}
