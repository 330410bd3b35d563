import type { ReactiveControllerHost } from 'lit';
import type { ProductView } from '../../domain/turn.ts';
import type { DeskContext } from '../page.ts';

/** Most products that are looked up at a time; of further ones the ids are shown. */
const MOST_AT_ONCE = 30;

/** What products of known ids are called, look like and cost, in the first market of the shop. */
export class ProductShelf {
  readonly #host: ReactiveControllerHost;
  readonly #context: () => DeskContext;
  /** `gone` is not sold there (any more). */
  readonly #known = new Map<string, ProductView | 'gone'>();
  readonly #asked = new Set<string>();

  constructor(host: ReactiveControllerHost, context: () => DeskContext) {
    this.#host = host;
    this.#context = context;
  }

  /** Of how many something is known: it grows with what is read. */
  get size(): number {
    return this.#known.size;
  }

  /** @returns undefined while it is not known. */
  get(productId: string): ProductView | 'gone' | undefined {
    return this.#known.get(productId);
  }

  /** What it is called; its id where that is not known. */
  nameOf(productId: string): string {
    const product = this.#known.get(productId);
    return product === undefined ? productId : product === 'gone' ? `${productId} (gone)` : product.title;
  }

  keep(product: ProductView): void {
    this.#known.set(product.productId, product);
  }

  /** Reads what is not known yet, once. */
  async look(productIds: readonly string[]): Promise<void> {
    const unknown = [...new Set(productIds)]
      .filter((productId) => !this.#known.has(productId) && !this.#asked.has(productId))
      .slice(0, MOST_AT_ONCE);
    if (unknown.length === 0) return;
    for (const productId of unknown) this.#asked.add(productId);
    await Promise.all(
      unknown.map(async (productId) => {
        const path = `/v1/products/${encodeURIComponent(productId)}`;
        const answer = await this.#context().desk.get<ProductView>(path);
        if (answer.kind === 'ok') this.#known.set(productId, answer.value);
        else if (answer.problem.status === 404) this.#known.set(productId, 'gone');
        else this.#asked.delete(productId);
      }),
    );
    this.#host.requestUpdate();
  }
}
