import { html, nothing, type TemplateResult } from 'lit';
import type { ProductView } from '../../domain/turn.ts';
import { safeAddress } from '../safe-address.ts';
import type { Label } from '../widget-labels.ts';
import { scoreParts } from './score-parts.ts';

export interface CardContext {
  readonly label: Label;
  /** Addresses in the catalogue are read from here. */
  readonly server: string;
  onOpen(product: ProductView, position: number): void;
}

/** @param position From 1, as shoppers count ("the second"). */
export function productCard(product: ProductView, position: number, context: CardContext): TemplateResult {
  const { label, server } = context;
  const address = safeAddress(product.url, server);
  const picture = safeAddress(product.imageUrl, server);
  const [reason] = product.reasons ?? [];
  const title = html`<span dir="auto">${product.title}</span>`;
  return html`
    <li class="card" data-product-id=${product.productId}>
      <div class="picture" aria-hidden="true">
        ${picture === undefined ? nothing : html`<img src=${picture} alt="" width="88" height="88" loading="lazy" decoding="async" />`}
        <span class="position">${position}</span>
      </div>
      <div class="facts">
        <h3>
          ${
            address === undefined
              ? title
              : html`<a href=${address} @click=${() => context.onOpen(product, position)}>${title}</a>`
          }
        </h3>
        <p class="price-line">
          <span class="price">${product.price.formatted}</span>
          ${
            product.listPrice === undefined
              ? nothing
              : html`<s class="list-price"><span class="unseen">${label('regularPrice')} </span>${product.listPrice.formatted}</s>`
          }
          <span class="availability ${product.availability}">${label(product.availability)}</span>
        </p>
        ${reason === undefined ? nothing : html`<p class="reason">${reason}</p>`}
        ${scoreParts(product, label)}
      </div>
    </li>
  `;
}
