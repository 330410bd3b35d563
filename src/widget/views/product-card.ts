import { html, nothing, type TemplateResult } from 'lit';
import type { ProductView } from '../../domain/turn.ts';
import { MOST_COMPARED, targetOf } from '../choosing.ts';
import { safeAddress } from '../safe-address.ts';
import { outcomeWords } from './basket-words.ts';
import { priceLine } from './price-line.ts';
import type { ListContext } from './product-list.ts';
import { productPicture } from './product-picture.ts';
import { scoreParts } from './score-parts.ts';

/** @param position From 1, as shoppers count ("the second"). */
export function productCard(product: ProductView, position: number, list: ListContext): TemplateResult {
  const { label, server, locale, reply } = list;
  const address = safeAddress(product.url, server);
  const [reason] = product.reasons ?? [];
  const title = html`<span dir="auto">${product.title}</span>`;
  const count = reply.products.length;
  return html`
    <li class="card" data-product-id=${product.productId} data-position=${position}>
      ${productPicture(product.imageUrl, server, html`<span class="position">${position}</span>`)}
      <div class="facts">
        <h4>
          <span class="unseen">${label('positionOf', { position, count })}: </span>
          ${
            address === undefined
              ? title
              : html`<a href=${address} @click=${() => list.onOpen(product, position, reply.messageId)}>${title}</a>`
          }
        </h4>
        ${priceLine(product, label, locale)}
        ${rating(product, list)}
        ${reason === undefined ? nothing : html`<p class="reason" dir="auto">${reason}</p>`}
        ${scoreParts(product, label, locale)}
      </div>
      ${actions(product, position, list)}
    </li>
  `;
}

/** Where the shop's data has one. */
function rating(
  { attributes }: ProductView,
  { label, locale }: ListContext,
): TemplateResult | typeof nothing {
  const value = Number(attributes.rating?.[0] ?? Number.NaN);
  if (!(value > 0)) return nothing;
  const shown = value.toLocaleString(locale, { maximumFractionDigits: 1 });
  return html`<p class="rating"><span aria-hidden="true">★ ${shown}</span><span class="unseen">${label('rating', { value: shown })}</span></p>`;
}

function actions(product: ProductView, position: number, list: ListContext): TemplateResult {
  const { label, choosing, reply, isCurrent, isBusy } = list;
  const listId = reply.messageId;
  const isChosen = choosing.compared(listId).includes(position);
  const isFull = !isChosen && choosing.compared(listId).length === MOST_COMPARED;
  return html`
    <div class="actions">
      ${product.availability === 'out-of-stock' ? nothing : addButton(product, list)}
      ${
        isCurrent
          ? html`<button
                class="quiet"
                aria-disabled=${isBusy ? 'true' : 'false'}
                @click=${() => isBusy || list.onSay(label('saySimilar', { position }))}
              >${label('similar')}${ofProduct(product)}</button>
              ${
                reply.products.length < 2
                  ? nothing
                  : html`<button
                    class="quiet"
                    aria-pressed=${isChosen ? 'true' : 'false'}
                    aria-disabled=${isFull ? 'true' : 'false'}
                    @click=${() => choosing.toggleCompared(listId, position)}
                  >${label('compare')}${ofProduct(product)}</button>`
              }`
          : nothing
      }
    </div>
    ${isPicked(product, list) ? nothing : outcome(product, list)}
  `;
}

/** Which product a button is about, for those who hear it alone. */
const ofProduct = ({ title }: ProductView): TemplateResult =>
  html`<span class="unseen">: <span dir="auto">${title}</span></span>`;

/** Its variant is being chosen. */
const isPicked = ({ productId }: ProductView, { choosing: { picking }, reply }: ListContext): boolean =>
  picking?.listId === reply.messageId && picking.product.productId === productId;

/** Puts it into the basket; a product in several variants asks which one. */
export function addButton(product: ProductView, list: ListContext): TemplateResult {
  const { label, basket, choosing, reply } = list;
  const listId = reply.messageId;
  const { picking } = choosing;
  const isAsking = picking !== undefined && picking.detail === undefined && picking.failure === undefined;
  const isPending =
    basket.isPending(targetOf(listId, product.productId)) || (isAsking && isPicked(product, list));
  return html`<button
    class="add"
    data-add=${product.productId}
    aria-disabled=${isPending ? 'true' : 'false'}
    @click=${() => isPending || void choosing.want(listId, product)}
  >${label(isPending ? 'adding' : 'add')}${ofProduct(product)}</button>`;
}

/** What became of it. */
export function outcome(product: ProductView, list: ListContext): TemplateResult | typeof nothing {
  const { label, basket, reply } = list;
  const found = basket.outcome(targetOf(reply.messageId, product.productId));
  if (found === undefined) return nothing;
  const retry = found.kind === 'failed' ? found.retry : undefined;
  return html`<div class=${found.kind === 'failed' ? 'outcome bad' : 'outcome'}>
    <p>${outcomeWords(found, label)}</p>
    ${found.kind === 'done' ? html`<button class="quiet" @click=${list.openBasket}>${label('showBasket')}</button>` : nothing}
    ${retry === undefined ? nothing : html`<button class="quiet" @click=${() => void retry()}>${label('retry')}</button>`}
  </div>`;
}

/** Read out when something became of a product of the list; stands there before, as a region that is listened to must. */
export function spoken({ label, basket, reply }: ListContext): TemplateResult {
  const words = reply.products
    .flatMap(({ productId }) => basket.outcome(targetOf(reply.messageId, productId)) ?? [])
    .map((found) => outcomeWords(found, label));
  return html`<p class="unseen" role="status">${words.join(' ')}</p>`;
}
