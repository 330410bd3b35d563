/** The public side of `<floorwalker-chat>`, served beside `widget.js`. */
export declare class FloorwalkerChat extends HTMLElement {
  /** Origin of the assistant; that of the script when absent. */
  server: string | undefined;
  /** Country of the market ("DE"); the shop's first when absent. Of one that the shop does not have the console tells, and the panel. */
  market: string | undefined;
  /** BCP 47 ("de-DE"); the page's language, else the browser's, when absent or no language tag. */
  locale: string | undefined;
  /** Id of the product that the page shows, so that "is this one waterproof?" is understood. */
  product: string | undefined;
  /** Looks: "calm", "bold" or "plain"; as the shop chose, else calm, when absent. */
  preset: string | undefined;
  /** Whether the panel is open. */
  open: boolean;
  /** Opens the panel; done when the shopper can write. */
  show(): Promise<void>;
  hide(): void;
  /** Opens the panel and says something for the shopper; done when it is on its way. */
  say(text: string): Promise<void>;
  /** Opens the panel with a new conversation. */
  startOver(): Promise<void>;
}

export interface MessageSent {
  readonly text: string;
}

export interface ReplyShown {
  readonly messageId: string;
  /** Of the reply, BCP 47. */
  readonly language: string;
  readonly text: string;
  /** Of the products it shows, best first. */
  readonly productIds: readonly string[];
}

export interface ProductClicked {
  readonly productId: string;
  readonly variantId?: string;
  /** Absolute, of the page the link leads to. */
  readonly url?: string;
  /** In its list, from 1. */
  readonly position: number;
}

export interface BasketChanged {
  /** Pieces in the basket. */
  readonly quantity: number;
  /** In minor units (1999 of USD is 19.99); absent when the basket is empty. */
  readonly total?: { readonly amountMinor: number; readonly currency: string };
}

/** All bubble and cross shadow roots. `preventDefault()` of a clicked product keeps the browser where it is. */
export interface FloorwalkerEventMap {
  'floorwalker-opened': CustomEvent<null>;
  'floorwalker-closed': CustomEvent<null>;
  'floorwalker-message-sent': CustomEvent<MessageSent>;
  'floorwalker-reply': CustomEvent<ReplyShown>;
  'floorwalker-product-clicked': CustomEvent<ProductClicked>;
  'floorwalker-basket-changed': CustomEvent<BasketChanged>;
}

declare global {
  interface HTMLElementTagNameMap {
    'floorwalker-chat': FloorwalkerChat;
  }
  interface HTMLElementEventMap extends FloorwalkerEventMap {}
  interface DocumentEventMap extends FloorwalkerEventMap {}
}
