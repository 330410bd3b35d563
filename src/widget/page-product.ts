import {
  cleanCode,
  MOST_CODES,
  parseAddress,
  readLinkedData,
  type StatedProduct,
  samePage,
} from './page-linked-data.ts';

/** What is told of the page with a message. */
export interface PageView {
  readonly productId?: string;
  readonly url?: string;
  readonly codes?: readonly string[];
}

const MOST_BLOCKS = 20;
const LONGEST_ADDRESS = 2_000;
const MICRODATA = '[itemscope][itemtype*="schema.org/Product"]';
const PROPERTIES = ['sku', 'productID', 'gtin13', 'gtin14', 'gtin12', 'gtin8', 'gtin', 'mpn'];
/** Open Graph, as catalogues of advertisements read it. */
const META = [
  'product:retailer_item_id',
  'product:gtin',
  'product:sku',
  'product:ean',
  'product:upc',
  'product:mfr_part_no',
];

/**
 * Which product a page shows, by JSON-LD, microdata or meta tags, and its address without a fragment. A page that was changed by
 * script since it was loaded may still hold what it stated at first: then only what names the present address counts.
 */
export function readPage(page: Document, loadedFrom: string | undefined = firstAddress()): PageView {
  const address = page.location.href.replace(/#.*$/s, '');
  const canonical = linkOf(page, address);
  const stated = statedIn(page, address);
  const isAsLoaded = loadedFrom === undefined || samePage(loadedFrom, address);
  const isPresent = isAsLoaded || samePage(stated?.url ?? canonical, address);
  const url = isPresent ? (canonical ?? address) : address;
  const codes = isPresent ? (stated?.codes ?? []) : [];
  return {
    ...(url.length <= LONGEST_ADDRESS && { url }),
    ...(codes.length > 0 && { codes }),
  };
}

function statedIn(page: Document, address: string): StatedProduct | undefined {
  const blocks = [...page.querySelectorAll('script[type="application/ld+json" i]')].slice(0, MOST_BLOCKS);
  const linked = readLinkedData(
    blocks.map(({ textContent }) => textContent ?? ''),
    address,
  );
  if (linked !== undefined && linked.codes.length > 0) return linked;
  return microdata(page) ?? metaTags(page) ?? linked;
}

/** Of the only product there is; a list of several is about none of them. */
function microdata(page: Document): StatedProduct | undefined {
  // What is a property of something else is not what the page is about.
  const items = [...page.querySelectorAll(MICRODATA)].filter((item) => !item.hasAttribute('itemprop'));
  const referred = new Set(items.flatMap((item) => item.getAttribute('itemref')?.split(/\s+/) ?? []));
  const [only, another] = items.filter(({ id }) => !referred.has(id));
  if (only === undefined || another !== undefined) return undefined;
  const elsewhere = (only.getAttribute('itemref') ?? '').split(/\s+/).slice(0, MOST_BLOCKS);
  const parts = [only, ...elsewhere.flatMap((id) => page.getElementById(id) ?? [])];
  const codes = PROPERTIES.flatMap((name) =>
    parts
      .flatMap((part) => [part, ...part.querySelectorAll('[itemprop]')])
      .filter((element) => element.getAttribute('itemprop')?.split(/\s+/).includes(name) === true)
      .filter(
        (element) => element.parentElement?.closest('[itemprop][itemtype*="schema.org/Product"]') === null,
      )
      .slice(0, 1)
      .flatMap((element) => cleanCode(statedValue(element)) ?? []),
  );
  return codes.length === 0 ? undefined : { codes: [...new Set(codes)].slice(0, MOST_CODES) };
}

function metaTags(page: Document): StatedProduct | undefined {
  const codes = META.flatMap(
    (name) => cleanCode(page.querySelector(`meta[property="${name}"]`)?.getAttribute('content')) ?? [],
  );
  return codes.length === 0 ? undefined : { codes: [...new Set(codes)] };
}

const statedValue = (element: Element): string =>
  element.getAttribute('content') ?? element.getAttribute('value') ?? element.textContent ?? '';

/** The address that the page says is its own; on another host or none of the web it says nothing. */
function linkOf(page: Document, address: string): string | undefined {
  const href = page.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const link = parseAddress(href ?? undefined, address);
  return link !== undefined && link.origin === parseAddress(address)?.origin ? link.href : undefined;
}

/** That the document was loaded from, before any script changed it. */
const firstAddress = (): string | undefined => performance.getEntriesByType('navigation')[0]?.name;
