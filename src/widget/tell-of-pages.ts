import { statedIn } from './page-stated.ts';
import { addressOf, viewOf } from './page-view.ts';
import { createShopEvents, type ShopEventsOptions } from './shop-events.ts';

export interface PageTelling {
  /** Takes what the page tells of itself. */
  track(name: unknown, properties: unknown): void;
}

/**
 * Tells the shop what its shopper looks at, who agreed to it. A page changed by script is another page; what was looked at before
 * the shopper agreed is not told.
 *
 * @param product As the element says, else it is read from the page.
 */
export function tellOfPages(
  product: () => string | undefined,
  options: Pick<ShopEventsOptions, 'server' | 'agreed'> & {
    /** Before this page was looked at. */
    readonly wasAgreed: boolean;
  },
): PageTelling {
  const { server, agreed, wasAgreed } = options;
  const events = createShopEvents({ server, agreed, newId: () => crypto.randomUUID(), clock: Date.now });
  const viewed = () => `${location.pathname}${location.search} ${product() ?? ''}`;
  let untold = wasAgreed ? undefined : viewed();
  let told: string | undefined;
  const look = () => {
    if (agreed() === undefined) untold = viewed();
    if (viewed() === untold) return;
    const { codes = [] } = viewOf(document, statedIn(document, addressOf(document)));
    const shown = product() ?? codes[0];
    const view = shown === undefined ? undefined : `${location.pathname} ${shown}`;
    if (view === told) return;
    told = view;
    if (shown !== undefined) events.track('Product Viewed', { product_id: shown, sku: codes[0] });
  };
  addEventListener('pagehide', () => void events.flush());
  new MutationObserver(look).observe(document.head, { childList: true, subtree: true });
  addEventListener('popstate', look);
  look();
  return events;
}
