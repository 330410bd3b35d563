import { repeat } from 'lit/directives/repeat.js';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { CartLineView, CartView } from '../../domain/cart.ts';
import { type BasketController, CHECKOUT } from '../basket-controller.ts';
import { basketStyles } from '../basket-styles.ts';
import type { DrawerContext } from '../drawers.ts';
import { safeAddress } from '../safe-address.ts';
import type { ShoppingLabel } from '../shopping-label.ts';
import { adoptStyles } from '../styles.ts';
import { failureWords, outcomeWords } from './basket-words.ts';
import { productPicture } from './product-picture.ts';

type BasketContext = Omit<DrawerContext, 'label'> & { readonly label: ShoppingLabel };

/** What is in the basket, how much of it, and the way to the shop's checkout. */
export function basketDrawer(drawer: DrawerContext): TemplateResult {
  const { host, shopping } = drawer;
  adoptStyles(host.renderRoot, basketStyles);
  const room = shopping.want();
  const label = room?.label(drawer.label);
  if (room === undefined || label === undefined) return html`<p class="note">${drawer.label('working')}</p>`;
  const { basket } = room;
  const context: BasketContext = { ...drawer, label };
  const { cart, failure } = basket;
  if (cart === undefined && failure === undefined) {
    void read(basket, context);
    return html`<p class="note" aria-live="polite">${label('working')}</p>`;
  }
  return html`
    ${
      failure === undefined
        ? nothing
        : html`<div class="failure" role="alert"><p>${failureWords(failure, label)}</p>
          <button class="option" @click=${() => void basket.reread()}>${label('retry')}</button></div>`
    }
    ${cart === undefined ? nothing : contents(cart, basket, context)}
    <p class="unseen" role="status">${told(basket, context)}</p>
  `;
}

const reading = new WeakSet<BasketController>();

/** A conversation has to be there to have a basket. */
async function read(basket: BasketController, { conversation }: BasketContext): Promise<void> {
  if (reading.has(basket)) return;
  reading.add(basket);
  await conversation.begin();
  await basket.reread();
  reading.delete(basket);
}

function contents(cart: CartView, basket: BasketController, context: BasketContext): TemplateResult {
  const { label } = context;
  if (cart.lines.length === 0)
    return html`<p class="basket-empty">${label('basketEmpty')}</p>${putBack(basket, context)}`;
  return html`
    <ul class="basket">
      ${repeat(
        cart.lines,
        ({ lineId }) => lineId,
        (line) => lineView(line, basket, context),
      )}
    </ul>
    ${putBack(basket, context)}
    <div class="basket-foot">
      <p class="basket-total"><span>${label('basketTotal')}</span><span class="price">${cart.total?.formatted}</span></p>
      ${checkout(basket, context)}
    </div>
  `;
}

function lineView(line: CartLineView, basket: BasketController, context: BasketContext): TemplateResult {
  const { label, server } = context;
  const { title, options, quantity, unitPrice, total, lineId } = line;
  const isPending = basket.isPending(lineId);
  const outcome = basket.outcome(lineId);
  const change = (to: number) => () => isPending || void basket.setQuantity(line, to);
  const button = (words: string, name: string, to: number) => html`<button
    class="step"
    aria-label=${name}
    aria-disabled=${isPending}
    @click=${change(to)}
  >${words}</button>`;
  return html`
    <li class="basket-line">
      ${productPicture(line.imageUrl, server)}
      <div>
        <h3 dir="auto">${title}</h3>
        ${options.map((option) => html`<p class="quiet-text" dir="auto">${option.label}: ${option.value}</p>`)}
        <p class="quiet-text">${label('each', { price: unitPrice.formatted })}</p>
      </div>
      <p class="price">${total.formatted}</p>
      <div class="basket-quantity" role="group" aria-label=${label('quantityOf', { title })}>
        ${button('−', label('fewer', { title }), quantity - 1)}
        <span class="quantity">${quantity}</span>
        ${button('+', label('more', { title }), quantity + 1)}
        <button class="quiet" aria-disabled=${isPending} @click=${change(0)}>${label('remove')}<span class="unseen">: ${title}</span></button>
      </div>
      ${
        outcome?.kind === 'failed'
          ? html`<div class="outcome bad"><p>${outcomeWords(outcome, label)}</p>
            ${outcome.retry === undefined ? nothing : html`<button class="quiet" @click=${() => void outcome.retry?.()}>${label('retry')}</button>`}</div>`
          : nothing
      }
    </li>
  `;
}

function putBack(basket: BasketController, { label }: BasketContext): TemplateResult | typeof nothing {
  const { takenOut } = basket;
  if (takenOut === undefined) return nothing;
  const { title, lineId } = takenOut.line;
  const outcome = basket.outcome(lineId);
  return html`<div class="put-back">
    <p dir="auto">${outcome?.kind === 'failed' ? outcomeWords(outcome, label) : label('tookOut', { title })}</p>
    <button class="quiet" aria-disabled=${basket.isPending(lineId)} @click=${() => void basket.putBack()}>${label('putBack')}</button>
  </div>`;
}

/** The shop takes the money on its own page. */
function checkout(basket: BasketController, { label, server }: BasketContext): TemplateResult {
  const isPending = basket.isPending(CHECKOUT);
  const outcome = basket.outcome(CHECKOUT);
  const go = async () => {
    const address = safeAddress(await basket.checkout(), server);
    if (address !== undefined) globalThis.location.assign(address);
  };
  return html`
    <button class="add" aria-disabled=${isPending} @click=${() => isPending || void go()}>${label('checkout')}</button>
    <p class="quiet-text">${label('checkoutHint')}</p>
    ${outcome?.kind === 'failed' ? html`<p class="outcome bad" role="alert">${outcome.failure.code === 'NOT_FOUND' ? label('noCheckout') : failureWords(outcome.failure, label)}</p>` : nothing}
  `;
}

/** What is read out after a change: the server's answer, line by line. */
function told(basket: BasketController, { label }: BasketContext): string {
  const { cart } = basket;
  const lines = [...(cart?.lines ?? []).map(({ lineId }) => lineId), basket.takenOut?.line.lineId ?? ''];
  return lines
    .flatMap((lineId) => basket.outcome(lineId) ?? [])
    .map((outcome) => outcomeWords(outcome, label))
    .join(' ');
}
