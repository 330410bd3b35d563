import { html, nothing, type TemplateResult } from 'lit/html.js';
import { LatePart } from './late-part.ts';
import type { CardContext, PartsContext } from './list-context.ts';
import type { Reply } from './reply-state.ts';
import type { ShoppingHost, ShoppingOptions } from './shopping-options.ts';
import type { ShoppingRoom } from './shopping-room.ts';
import { missingPart } from './views/missing-part.ts';
import { productList } from './views/product-list.ts';

/** What is on screen is looked at first; then what can be done with it is fetched, unless it was wanted before. */
const LOOKING_MS = 3_000;

/** Things and orders in one panel. Lists are shown at once; what is done with them, and everything else, comes after the first reply. */
export class ShoppingController {
  readonly #options: ShoppingOptions;
  readonly #late: LatePart<{ readonly room: ShoppingRoom }>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ShoppingHost, options: ShoppingOptions) {
    this.#options = options;
    this.#late = new LatePart(host, async () => {
      const { createShoppingRoom, styles } = await import('./shopping-room.ts');
      return { styles, room: await createShoppingRoom(host, options) };
    });
  }

  /** Before the panel is drawn. */
  update(): void {
    const { entries, isBusy } = this.#options.conversation;
    const latest = entries.at(-1);
    if (latest?.kind === 'reply' && latest.reply.cart !== undefined) this.#late.want();
    if (entries.length > 0 && !isBusy) this.#timer ??= setTimeout(() => this.#late.want(), LOOKING_MS);
    this.room?.listen();
  }

  /** The panel goes, or comes back. */
  attend(isThere: boolean): void {
    this.room?.attend(isThere);
  }

  get room(): ShoppingRoom | undefined {
    return this.#late.part?.room;
  }

  /** @returns Everything about shopping, once it is here. */
  want(): ShoppingRoom | undefined {
    return this.#late.want()?.room;
  }

  get pieces(): number {
    return this.room?.basket.cart?.pieces ?? 0;
  }

  /** What of a reply is more than words. */
  parts(reply: Reply, context: PartsContext): TemplateResult {
    const { comparison, order, confirmation, sources, products } = reply;
    if ([comparison, order, confirmation, sources].some((part) => part !== undefined)) this.#late.want();
    const { server, place, openBasket } = this.#options;
    const { locale } = place();
    const card: CardContext = {
      ...context,
      ...{ server, locale, reply, openBasket },
      isCurrent: reply.isComplete && reply.messageId === this.#currentList(),
      act: (done) =>
        void this.#late.bring().then((late) => {
          const list = late?.room.complete(card);
          if (list !== undefined) done(list);
        }),
    };
    const { room } = this;
    const list = room?.complete(card);
    return html`
      ${list === undefined ? nothing : room?.above(list)}
      ${products.length === 0 || comparison !== undefined ? nothing : productList(list ?? card)}
      ${list === undefined ? nothing : room?.below(list)}
      ${this.#late.hasFailed && context.isLast ? missingPart(this.#late, context) : nothing}
    `;
  }

  /** The list that "the second" is one of. */
  #currentList(): string | undefined {
    const entry = this.#options.conversation.entries.findLast(
      (each) => each.kind === 'reply' && each.reply.products.length > 0,
    );
    return entry?.kind === 'reply' ? entry.reply.messageId : undefined;
  }
}
