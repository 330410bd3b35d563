import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { BasketController } from '../basket-controller.ts';
import type { Choosing } from '../choosing.ts';
import type { LatePart } from '../late-part.ts';
import type { Reply } from '../reply-state.ts';
import type { ShoppingLabel } from '../shopping-label.ts';
import type { PartsContext } from '../shopping-room.ts';
import { failureWords } from './basket-words.ts';
import { currentCard, goTo, moveByKey } from './move-cards.ts';
import { productCard, spoken } from './product-card.ts';
import { backIcon, onIcon } from './shopping-icons.ts';

export interface ListContext extends PartsContext {
  readonly label: ShoppingLabel;
  /** Addresses in the catalogue are read from here. */
  readonly server: string;
  /** BCP 47. */
  readonly locale: string;
  readonly basket: BasketController;
  readonly choosing: Choosing;
  readonly picker: LatePart<typeof import('./variant-picker.ts')>;
  readonly reply: Reply;
  /** "The second" is one of this list. */
  readonly isCurrent: boolean;
  openBasket(): void;
}

/** Fewer are seen at once. */
const LEAST_IN_A_ROW = 3;

/** The products of a reply: side by side, moved by finger, arrows or keys, or under each other as the shopper likes it. */
export function productList(list: ListContext): TemplateResult {
  const { label, choosing, reply } = list;
  const { products, messageId, total } = reply;
  const mayBeRow = products.length >= LEAST_IN_A_ROW;
  const isRow = mayBeRow && !choosing.isStacked;
  const cards = repeat(
    products,
    ({ productId }) => productId,
    (product, index) => productCard(product, index + 1, list),
  );
  return html`
    <section class="products" role="group" aria-label=${label('products')} aria-roledescription=${isRow ? label('carousel') : nothing}>
      ${
        mayBeRow
          ? html`<div class="products-head">
            ${total === undefined || total <= products.length ? nothing : html`<p class="total">${label('shownOf', { count: products.length, total })}</p>`}
            <button class="quiet" @click=${() => choosing.setStacked(isRow)}>${label(isRow ? 'asList' : 'asRow')}</button>
          </div>`
          : nothing
      }
      <ol
        class=${isRow ? 'cards row' : 'cards'}
        role="list"
        tabindex=${isRow ? '0' : nothing}
        aria-label=${label('products')}
        @keydown=${(event: KeyboardEvent) => isRow && moveByKey(event)}
        @scroll=${(event: Event) => isRow && choosing.setPosition(messageId, currentCard(event))}
      >
        ${cards}
      </ol>
      ${isRow ? stepper(list) : nothing}
      ${compareBar(list)}
      ${variants(list)}
      ${spoken(list)}
    </section>
  `;
}

function stepper({ label, choosing, reply }: ListContext): TemplateResult {
  const count = reply.products.length;
  const position = Math.min(choosing.position(reply.messageId), count);
  const arrow = (to: number, name: 'previous' | 'next') => {
    const isOver = to < 1 || to > count;
    return html`<button
      class="arrow"
      aria-label=${label(name)}
      aria-disabled=${isOver ? 'true' : 'false'}
      @click=${(event: Event) => isOver || goTo(event, to)}
    >${name === 'next' ? onIcon : backIcon}</button>`;
  };
  return html`<div class="stepper">
    ${arrow(position - 1, 'previous')}
    <p aria-live="polite" dir="auto">${label('positionOf', { position, count })}</p>
    ${arrow(position + 1, 'next')}
  </div>`;
}

/** Appears with the first product that is chosen. */
function compareBar(list: ListContext): TemplateResult | typeof nothing {
  const { label, choosing, reply, isCurrent, isBusy } = list;
  const chosen = choosing.compared(reply.messageId).toSorted((left, right) => left - right);
  if (!isCurrent || chosen.length === 0) return nothing;
  const [a = 0, b = 0, c = 0, d = 0] = chosen;
  const message = { 2: 'sayCompare2', 3: 'sayCompare3', 4: 'sayCompare4' } as const;
  const key =
    chosen.length === 2 || chosen.length === 3 || chosen.length === 4 ? message[chosen.length] : undefined;
  return html`<div class="compare-bar">
    <p>${label(key === undefined ? 'chooseAnother' : 'chosenToCompare', { count: chosen.length })}</p>
    ${
      key === undefined
        ? nothing
        : html`<button class="add" aria-disabled=${isBusy ? 'true' : 'false'} @click=${() => isBusy || list.onSay(label(key, { a, b, c, d }))}>${label('compareNow')}</button>`
    }
  </div>`;
}

/** Which variant it shall be, where one is to be chosen. */
export function variants(list: ListContext): TemplateResult | typeof nothing {
  const { label, choosing, picker, reply } = list;
  const { picking } = choosing;
  if (picking === undefined || picking.listId !== reply.messageId) return nothing;
  if (picking.failure !== undefined)
    return html`<div class="outcome bad"><p>${failureWords(picking.failure, label)}</p>
      <button class="quiet" @click=${() => void choosing.want(picking.listId, picking.product)}>${label('retry')}</button></div>`;
  if (picking.detail === undefined) return nothing;
  const part = picker.want();
  if (part !== undefined) return part.variantPicker(picking, picking.detail, list);
  return picker.hasFailed ? html`<p class="note">${label('partsFailed')}</p>` : nothing;
}
