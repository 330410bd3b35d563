import { addressOf, type PageView, viewOf } from './page-view.ts';
import type { PanelPlace } from './panel-place.ts';

/** Where a page may state its product. */
const STATEMENT =
  '[type="application/ld+json" i],[itemtype*="schema.org/Product"],meta[property^="product:"]';

/** As the element says, else as the page does; where that cannot be read, nothing is known of it. What reads a statement comes where there is one. */
export async function presentPage({ product }: PanelPlace): Promise<PageView> {
  if (product !== undefined) return { productId: product };
  try {
    const isStated = document.querySelector(STATEMENT) !== null;
    const { statedIn } = isStated ? await import('./page-stated.ts') : {};
    return viewOf(document, statedIn?.(document, addressOf(document)));
  } catch {
    return {};
  }
}
