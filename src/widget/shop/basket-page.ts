import { html, nothing, type TemplateResult } from 'lit';
import type { CartLineView } from '../../domain/cart.ts';
import { type BasketController, CHECKOUT } from '../basket-controller.ts';
import { safeAddress } from '../safe-address.ts';
import type { ShopLabel } from './shop-labels.ts';
import { notice } from './views.ts';

const MOST_OFFERED = 10;

/** What is in the basket, as the shop's system told it last. */
export function basketPage(basket: BasketController, label: ShopLabel): TemplateResult {
  const { cart, failure } = basket;
  if (failure !== undefined) return notice(label('failed'), { text: label('retry'), address: location.href });
  if (cart === undefined || cart.lines.length === 0)
    return html`<h1>${label('basket')}</h1>
      ${notice(label('basketEmpty'), { text: label('back'), address: '/' })}`;
  return html`
    <h1>${label('basket')}</h1>
    <ul class="lines">${cart.lines.map((line) => basketLine(line, basket, label))}</ul>
    <div class="sum">
      <p><span>${label('total')}</span> <strong>${cart.total?.formatted}</strong></p>
      <button class="button" aria-disabled=${basket.isPending(CHECKOUT)} @click=${() => void pay(basket)}>${label('checkout')}</button>
      ${basket.outcome(CHECKOUT)?.kind === 'failed' ? html`<p role="alert">${label('notAdded')}</p>` : nothing}
    </div>
  `;
}

function basketLine(line: CartLineView, basket: BasketController, label: ShopLabel): TemplateResult {
  const { lineId, quantity } = line;
  const change = (event: Event) => {
    if (event.target instanceof HTMLSelectElement) void basket.setQuantity(line, Number(event.target.value));
  };
  const offered = Array.from({ length: Math.max(MOST_OFFERED, quantity) }, (_, index) => index + 1);
  const address = safeAddress(line.imageUrl, location.origin);
  return html`<li class="line">
    <div class="picture">${address === undefined ? nothing : html`<img src=${address} alt="" width="72" height="72" loading="lazy" />`}</div>
    <div>
      <h2><a href="/products/${encodeURIComponent(line.productId)}" dir="auto">${line.title}</a></h2>
      <p class="path" dir="auto">${line.options.map((option) => `${option.label}: ${option.value}`).join(' · ')}</p>
    </div>
    <label><span class="unseen">${label('quantity')}: ${line.title}</span>
      <select .value=${String(quantity)} ?disabled=${basket.isPending(lineId)} @change=${change}>
        ${offered.map((count) => html`<option value=${count} ?selected=${count === quantity}>${count}</option>`)}
      </select>
    </label>
    <p class="price">${line.total.formatted}</p>
    <button class="quiet" aria-label="${label('removeLine')}: ${line.title}" ?disabled=${basket.isPending(lineId)} @click=${() => void basket.setQuantity(line, 0)}>${label('removeLine')}</button>
    ${basket.outcome(lineId)?.kind === 'failed' ? html`<p role="alert">${label('notAdded')}</p>` : nothing}
  </li>`;
}

/** The shop takes the payment, where it says. */
async function pay(basket: BasketController): Promise<void> {
  const address = safeAddress(await basket.checkout(), location.origin);
  if (address !== undefined) location.assign(address);
}
