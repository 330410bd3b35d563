import type { ConversationController } from './conversation-controller.ts';
import type { LateHost } from './late-part.ts';

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
