import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Market } from '../../domain/market.ts';
import type { ProductView } from '../../domain/turn.ts';
import { safeAddress } from '../safe-address.ts';
import type { ShopLabel } from './shop-labels.ts';
import { SHOWN_LANGUAGES, type ShopPlace } from './shop-place.ts';

export interface Section {
  readonly title: string;
  readonly products: readonly ProductView[];
  /** Leads to the whole department. */
  readonly more?: { readonly address: string; readonly text: string };
}

export function shopFrame(options: {
  readonly label: ShopLabel;
  readonly place: ShopPlace;
  readonly markets: readonly Market[];
  readonly query: string;
  /** In the basket. */
  readonly pieces: number;
  /** Undefined while they are not known yet: their place is kept. */
  readonly departments:
    | readonly {
        readonly title: string;
        readonly address: string;
        readonly isCurrent: boolean;
      }[]
    | undefined;
  readonly content: TemplateResult;
  onPlace(market: string, language: string): void;
}): TemplateResult {
  const { label, place, markets, departments } = options;
  const selected = (event: Event) => (event.target instanceof HTMLSelectElement ? event.target.value : '');
  const languageNames = new Intl.DisplayNames([place.language], { type: 'language' });
  const regionNames = new Intl.DisplayNames([place.language], { type: 'region' });
  return html`
    <a class="skip" href="#main">${label('skip')}</a>
    <header class="top">
      <a class="name" href="/">${label('shop')}</a>
      <form class="search" role="search" action="/" method="get">
        <input type="search" name="q" maxlength="200" .value=${options.query} aria-label=${label('searchLabel')} placeholder=${label('searchLabel')} />
        <button>${label('search')}</button>
      </form>
      <a class="basket-link" href="/basket" aria-label=${label('basketPieces', { pieces: options.pieces })}>
        ${basketIcon}<span aria-hidden="true">${options.pieces === 0 ? nothing : options.pieces}</span>
      </a>
      <div class="place">
        <label>
          <span>${label('market')}</span>
          <select @change=${(event: Event) => options.onPlace(selected(event), place.language)}>
            ${markets.map(
              ({
                country,
                currency,
              }) => html`<option value=${country} ?selected=${country === place.market.country}>
                ${regionNames.of(country)} (${currency})
              </option>`,
            )}
          </select>
        </label>
        <label>
          <span>${label('language')}</span>
          <select @change=${(event: Event) => options.onPlace(place.market.country, selected(event))}>
            ${SHOWN_LANGUAGES.map((language) => html`<option value=${language} ?selected=${language === place.language}>${languageNames.of(language)}</option>`)}
          </select>
        </label>
      </div>
    </header>
    ${
      departments === undefined || departments.length === 0
        ? html`<div class="departments"></div>`
        : html`<nav class="departments" aria-label=${label('all')}>
            ${departments.map(
              ({ title, address, isCurrent }) =>
                html`<a href=${address} aria-current=${isCurrent ? 'page' : nothing}>${title}</a>`,
            )}
          </nav>`
    }
    <main id="main" tabindex="-1">${options.content}</main>
    <footer class="bottom"><p>${label('note')}</p></footer>
  `;
}

export function productSection({ title, products, more }: Section, label: ShopLabel): TemplateResult {
  return html`<section class="section">
    <div class="section-head">
      <h2>${title}</h2>
      ${more === undefined ? nothing : html`<a href=${more.address}>${more.text}</a>`}
    </div>
    ${productGrid(products, label)}
  </section>`;
}

export function productGrid(products: readonly ProductView[], label: ShopLabel): TemplateResult {
  return html`<ul class="grid">
    ${products.map(
      (product) => html`<li class="tile">
        ${picture(product, 320)}
        <h3><a href=${pageOf(product)} dir="auto">${product.title}</a></h3>
        ${priceLine(product, label)}
      </li>`,
    )}
  </ul>`;
}

/** Where products will be, in their size: nothing jumps when they come. */
export function waiting(): TemplateResult {
  return html`<div class="waiting section" aria-hidden="true">
    <div class="section-head"></div>
    <div class="grid">
      ${[1, 2, 3, 4].map(() => html`<div class="tile"><div class="picture"></div></div>`)}
    </div>
  </div>`;
}

export function notice(
  text: string,
  action?: { readonly text: string; readonly address: string },
): TemplateResult {
  return html`<div class="notice">
    <p>${text}</p>
    ${action === undefined ? nothing : html`<a class="button" href=${action.address}>${action.text}</a>`}
  </div>`;
}

const basketIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">${svg`<path d="M4 8h16l-1.4 10.2a2 2 0 0 1-2 1.8H7.4a2 2 0 0 1-2-1.8L4 8ZM8.5 8a3.5 3.5 0 0 1 7 0"/>`}</svg>`;

/** Pages of this shop, whatever address the catalogue gives. */
const pageOf = (product: ProductView): string => `/products/${encodeURIComponent(product.productId)}`;

export function picture(product: ProductView, size: number): TemplateResult {
  const address = safeAddress(product.imageUrl, location.origin);
  return html`<div class="picture">
    ${address === undefined ? nothing : html`<img src=${address} alt="" width=${size} height=${size} loading="lazy" decoding="async" />`}
  </div>`;
}

export function priceLine(product: ProductView, label: ShopLabel): TemplateResult {
  return html`<p class="price-line">
    <span class="price">${product.price.formatted}</span>
    ${product.listPrice === undefined ? nothing : html`<s><span class="unseen">${label('regularPrice')} </span>${product.listPrice.formatted}</s>`}
    ${product.availability === 'in-stock' ? nothing : html`<span class="availability">${label(product.availability)}</span>`}
  </p>`;
}
