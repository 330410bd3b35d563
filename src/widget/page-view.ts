import type { StatedProduct } from './page-linked-data.ts';
import { parseAddress, samePage } from './same-page.ts';

/** What is told of the page with a message. */
export interface PageView {
  readonly productId?: string;
  readonly url?: string;
  readonly codes?: readonly string[];
}

const LONGEST_ADDRESS = 2_000;

/** Of a page, without a fragment. */
export const addressOf = (page: Document): string => page.location.href.replace(/#.*$/s, '');

/**
 * Which page it is, and what product it shows. A page that was changed by script since it was loaded may still hold what it stated at
 * first: then only what names the present address counts.
 */
export function viewOf(
  page: Document,
  stated: StatedProduct | undefined,
  loadedFrom: string | undefined = firstAddress(),
): PageView {
  const address = addressOf(page);
  const canonical = linkOf(page, address);
  const isAsLoaded = loadedFrom === undefined || samePage(loadedFrom, address);
  const isPresent = isAsLoaded || samePage(stated?.url ?? canonical, address);
  const url = isPresent ? (canonical ?? address) : address;
  const codes = isPresent ? (stated?.codes ?? []) : [];
  return {
    ...(url.length <= LONGEST_ADDRESS && { url }),
    ...(codes.length > 0 && { codes }),
  };
}

/** The address that the page says is its own; on another host or none of the web it says nothing. */
function linkOf(page: Document, address: string): string | undefined {
  const href = page.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const link = parseAddress(href ?? undefined, address);
  return link !== undefined && link.origin === parseAddress(address)?.origin ? link.href : undefined;
}

/** That the document was loaded from, before any script changed it. */
const firstAddress = (): string | undefined => performance.getEntriesByType('navigation')[0]?.name;
