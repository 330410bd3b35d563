import type { Product } from '../domain/product.ts';

/** Addresses of product pages. The host does not count: a shop is reached by several names, its paths are its own. */
export interface PageBook {
  add(product: Product): void;
  find(url: string): string | undefined;
  /** Product ids by page. */
  readonly pages: ReadonlyMap<string, string>;
}

/** @param known What an earlier book held; empty when absent. */
export function createPageBook(known: ReadonlyMap<string, string> = new Map()): PageBook {
  const pages = new Map(known);
  return {
    pages,
    add(product) {
      for (const url of [product.url, ...product.variants.map((variant) => variant.url)]) {
        const page = url === undefined ? undefined : pageOf(url);
        if (page !== undefined && !pages.has(page)) pages.set(page, product.productId);
      }
    },
    find(url) {
      const page = pageOf(url);
      return page === undefined ? undefined : pages.get(page);
    },
  };
}

const ANY_HOST = 'http://shop.invalid';

/** Path without a closing slash; the query stays, as some shops tell the product there. */
function pageOf(url: string): string | undefined {
  const parsed = URL.parse(url, ANY_HOST);
  if (parsed === null || parsed.pathname === '/') return undefined;
  return `${parsed.pathname.replace(/\/$/, '')}${parsed.search}`;
}
