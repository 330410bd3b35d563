import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ProductView } from '../../domain/turn.ts';
import type { CardContext } from '../list-context.ts';
import { listIdOf } from '../reply-state.ts';
import { safeAddress } from '../safe-address.ts';
import { priceLine } from './price-line.ts';
import { productPicture } from './product-picture.ts';

/** A comparison has so many products at most. */
export const MOST_COMPARED = 4;

/** Names what is shown at a product of a list. */
export const targetOf = (listId: string, productId: string): string => `${listId} ${productId}`;

/** @param position From 1, as shoppers count ("the second"). */
export function productCard(product: ProductView, position: number, list: CardContext): TemplateResult {
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
              : html`<a href=${address} @click=${() => list.onOpen(product, position, listIdOf(reply))}>${title}</a>`
          }
        </h4>
        ${priceLine(product, label, locale)}
        ${rating(product, list)}
        ${reason === undefined ? nothing : html`<p class="reason" dir="auto">${reason}</p>`}
        ${mayBeExplained(product) ? why(product, list) : nothing}
      </div>
      ${actions(product, position, list)}
    </li>
  `;
}

/** A contribution that a bar can show. */
export const LEAST_SHOWN = 0.005;

const mayBeExplained = ({ reasons = [], parts = [] }: ProductView): boolean =>
  reasons.length > 0 || parts.some(({ contribution }) => Math.abs(contribution) >= LEAST_SHOWN);

const why = (product: ProductView, { label, later, act }: CardContext): TemplateResult =>
  html`<details class="why" @toggle=${() => act(() => {})}><summary>${label('why')}</summary>${later?.why(product) ?? nothing}</details>`;

/** Where the shop's data has one. */
function rating(
  { attributes }: ProductView,
  { label, locale }: CardContext,
): TemplateResult | typeof nothing {
  const value = Number(attributes.rating?.[0] ?? Number.NaN);
  if (!(value > 0)) return nothing;
  const shown = value.toLocaleString(locale, { maximumFractionDigits: 1 });
  return html`<p class="rating"><span aria-hidden="true">★ ${shown}</span><span class="unseen">${label('rating', { value: shown })}</span></p>`;
}

function actions(product: ProductView, position: number, list: CardContext): TemplateResult {
  const { label, choosing, reply, isCurrent, isBusy } = list;
  const listId = listIdOf(reply);
  const compared = choosing?.compared(listId) ?? [];
  const isChosen = compared.includes(position);
  const isFull = !isChosen && compared.length === MOST_COMPARED;
  return html`
    <div class="actions">
      ${product.availability === 'out-of-stock' ? nothing : addButton(product, list)}
      ${
        isCurrent
          ? html`<button
                class="quiet"
                aria-disabled=${isBusy}
                @click=${() => isBusy || list.onSay(label('saySimilar', { position }))}
              >${label('similar')}${ofProduct(product)}</button>
              ${
                reply.products.length < 2
                  ? nothing
                  : html`<button
                    class="quiet"
                    aria-pressed=${isChosen}
                    aria-disabled=${isFull}
                    @click=${() => list.act((complete) => complete.choosing.toggleCompared(listId, position))}
                  >${label('compare')}${ofProduct(product)}</button>`
              }`
          : nothing
      }
    </div>
    ${list.later?.ofCard(product) ?? nothing}
  `;
}

/** Which product a button is about, for those who hear it alone. */
const ofProduct = ({ title }: ProductView): TemplateResult =>
  html`<span class="unseen">: <span dir="auto">${title}</span></span>`;

/** Its variant is being chosen. */
export const isPicked = ({ productId }: ProductView, { choosing, reply }: CardContext): boolean =>
  choosing?.picking?.listId === listIdOf(reply) && choosing.picking.product.productId === productId;

/** Puts it into the basket; a product in several variants asks which one. */
export function addButton(product: ProductView, list: CardContext): TemplateResult {
  const { label, basket, choosing, reply } = list;
  const { productId } = product;
  const listId = listIdOf(reply);
  const { picking } = choosing ?? {};
  const isAsking = picking !== undefined && picking.detail === undefined && picking.failure === undefined;
  const isPending =
    basket?.isPending(targetOf(listId, productId)) === true || (isAsking && isPicked(product, list));
  return html`<button
    class="add"
    data-add=${productId}
    aria-disabled=${isPending}
    @click=${() => isPending || list.act((complete) => void complete.choosing.want(listId, product))}
  >${label(isPending ? 'adding' : 'add')}${ofProduct(product)}</button>`;
}
