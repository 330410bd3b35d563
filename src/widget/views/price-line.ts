import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ProductView } from '../../domain/turn.ts';
import type { Label } from '../widget-labels.ts';
import { formatMoney, formatShare } from './format-values.ts';

/** So few are worth saying. */
const FEW = 5;

type Priced = Pick<ProductView, 'price' | 'listPrice' | 'availability' | 'stock'>;

/** What it costs, what it cost, what is saved, and whether it can be had. @param locale BCP 47. */
export function priceLine(product: Priced, label: Label, locale: string): TemplateResult {
  const { price, listPrice, availability, stock } = product;
  const isFew = availability === 'in-stock' && stock !== undefined && stock > 0 && stock <= FEW;
  return html`
    <p class="price-line">
      <span class="price">${price.formatted}</span>
      ${listPrice === undefined ? nothing : saving(price, listPrice, label, locale)}
    </p>
    <p class="availability ${availability}">${isFew ? label('fewLeft', { count: stock }) : label(availability)}</p>
  `;
}

function saving(
  price: Priced['price'],
  listPrice: Priced['price'],
  label: Label,
  locale: string,
): TemplateResult {
  const amountMinor = listPrice.amountMinor - price.amountMinor;
  const share = formatShare(amountMinor / listPrice.amountMinor, locale);
  const amount = formatMoney({ amountMinor, currency: price.currency }, locale);
  return html`<s class="list-price"><span class="unseen">${label('regularPrice')} </span>${listPrice.formatted}</s>
    ${
      amountMinor > 0
        ? html`<span class="saving"><span aria-hidden="true">−${share}</span><span class="unseen">${label('saving', { amount, share })}</span></span>`
        : nothing
    }`;
}
