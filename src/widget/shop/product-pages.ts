import { html, nothing, render, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Fetched } from '../request.ts';
import type { Found } from './shop-client.ts';
import type { ShopLabel } from './shop-labels.ts';
import { productGrid } from './views.ts';

/** A list that grows by a page at a time; what was shown stays, and the button keeps the focus. */
export function productPages(
  first: Found,
  label: ShopLabel,
  load: (cursor: string) => Promise<Fetched<Found>>,
): TemplateResult {
  return html`<div ${ref((element) => {
    if (element instanceof HTMLElement && !element.hasChildNodes()) draw(element, { ...first, load, label });
  })}></div>`;
}

interface Pages extends Pick<Found, 'products' | 'total' | 'next'> {
  readonly label: ShopLabel;
  readonly load: (cursor: string) => Promise<Fetched<Found>>;
  readonly note?: string;
  readonly isLoading?: boolean;
}

function draw(element: HTMLElement, pages: Pages): void {
  const { products, total, next, label, note, isLoading = false } = pages;
  const shown = label('shown', { shown: products.length, total });
  render(
    html`
      ${productGrid(products, label)}
      <div class="pages">
        <p role="status">${note ?? (next === undefined ? nothing : shown)}</p>
        ${
          next === undefined
            ? nothing
            : html`<button class="button" aria-disabled=${isLoading} @click=${() => isLoading || void grow(element, pages, next)}>
                ${label('showMore')}
              </button>`
        }
      </div>
    `,
    element,
  );
}

async function grow(element: HTMLElement, pages: Pages, cursor: string): Promise<void> {
  const { note: _, ...before } = pages;
  draw(element, { ...before, isLoading: true });
  const answer = await pages.load(cursor);
  if (answer.kind === 'failed') {
    draw(element, { ...before, note: pages.label('failed') });
    return;
  }
  const { next: _next, ...held } = before;
  const { products, total, next } = answer.value;
  draw(element, {
    ...held,
    products: [...pages.products, ...products],
    total,
    ...(next === undefined ? {} : { next }),
  });
}
