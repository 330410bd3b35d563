import { CODES, cleanCode, MOST_CODES, readLinkedData, type StatedProduct } from './page-linked-data.ts';

const MOST_BLOCKS = 20;
const MICRODATA = '[itemscope][itemtype*="schema.org/Product"]';
/** Open Graph, as catalogues of advertisements read it. */
const META = [
  'product:retailer_item_id',
  'product:gtin',
  'product:sku',
  'product:ean',
  'product:upc',
  'product:mfr_part_no',
];

/** The product that a page states, by JSON-LD, microdata or meta tags. @param address Of the page. */
export function statedIn(page: Document, address: string): StatedProduct | undefined {
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
  const codes = CODES.flatMap((name) =>
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
