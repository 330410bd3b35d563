import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ProductView } from '../../domain/turn.ts';
import { hasShoppingWord, type ShoppingLabel } from '../shopping-label.ts';
import { formatPart } from './format-details.ts';
import { LEAST_SHOWN } from './product-card.ts';

type Part = NonNullable<ProductView['parts']>[number];

/** What a product's place is made of: the reasons in words, then every part of the score as a bar, and their sum. @param locale BCP 47. */
export function scoreParts(product: ProductView, label: ShoppingLabel, locale: string): TemplateResult {
  const all = product.parts ?? [];
  const parts = all
    .filter(({ contribution }) => Math.abs(contribution) >= LEAST_SHOWN)
    .toSorted((left, right) => Math.abs(right.contribution) - Math.abs(left.contribution));
  const reasons = product.reasons ?? [];
  const largest = Math.max(...parts.map(({ contribution }) => Math.abs(contribution)));
  const sum = product.score ?? all.reduce((total, { contribution }) => total + contribution, 0);
  return html`
      ${reasons.length === 0 ? nothing : html`<ul class="reasons">${reasons.map((reason) => html`<li dir="auto">${reason}</li>`)}</ul>`}
      ${
        parts.length === 0
          ? nothing
          : html`<p class="parts-title">${label('whyParts')}</p>
            <ul class="parts">
              ${parts.map((part) => bar(part, largest, label, locale))}
              <li class="part sum">
                <span class="sum-name">${label('whySum')}</span>
                <span class="part-value">${formatPart(sum, locale, 'auto')}</span>
              </li>
            </ul>`
      }
  `;
}

function bar(part: Part, largest: number, label: ShoppingLabel, locale: string): TemplateResult {
  const { signal, contribution } = part;
  return html`<li class=${contribution < 0 ? 'part minus' : 'part'}>
    <span class="part-name">${partName(signal, label)}</span>
    <meter min="0" max=${largest} value=${Math.abs(contribution)} aria-hidden="true"></meter>
    <span class="part-value">${formatPart(contribution, locale, 'always')}</span>
  </li>`;
}

/** "wish:color" and the like name what they are about. */
function partName(signal: string, label: ShoppingLabel): string {
  const [kind = '', name = ''] = signal.split(':');
  const key = `signal-${kind}`;
  return hasShoppingWord(key) ? label(key, { name }) : label('signal-other', { name: signal });
}
