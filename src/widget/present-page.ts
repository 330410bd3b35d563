import type { PageView } from './page-product.ts';
import type { PanelPlace } from './panel-place.ts';

/** As the element says, else as the page does; where that cannot be read, nothing is known of it. */
export async function presentPage({ product }: PanelPlace): Promise<PageView> {
  if (product !== undefined) return { productId: product };
  try {
    return (await import('./page-product.ts')).readPage(document);
  } catch {
    return {};
  }
}
