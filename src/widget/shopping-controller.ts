import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { CartView } from '../domain/cart.ts';
import { LatePart } from './late-part.ts';
import type { Reply } from './reply-state.ts';
import type { PartsContext, ShoppingHost, ShoppingOptions, ShoppingRoom } from './shopping-room.ts';

/** What a shopper can do with things and orders. Its code comes with the first message that is sent, not before. */
export class ShoppingController implements ReactiveController {
  readonly #options: ShoppingOptions;
  readonly #host: ShoppingHost;
  readonly #code: LatePart<typeof import('./shopping-room.ts')>;
  #room: ShoppingRoom | undefined;

  constructor(host: ShoppingHost, options: ShoppingOptions) {
    this.#host = host;
    this.#options = options;
    this.#code = new LatePart(host, () => import('./shopping-room.ts'));
    host.addController(this);
  }

  hostUpdate(): void {
    const { conversation } = this.#options;
    if (this.#room === undefined && conversation.entries.length === 0) return;
    this.want()?.listen();
  }

  hostDisconnected(): void {
    this.#room?.close();
    this.#room = undefined;
  }

  /** @returns Everything about shopping, once it is here. */
  want(): ShoppingRoom | undefined {
    const code = this.#code.want();
    this.#room ??= code?.createShoppingRoom(this.#host, this.#options);
    return this.#room;
  }

  /** The basket, as far as it is known without asking. */
  get cart(): CartView | undefined {
    return this.#room?.basket.cart;
  }

  get pieces(): number {
    return this.cart?.pieces ?? 0;
  }

  /** What of a reply is more than words. */
  parts(reply: Reply, context: PartsContext): TemplateResult | typeof nothing {
    if (!hasParts(reply)) return nothing;
    if (this.#room !== undefined) return this.#room.parts(reply, context);
    if (!this.#code.hasFailed) return nothing;
    return html`<p class="note">${context.label('partsFailed')}
      <button class="option" @click=${() => this.#code.retry()}>${context.label('retry')}</button></p>`;
  }
}

const hasParts = ({ products, comparison, order, confirmation, sources }: Reply): boolean =>
  products.length > 0 || [comparison, order, confirmation, sources].some((part) => part !== undefined);
