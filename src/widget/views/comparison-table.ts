import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ProductView, Turn } from '../../domain/turn.ts';
import type { ListContext } from '../list-context.ts';
import { listIdOf } from '../reply-state.ts';
import { safeAddress } from '../safe-address.ts';
import { outcome, spoken, variants } from './later-views.ts';
import { priceLine } from './price-line.ts';
import { addButton } from './product-card.ts';
import { productPicture } from './product-picture.ts';

export { comparisonStyles as styles } from '../comparison-styles.ts';

/** Products side by side: one column each, one row per attribute. Says what the shop states, and calls nothing the best. */
export function comparisonTable(
  comparison: NonNullable<Turn['comparison']>,
  list: ListContext,
): TemplateResult {
  const { label, reply } = list;
  const { products } = reply;
  // The price stands in the head, which stays in sight.
  const told = comparison.attributes.filter(({ attribute }) => attribute !== 'price');
  return html`
    <div class="comparison" role="group" aria-label=${label('comparison')} tabindex="0">
      <table>
        <thead>
          <tr>
            <td></td>
            ${products.map((product, index) => html`<th scope="col">${head(product, index + 1, list)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${told.map(
            (row) => html`<tr>
              <th scope="row">${row.label}</th>
              ${row.values.map((value) =>
                value === ''
                  ? html`<td class="unstated">${label('notStated')}</td>`
                  : html`<td dir="auto">${value}</td>`,
              )}
            </tr>`,
          )}
          <tr>
            <td></td>
            ${products.map(
              (product) => html`<td>
                ${product.availability === 'out-of-stock' ? nothing : addButton(product, list)}
                ${outcome(product, list)}
              </td>`,
            )}
          </tr>
        </tbody>
      </table>
    </div>
    ${variants(list)} ${spoken(list)}
  `;
}

function head(product: ProductView, position: number, list: ListContext): TemplateResult {
  const { label, server, locale, reply } = list;
  const address = safeAddress(product.url, server);
  const title = html`<span dir="auto">${product.title}</span>`;
  return html`
    ${productPicture(product.imageUrl, server)}
    ${
      address === undefined
        ? title
        : html`<a href=${address} @click=${() => list.onOpen(product, position, listIdOf(reply))}>${title}</a>`
    }
    ${priceLine(product, label, locale)}
  `;
}
