import { html, nothing, type TemplateResult } from 'lit';
import type { ProductView } from '../domain/turn.ts';
import { createBasketClient } from './basket-client.ts';
import { BasketController } from './basket-controller.ts';
import { createChoosing } from './choosing.ts';
import type { ConversationController } from './conversation-controller.ts';
import { type LateHost, LatePart } from './late-part.ts';
import type { Reply } from './reply-state.ts';
import { loadShoppingWords, type ShoppingLabel, toShoppingLabel } from './shopping-label.ts';
import { tellOfBasket } from './tell-of-basket.ts';
import { confirmationView } from './views/confirmation-view.ts';
import { type ListContext, productList } from './views/product-list.ts';
import { sourceList } from './views/source-list.ts';
import type { Label } from './widget-labels.ts';

export { shoppingStyles as styles } from './shopping-styles.ts';

/** Tells the page what becomes of the basket. */
export type ShoppingHost = LateHost & Pick<EventTarget, 'dispatchEvent'>;

export interface ShoppingOptions {
  /** Origin of the assistant. */
  readonly server: string;
  readonly conversation: ConversationController;
  /** Where the shopper is; the locale is BCP 47. */
  readonly place: () => { readonly market: string | undefined; readonly locale: string };
  openBasket(): void;
}

/** What a part of a reply needs from the conversation around it. */
export interface PartsContext {
  readonly label: Label;
  /** Only the last reply offers what to say next. */
  readonly isLast: boolean;
  readonly isBusy: boolean;
  onSay(text: string): void;
  onOpen(product: ProductView, position: number, listId: string): void;
}

export interface ShoppingRoom {
  readonly basket: BasketController;
  /** Takes in what the conversation told since. */
  listen(): void;
  /** The words of the shopper's language; absent until they are here. */
  label(label: Label): ShoppingLabel | undefined;
  parts(reply: Reply, context: PartsContext): TemplateResult | typeof nothing;
  close(): void;
}

/** Everything about shopping in one panel: lists, choices, the basket, orders. */
export function createShoppingRoom(host: ShoppingHost, options: ShoppingOptions): ShoppingRoom {
  const { server, conversation, place } = options;
  const changed = () => host.requestUpdate();
  const client = createBasketClient(server);
  const basket = new BasketController({
    client,
    conversation: () => conversation.conversation,
    changed,
    newKey: () => crypto.randomUUID(),
  });
  const choosing = createChoosing({ client, basket, place, changed });
  const comparison = new LatePart(host, () => import('./views/comparison-table.ts'));
  const order = new LatePart(host, () => import('./views/order-card.ts'));
  const picker = new LatePart(host, () => import('./views/variant-picker.ts'));
  const tellPage = tellOfBasket(host);
  let lastCart: Reply['cart'];
  let words: Awaited<ReturnType<typeof loadShoppingWords>> | undefined;
  let spokenLocale: string | undefined;
  /** The conversation whose basket was asked for. */
  let known: string | undefined;

  const onFocus = () => {
    if (basket.cart !== undefined && !document.hidden) void basket.reread();
  };
  globalThis.addEventListener('focus', onFocus);
  document.addEventListener('visibilitychange', onFocus);

  const label = (base: Label): ShoppingLabel | undefined => {
    const { locale } = place();
    if (spokenLocale !== locale) {
      spokenLocale = locale;
      void loadShoppingWords(locale).then((loaded) => {
        if (spokenLocale !== locale) return;
        words = loaded;
        changed();
      });
    }
    return words === undefined ? undefined : toShoppingLabel(base, words);
  };

  /** The list that "the second" is one of. */
  const currentList = (): string | undefined => {
    const entry = conversation.entries.findLast(
      (each) => each.kind === 'reply' && each.reply.products.length > 0,
    );
    return entry?.kind === 'reply' ? entry.reply.messageId : undefined;
  };

  return {
    basket,
    listen() {
      const latest = conversation.entries.at(-1);
      const cart = latest?.kind === 'reply' ? latest.reply.cart : undefined;
      if (cart !== undefined && cart !== lastCart) {
        lastCart = cart;
        basket.take(cart);
      }
      // What a stored turn told may be long ago, and a customer may come with a full basket.
      const now = conversation.conversation?.conversationId;
      if (now !== known && now !== undefined && !conversation.isBusy) {
        known = now;
        void basket.reread();
      }
      tellPage(basket.cart);
    },
    label,
    parts(reply, context) {
      const spoken = label(context.label);
      if (spoken === undefined) return nothing;
      const list: ListContext = {
        ...context,
        label: spoken,
        ...{ server, basket, choosing, picker, reply, locale: place().locale },
        isCurrent: reply.isComplete && reply.messageId === currentList(),
        openBasket: options.openBasket,
      };
      return html`
        ${reply.confirmation === undefined ? nothing : confirmationView(reply.confirmation, list)}
        ${reply.order === undefined ? nothing : (order.want()?.orderCard(reply.order, list) ?? missing(order, spoken))}
        ${reply.comparison === undefined ? nothing : (comparison.want()?.comparisonTable(reply.comparison, list) ?? missing(comparison, spoken))}
        ${reply.products.length === 0 || reply.comparison !== undefined ? nothing : productList(list)}
        ${reply.sources === undefined ? nothing : sourceList(reply.sources, list)}
      `;
    },
    close() {
      globalThis.removeEventListener('focus', onFocus);
      document.removeEventListener('visibilitychange', onFocus);
    },
  };
}

/** In place of a part that is not here yet, or cannot come. */
function missing(
  part: { readonly hasFailed: boolean; retry(): void },
  label: Label,
): TemplateResult | typeof nothing {
  if (!part.hasFailed) return nothing;
  return html`<p class="note">${label('partsFailed')}
    <button class="option" @click=${() => part.retry()}>${label('retry')}</button></p>`;
}
