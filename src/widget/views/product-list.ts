import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { CardContext } from '../list-context.ts';
import { listIdOf } from '../reply-state.ts';
import { productCard } from './product-card.ts';
import { backIcon, onIcon } from './shopping-icons.ts';

/** Fewer are seen at once. */
const LEAST_IN_A_ROW = 3;

/** The products of a reply: side by side, moved by finger, arrows or keys, or under each other as the shopper likes it. */
export function productList(list: CardContext): TemplateResult {
  const { label, choosing, reply, later } = list;
  const { products, total } = reply;
  const mayBeRow = products.length >= LEAST_IN_A_ROW;
  const isRow = mayBeRow && choosing?.isStacked !== true;
  const onScroll = ({ currentTarget }: Event) => {
    if (isRow && currentTarget instanceof HTMLElement)
      list.act((complete) => complete.later?.scrolled(currentTarget));
  };
  return html`
    <section
      class="products"
      role="group"
      aria-label=${label('products')}
      aria-roledescription=${isRow ? label('carousel') : nothing}
      @pointerenter=${() => list.act(() => {})}
      @focusin=${() => list.act(() => {})}
    >
      ${
        mayBeRow
          ? html`<div class="products-head">
            ${total === undefined || total <= products.length ? nothing : html`<p class="total">${label('shownOf', { count: products.length, total })}</p>`}
            <button class="quiet" @click=${() => list.act((complete) => complete.choosing.setStacked(isRow))}>${label(isRow ? 'asList' : 'asRow')}</button>
          </div>`
          : nothing
      }
      <ol
        class=${isRow ? 'cards row' : 'cards'}
        role="list"
        tabindex=${isRow ? '0' : nothing}
        aria-label=${label('products')}
        @keydown=${(event: KeyboardEvent) => isRow && later?.moveByKey(event)}
        @scroll=${onScroll}
      >
        ${products.map((product, index) => productCard(product, index + 1, list))}
      </ol>
      ${isRow ? stepper(list) : nothing}
      ${later?.ofList() ?? nothing}
    </section>
  `;
}

function stepper(list: CardContext): TemplateResult {
  const { label, choosing, reply } = list;
  const count = reply.products.length;
  const position = Math.min(choosing?.position(listIdOf(reply)) ?? 1, count);
  const arrow = (to: number, name: 'previous' | 'next') => {
    const isOver = to < 1 || to > count;
    const go = ({ currentTarget }: Event) => {
      if (!isOver && currentTarget instanceof Element)
        list.act(({ later }) => later?.goTo(currentTarget, to));
    };
    return html`<button class="arrow" aria-label=${label(name)} aria-disabled=${isOver} @click=${go}>${name === 'next' ? onIcon : backIcon}</button>`;
  };
  return html`<div class="stepper">
    ${arrow(position - 1, 'previous')}
    <p aria-live="polite" dir="auto">${label('positionOf', { position, count })}</p>
    ${arrow(position + 1, 'next')}
  </div>`;
}
