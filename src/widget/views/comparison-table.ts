import { html, type TemplateResult } from 'lit';
import type { ProductView, Turn } from '../../domain/turn.ts';
import type { Label } from '../widget-labels.ts';

/** Products side by side: one column each, one row per attribute. Scrolls within itself on narrow screens. */
export function comparisonTable(
  comparison: NonNullable<Turn['comparison']>,
  products: readonly ProductView[],
  label: Label,
): TemplateResult {
  return html`
    <div class="comparison" role="region" aria-label=${label('comparison')} tabindex="0">
      <table>
        <thead>
          <tr>
            <td></td>
            ${products.map(({ title }) => html`<th scope="col" dir="auto">${title}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${comparison.attributes.map(
            (row) => html`<tr>
              <th scope="row">${row.label}</th>
              ${row.values.map((value) => html`<td dir="auto">${value === '' ? label('notStated') : value}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  `;
}
