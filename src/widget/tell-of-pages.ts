import { readPage } from './page-product.ts';
import { createShopEvents, type ShopEventsOptions } from './shop-events.ts';

export interface PageTelling {
  /** Tells of the product of the page, unless it was told of; a page of no product is told of by nobody. */
  look(): void;
  /** Takes what the page tells of itself. */
  track(name: unknown, properties: unknown): void;
}

/**
 * Tells the shop what its shopper looks at, who agreed to it.
 *
 * @param product As the element says, else it is read from the page.
 */
export function tellOfPages(
  product: () => string | undefined,
  { server, agreed }: Pick<ShopEventsOptions, 'server' | 'agreed'>,
): PageTelling {
  const events = createShopEvents({ server, agreed, newId: () => crypto.randomUUID(), clock: Date.now });
  let told: string | undefined;
  addEventListener('pagehide', () => void events.flush());
  return {
    look() {
      const { codes = [] } = readPage(document);
      const viewed = product() ?? codes[0];
      const view = viewed === undefined ? undefined : `${location.pathname} ${viewed}`;
      if (view === told) return;
      told = view;
      if (viewed !== undefined) events.track('Product Viewed', { product_id: viewed, sku: codes[0] });
    },
    track: events.track,
  };
}
