import { html, nothing, type TemplateResult } from 'lit';
import type { ProductView } from '../../domain/turn.ts';
import { icon } from './icon.ts';

const AVAILABILITY_WORDS: Readonly<Record<string, string>> = {
  'out-of-stock': 'Sold out',
  preorder: 'Pre-order',
};

/** A picture that cannot be shown leaves its place to a quiet sign, as in the widget. */
const hide = ({ currentTarget }: Event): void => setHidden(currentTarget, true);
const show = ({ currentTarget }: Event): void => setHidden(currentTarget, false);
function setHidden(picture: EventTarget | null, isHidden: boolean): void {
  if (picture instanceof HTMLImageElement) picture.hidden = isHidden;
}

/** Picture, name, price and what there is of it, in two lines. */
export const productLine = (product: ProductView): TemplateResult => {
  const { title, brand, price, listPrice, availability, stock, imageUrl } = product;
  const away = AVAILABILITY_WORDS[availability];
  return html`<span class="product">
    <span class="product-picture" aria-hidden="true">
      ${icon('picture')}
      ${imageUrl === undefined ? nothing : html`<img src=${imageUrl} alt="" loading="lazy" decoding="async" @load=${show} @error=${hide} />`}
    </span>
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
