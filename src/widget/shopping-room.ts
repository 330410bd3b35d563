import { html, nothing, type TemplateResult } from 'lit/html.js';
import { createBasketClient } from './basket-client.ts';
import { BasketController } from './basket-controller.ts';
import { createChoosing } from './choosing.ts';
import { LatePart } from './late-part.ts';
import type { CardContext, ListContext } from './list-context.ts';
import type { Reply } from './reply-state.ts';
import { loadShoppingWords, type ShoppingLabel, toShoppingLabel } from './shopping-label.ts';
import type { ShoppingHost, ShoppingOptions } from './shopping-options.ts';
import { tellOfBasket } from './tell-of-basket.ts';
import { confirmationView } from './views/confirmation-view.ts';
import { laterViews } from './views/later-views.ts';
import { missingPart } from './views/missing-part.ts';
import { sourceList } from './views/source-list.ts';
import type { Label } from './widget-labels.ts';

export { shoppingStyles as styles } from './shopping-styles.ts';

export interface ShoppingRoom {
  readonly basket: BasketController;
  /** Takes in what the conversation told since. */
  listen(): void;
  /** The words of the shopper's language; absent until they are here. */
  label(label: Label): ShoppingLabel | undefined;
  /** A list with all that can be done with it; absent until the words for it are here. */
  complete(card: CardContext): ListContext | undefined;
  /** What of a reply stands above its products. */
  above(list: ListContext): TemplateResult;
  /** And below them. */
  below(list: ListContext): TemplateResult | typeof nothing;
  /** Whether the panel is there to be looked at. */
  attend(isThere: boolean): void;
}

/**
 * Everything about shopping in one panel: what is done with lists, choices, the basket, orders.
 *
 * @returns Once the words of the shopper's language are here.
 */
export async function createShoppingRoom(
  host: ShoppingHost,
  options: ShoppingOptions,
): Promise<ShoppingRoom> {
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
  let spokenLocale = place().locale;
  let words: Awaited<ReturnType<typeof loadShoppingWords>> | undefined =
    await loadShoppingWords(spokenLocale);
  /** The conversation whose basket was asked for. */
  let known: string | undefined;

  const onFocus = () => {
    if (basket.cart !== undefined && !document.hidden) void basket.reread();
  };

  const label = (base: Label): ShoppingLabel | undefined => {
    const { locale } = place();
    if (spokenLocale !== locale) {
      spokenLocale = locale;
      words = undefined;
      void loadShoppingWords(locale).then((loaded) => {
        if (spokenLocale !== locale) return;
        words = loaded;
        changed();
      });
    }
    return words === undefined ? undefined : toShoppingLabel(base, words);
  };

  const room: ShoppingRoom = {
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
    complete(card) {
      const spoken = label(card.label);
      if (spoken === undefined) return undefined;
      const list = { ...card, label: spoken, basket, choosing, picker };
      return { ...list, later: laterViews(list) };
    },
    above: (list) => html`
      ${list.reply.confirmation === undefined ? nothing : confirmationView(list.reply.confirmation, list)}
      ${list.reply.order === undefined ? nothing : (order.want()?.orderCard(list.reply.order, list) ?? late(order, list))}
      ${list.reply.comparison === undefined ? nothing : (comparison.want()?.comparisonTable(list.reply.comparison, list) ?? late(comparison, list))}
    `,
    below: (list) => (list.reply.sources === undefined ? nothing : sourceList(list.reply.sources, list)),
    attend(isThere) {
      const change = isThere ? 'addEventListener' : 'removeEventListener';
      globalThis[change]('focus', onFocus);
      document[change]('visibilitychange', onFocus);
    },
  };
  room.attend(true);
  return room;
}

/** In place of a part that is not here yet, or cannot come. */
const late = (
  part: { readonly hasFailed: boolean; retry(): void },
  list: ListContext,
): TemplateResult | typeof nothing => (part.hasFailed ? missingPart(part, list) : nothing);
