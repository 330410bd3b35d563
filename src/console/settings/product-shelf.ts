import type { ReactiveControllerHost } from 'lit';
import type { Market } from '../../domain/market.ts';
import type { ProductView } from '../../domain/turn.ts';
import type { DeskContext } from '../page.ts';
import type { Answer } from '../problem.ts';

/** Most products that are looked up at a time; of further ones the ids are shown. */
const MOST_AT_ONCE = 30;

/** A product as it is sold somewhere. */
export interface Shelved {
  readonly product: ProductView;
  /** Where: absent in the market that the server takes for the reader's. */
  readonly market?: string;
}

/** What products of known ids are called, look like and cost: in the reader's market, else in the first that sells them. */
export class ProductShelf {
  readonly #host: ReactiveControllerHost;
  readonly #context: () => DeskContext;
  /** `gone` is not sold anywhere (any more). */
  readonly #known = new Map<string, Shelved | 'gone'>();
  readonly #asked = new Set<string>();
  #markets: readonly string[] | undefined;

  constructor(host: ReactiveControllerHost, context: () => DeskContext) {
    this.#host = host;
    this.#context = context;
  }

  /** Of how many something is known: it grows with what is read. */
  get size(): number {
    return this.#known.size;
  }

  /** @returns undefined while it is not known. */
  get(productId: string): Shelved | 'gone' | undefined {
    return this.#known.get(productId);
  }

  /** What it is called; its id where that is not known. */
  nameOf(productId: string): string {
    const found = this.#known.get(productId);
    return found === undefined ? productId : found === 'gone' ? `${productId} (gone)` : found.product.title;
  }

  keep(product: ProductView, market?: string): void {
    this.#known.set(product.productId, { product, ...(market !== undefined && { market }) });
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
        const answer = await this.#find(productId);
        if (answer.kind === 'ok') this.#known.set(productId, answer.value);
        else if (answer.problem.status === 404) this.#known.set(productId, 'gone');
        else this.#asked.delete(productId);
      }),
    );
    this.#host.requestUpdate();
  }

  /** Market after market; the reader's stands anywhere among them. */
  async #find(productId: string): Promise<Answer<Shelved>> {
    let answer = await this.#readIn(productId);
    if (answer.kind === 'ok' || answer.problem.status !== 404) return answer;
    for (const market of await this.#shopMarkets()) {
      answer = await this.#readIn(productId, market);
      if (answer.kind === 'ok' || answer.problem.status !== 404) return answer;
    }
    return answer;
  }

  async #readIn(productId: string, market?: string): Promise<Answer<Shelved>> {
    const path = `/v1/products/${encodeURIComponent(productId)}`;
    const answer = await this.#context().desk.get<ProductView>(path, { market });
    if (answer.kind === 'refused') return answer;
    return { kind: 'ok', value: { product: answer.value, ...(market !== undefined && { market }) } };
  }

  async #shopMarkets(): Promise<readonly string[]> {
    if (this.#markets !== undefined) return this.#markets;
    const answer = await this.#context().desk.get<{ readonly markets: readonly Market[] }>('/v1/markets');
    if (answer.kind === 'refused') return [];
    this.#markets = answer.value.markets.map(({ country }) => country);
    return this.#markets;
  }
}
