import { html, nothing, type TemplateResult } from 'lit';
import type { ProductView } from '../../domain/turn.ts';

const AVAILABILITY_WORDS: Readonly<Record<string, string>> = {
  'out-of-stock': 'Sold out',
  preorder: 'Pre-order',
};

/** Picture, name, price and what there is of it, in two lines. */
export const productLine = (product: ProductView): TemplateResult => {
  const { title, brand, price, listPrice, availability, stock, imageUrl } = product;
  const away = AVAILABILITY_WORDS[availability];
  return html`<span class="product">
    ${imageUrl === undefined ? html`<span class="product-picture"></span>` : html`<img class="product-picture" src=${imageUrl} alt="" loading="lazy" decoding="async" />`}
    <span class="product-title" dir="auto">${title}</span>
    <span class="product-facts">
      <span class="number">${price.formatted}</span>
      ${listPrice === undefined ? nothing : html`<s class="number">${listPrice.formatted}</s>`}
      ${away === undefined ? nothing : html`<span class="tag bad">${away}</span>`}
      ${away === undefined && stock !== undefined ? html`<span>${stock} in stock</span>` : nothing}
      ${brand === undefined ? nothing : html`<span dir="auto">${brand}</span>`}
    </span>
  </span>`;
};
