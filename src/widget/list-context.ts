import type { TemplateResult } from 'lit/html.js';
import type { ProductView } from '../domain/turn.ts';
import type { BasketController } from './basket-controller.ts';
import type { Choosing } from './choosing.ts';
import type { LatePart } from './late-part.ts';
import type { Reply } from './reply-state.ts';
import type { ShoppingLabel } from './shopping-label.ts';
import type { Label } from './widget-labels.ts';

/** What a part of a reply needs from the conversation around it. */
export interface PartsContext {
  readonly label: Label;
  /** Only the last reply offers what to say next. */
  readonly isLast: boolean;
  readonly isBusy: boolean;
  onSay(text: string): void;
  onOpen(product: ProductView, position: number, listId: string): void;
}

/** What a list of products needs to be seen. What is done with it comes after it. */
export interface CardContext extends PartsContext {
  /** Addresses in the catalogue are read from here. */
  readonly server: string;
  /** BCP 47. */
  readonly locale: string;
  readonly reply: Reply;
  /** "The second" is one of this list. */
  readonly isCurrent: boolean;
  readonly basket?: BasketController;
  readonly choosing?: Choosing;
  readonly later?: LaterViews;
  openBasket(): void;
  /** Does it once what is needed for it is here. */
  act(done: (list: ListContext) => void): void;
}

/** With all that can be done with it. */
export interface ListContext extends CardContext {
  readonly label: ShoppingLabel;
  readonly basket: BasketController;
  readonly choosing: Choosing;
  readonly picker: LatePart<typeof import('./views/variant-picker.ts')>;
}

/** Of a list, below what is seen first. */
export interface LaterViews {
  /** What became of a product. */
  ofCard(product: ProductView): TemplateResult;
  /** Why a product stands where it does. */
  why(product: ProductView): TemplateResult;
  ofList(): TemplateResult;
  /** The row was moved, by whatever. */
  scrolled(row: HTMLElement): void;
  moveByKey(event: KeyboardEvent): void;
  /** Brings a card to the front, by a button beside the row. @param position From 1. */
  goTo(button: Element, position: number): void;
}
